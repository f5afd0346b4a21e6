/** The result as files: for a report, for a spreadsheet, for another program, on paper. */
import { Button, Group, Menu, Text } from '@mantine/core';
import {
  IconChevronDown,
  IconFileSpreadsheet,
  IconFileTypeHtml,
  IconJson,
  IconPrinter,
} from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { weeklyCsv } from '../../../reports/csv.ts';
import type { Experiment } from '../../../reports/experiment.ts';
import { resultsDocument } from '../../../reports/results-document.ts';
import { fileName } from '../../charts/exports.ts';
import { standalonePage } from '../../charts/standalone-page.ts';
import { saveFile } from '../../connection/saved-file.ts';
import type { ComparisonView } from './comparison-view.ts';
import { headlineCsv } from './headline-rows.ts';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
}

export const TakeResultAlong = observer(function TakeResultAlong({ view, experiment }: Given) {
  const [outcome, setOutcome] = useState('');
  const name = view.comparison?.name ?? 'Comparison';
  const saving = (ending: string, suffix: string, make: () => string | Promise<string>) => async () => {
    setOutcome('');
    try {
      const saved = await saveFile(fileName(`${name}${suffix}`, ending), await make());
      setOutcome(saved ? 'Saved' : '');
    } catch (thrown) {
      setOutcome(`Not saved: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  };
  const table = () => headlineCsv(experiment, view.measures, view.groupOf(experiment));
  const json = () => `${JSON.stringify(resultsDocument(experiment), null, 2)}\n`;
  const ways = [
    {
      icon: IconFileTypeHtml,
      words: 'Report (web page)',
      act: saving('html', '', () => standalonePage(experiment)),
    },
    { icon: IconFileSpreadsheet, words: 'Table (CSV)', act: saving('csv', ' table', table) },
    {
      icon: IconFileSpreadsheet,
      words: 'Week by week (CSV)',
      act: saving('csv', ' weeks', () => weeklyCsv(experiment)),
    },
    { icon: IconJson, words: 'Results for other programs (JSON)', act: saving('json', '', json) },
    { icon: IconPrinter, words: 'Print', act: () => window.print() },
  ];
  return (
    <Group gap="xs">
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            Save or print
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map(({ icon: Icon, words, act }) => (
            <Menu.Item key={words} leftSection={<Icon size={16} aria-hidden />} onClick={() => void act()}>
              {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Text size="sm" role="status">
        {outcome}
      </Text>
    </Group>
  );
});
