/** What holds the service back: use of caseload places, and where workers' hours go. */
import { List, Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { type Experiment, figuresOf } from '../../../reports/experiment.ts';
import { binding } from '../../../reports/findings.ts';
import { WORKERS_HOURS } from '../../../reports/topics.ts';
import { label } from '../../../reports/wording.ts';
import type { Group } from '../../../sim/measures/result.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { placed } from '../../charts/placed.ts';
import { stackedPicture } from '../../charts/stacked.ts';
import { unitShown } from '../../fields/words.ts';
import { captionOf } from './caption-of.ts';
import { partsOf } from './parts-of.ts';

interface Given {
  readonly experiment: Experiment;
  readonly group: Group;
}

/** CSS pixels for each scenario's bar, and for axis and legend. */
export const barsHeight = (bars: number) => 130 + 44 * bars;

export function UseSection({ experiment, group }: Given) {
  const { scenarios: runs } = experiment;
  const places = useMemo(() => placesPicture(experiment, group), [experiment, group]);
  const hours = useMemo(
    () =>
      stackedPicture({
        runs,
        parts: partsOf(experiment, group, WORKERS_HOURS),
        unit: 'hours a week',
        what: 'Activity',
      }),
    [runs, experiment, group],
  );
  const caption = captionOf(experiment);
  const part = group.kind === 'service' ? '' : ` in ${group.name}`;
  const height = barsHeight(runs.length);
  return (
    <Paper component="section" className="compare-part" p="md" withBorder aria-labelledby="compare-use">
      <Title order={2} id="compare-use">
        What holds the service back
      </Title>
      <List size="sm" my="xs" spacing={4}>
        {placed(runs).map(({ item: run, place }) => (
          <List.Item key={place}>
            <strong className="long-name">{run.name}.</strong> {binding(run).words}
          </List.Item>
        ))}
      </List>
      <div className="compare-pair">
        {places === null ? null : (
          <ChartFigure
            title={`Caseload places used and free, on average${part}`}
            caption={caption}
            picture={places}
            height={height}
          />
        )}
        {hours.table.rows.length === 0 ? null : (
          <ChartFigure
            title={`Workers’ hours by activity, a week${part}`}
            note="Hours that the simulation counts; leave, training and hours not used are not among them."
            caption={caption}
            picture={hours}
            height={height + 40}
          />
        )}
      </div>
    </Paper>
  );
}

/** `null` where the part of the service has no places of its own: a pathway or a locality shares those of teams. */
function placesPicture(experiment: Experiment, group: Group) {
  const { scenarios: runs } = experiment;
  const found = runs.map(({ summary }) => {
    const figures = figuresOf(summary, { ...group, counted: 'families' });
    return {
      used: figures?.slots_used_mean.mean ?? Number.NaN,
      all: figures?.places_mean.mean ?? Number.NaN,
    };
  });
  if (!found.some(({ all }) => all > 0)) return null;
  return stackedPicture({
    runs,
    parts: [
      { label: label('slots_used_mean'), values: found.map(({ used }) => used) },
      {
        label: 'Caseload places free, on average',
        values: found.map(({ used, all }) => Math.max(0, all - used)),
      },
    ],
    unit: unitShown('case weights'),
    what: 'Places',
  });
}
