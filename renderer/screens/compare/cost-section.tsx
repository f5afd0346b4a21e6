/** What each scenario costs, by kind of cost. */
import { Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { COSTS_OF_SERVICE } from '../../../reports/topics.ts';
import { quoted } from '../../../reports/wording.ts';
import type { Group } from '../../../sim/measures/result.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { stackedPicture } from '../../charts/stacked.ts';
import { captionOf } from './caption-of.ts';
import { partsOf } from './parts-of.ts';
import { barsHeight } from './use-section.tsx';

interface Given {
  readonly experiment: Experiment;
  readonly group: Group;
}

export function CostSection({ experiment, group }: Given) {
  const { scenarios: runs } = experiment;
  const picture = useMemo(() => {
    const parts = partsOf(experiment, group, COSTS_OF_SERVICE);
    return stackedPicture({ runs, parts, unit: 'pounds', what: 'Cost' });
  }, [runs, experiment, group]);
  const part = group.kind === 'service' ? '' : ` in ${group.name}`;
  return (
    <Paper component="section" className="compare-part" p="md" withBorder aria-labelledby="compare-cost">
      <Title order={2} id="compare-cost">
        What it costs
      </Title>
      {picture.table.rows.length === 0 ? (
        <Text size="sm">
          No cost is counted{part === '' ? ' in these scenarios' : ` for ${quoted(group.name)} by itself`}.
        </Text>
      ) : (
        <ChartFigure
          title={`Cost in the whole period, by kind${part}`}
          note={`${pricesInWords(runs)} Escalations fall on social care, not on the service; the later cost of each is entered whole on its day.`}
          caption={captionOf(experiment)}
          picture={picture}
          height={barsHeight(runs.length)}
        />
      )}
    </Paper>
  );
}

function pricesInWords(runs: Experiment['scenarios']): string {
  const costed = runs.filter(({ priceYear }) => priceYear !== null);
  const [year, ...others] = new Set(costed.map(({ priceYear }) => priceYear));
  if (others.length === 0) return `Pounds, at ${year} prices.`;
  return `Pounds, at prices of different years: ${costed.map(({ name, priceYear }) => `${priceYear} in ${quoted(name)}`).join(', ')}.`;
}
