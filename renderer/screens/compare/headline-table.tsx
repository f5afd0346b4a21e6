/** Figures of every scenario side by side, and under each how it differs from the base. */
import { Box, Paper, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { INTERVAL_MEANING, quoted } from '../../../reports/wording.ts';
import type { Group } from '../../../sim/measures/result.ts';
import { CopyTableButton } from '../../charts/copy-table-button.tsx';
import { placed } from '../../charts/placed.ts';
import type { ComparisonView } from './comparison-view.ts';
import { type HeadlineCell, type HeadlineRow, headlineRows } from './headline-rows.ts';
import { SeriesMark } from './series-mark.tsx';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
  readonly group: Group;
}

export const HeadlineTable = observer(function HeadlineTable({ view, experiment, group }: Given) {
  const table = useRef<HTMLTableElement>(null);
  const rows = headlineRows(experiment, view.measures, group);
  const base = experiment.scenarios[0]!;
  const where = group.kind === 'service' ? 'the whole service' : quoted(group.name);
  return (
    <Paper component="section" className="compare-part" p="md" withBorder aria-labelledby="compare-headline">
      <div className="compare-section-head">
        <Title order={2} id="compare-headline">
          What differs
        </Title>
        <CopyTableButton table={table} />
      </div>
      {rows.length === 0 ? (
        <Text>No measure is chosen that has a figure here. Choose others under “Measures”.</Text>
      ) : (
        <Box role="group" className="compare-scroll" aria-labelledby="compare-caption" tabIndex={0}>
          <table className="figures compare-table" ref={table}>
            <caption id="compare-caption">
              Figures for {where}, counted in {group.counted}: mean over runs (95% interval). Under each, the
              difference from {quoted(base.name)} with its 95% interval.
            </caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                {placed(experiment.scenarios).map(({ item: { name }, place }) => (
                  <th scope="col" key={place}>
                    <SeriesMark index={place} /> <span className="long-name">{name}</span>
                    {place === 0 ? <span className="compare-base"> (base)</span> : null}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </Box>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {INTERVAL_MEANING} Scenarios meet the same families, so a difference is due to the change. “No clear
        difference”: the interval of the difference holds zero. Better and worse: for families.
      </Text>
    </Paper>
  );
});

function Row({ row: { label, unit, meaning, cells } }: { readonly row: HeadlineRow }) {
  return (
    <tr>
      <th scope="row">
        {label}
        {unit === '' ? null : <span className="compare-unit"> ({unit})</span>}
        <Tooltip label={meaning} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
          <UnstyledButton className="compare-help" aria-label={`What “${label}” means`}>
            <IconHelpCircle size={16} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </th>
      {placed(cells).map(({ item, place }) => (
        <td key={place}>
          <Cell cell={item} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell: { figure, difference, words, forFamilies } }: { readonly cell: HeadlineCell }) {
  return (
    <>
      <span data-part className="compare-figure">
        {figure}
      </span>
      {words === null ? null : (
        <span data-part className={`compare-difference ${forFamilies ?? ''}`}>
          <span className="compare-figure">{difference}</span> <span className="compare-figure">{words}</span>
        </span>
      )}
    </>
  );
}
