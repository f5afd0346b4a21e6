/** A measure week by week: the fans of all scenarios over each other. */
import { Paper, Select, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { label } from '../../../reports/wording.ts';
import type { Group } from '../../../sim/measures/result.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { fanPicture, showsWideBands } from '../../charts/fan.ts';
import { captionOf } from './caption-of.ts';
import { weeklyChoices } from './choices.ts';
import type { ComparisonView } from './comparison-view.ts';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
  readonly group: Group;
}

export const WaitingSection = observer(function WaitingSection({ view, experiment, group }: Given) {
  const { scenarios: runs } = experiment;
  const choices = weeklyChoices(experiment, group);
  const measure =
    choices.find(({ value }) => value === view.weekly)?.value ?? choices[0]?.value ?? 'waiting_mean';
  const picture = useMemo(() => fanPicture({ runs, measure, group }), [runs, measure, group]);
  const part = group.kind === 'service' ? '' : ` in ${group.name}`;
  return (
    <Paper component="section" className="compare-part" p="md" withBorder aria-labelledby="compare-weeks">
      <Title order={2} id="compare-weeks">
        Week by week
      </Title>
      <Select
        className="screen-only"
        aria-label="Measure shown week by week"
        data={choices}
        value={measure}
        onChange={(value) => {
          const chosen = choices.find((choice) => choice.value === value);
          if (chosen) view.chooseWeekly(chosen.value);
        }}
        allowDeselect={false}
        w="min(24rem, 100%)"
        my="xs"
      />
      <ChartFigure
        title={`${label(measure, group.counted)}, week by week${part}`}
        note={noteOn(runs, picture.table.rows.length > 0)}
        caption={captionOf(experiment)}
        picture={picture}
        height={380}
      />
    </Paper>
  );
});

function noteOn(runs: Experiment['scenarios'], hasData: boolean): string {
  if (!hasData) return 'No scenario has figures for this part of the service.';
  const bands = showsWideBands(runs)
    ? 'The wide bands hold 9 in 10 runs, the narrow ones half of them.'
    : 'The bands hold half of the runs; the data beside the chart says more.';
  const changes = runs.some(({ changes }) => changes.length > 0)
    ? ' A dotted line is a change on that date.'
    : '';
  return `Lines are medians of the runs. ${bands}${changes}`;
}
