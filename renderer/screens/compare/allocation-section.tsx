/** How long families wait until they are allocated, with the target. */
import { Paper, SegmentedControl, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { label } from '../../../reports/wording.ts';
import type { Group } from '../../../sim/measures/result.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { waitsPicture } from '../../charts/waits.ts';
import { captionOf } from './caption-of.ts';
import type { ComparisonView } from './comparison-view.ts';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
  readonly group: Group;
}

export const AllocationSection = observer(function AllocationSection({ view, experiment, group }: Given) {
  const { scenarios: runs } = experiment;
  const { waits: shape } = view;
  const picture = useMemo(() => waitsPicture({ runs, group, shape }), [runs, group, shape]);
  const part = group.kind === 'service' ? '' : ` in ${group.name}`;
  const who = `${group.counted} allocated`;
  const within = shape === 'within';
  return (
    <Paper
      component="section"
      className="compare-part"
      p="md"
      withBorder
      aria-labelledby="compare-allocation"
    >
      <Title order={2} id="compare-allocation">
        Time to allocation
      </Title>
      <SegmentedControl
        className="screen-only"
        aria-label="Time to allocation is shown as"
        data={[
          { value: 'within', label: 'Allocated within so many days' },
          { value: 'each', label: 'Spread of waits' },
        ]}
        value={shape}
        onChange={(value) => view.chooseWaits(value === 'each' ? 'each' : 'within')}
        my="xs"
      />
      <ChartFigure
        title={
          within
            ? `Share of ${who} within so many working days${part}`
            : `Share of ${who}, by how long they had waited${part}`
        }
        note={`${within ? 'A line further to the left is better.' : 'More on the left is better.'} Those still waiting at the end are not in it; they count in “${label('within_target')}” once past the target.`}
        caption={captionOf(experiment)}
        picture={picture}
      />
    </Paper>
  );
});
