/** Replaying referrals as they were counted: from a file, or from counts that the document has already; and back to a yearly number. */
import { Alert, Button, FileInput, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Dataset } from '../../../../host/contract.ts';
import { counted, date, number, quoted } from '../../../../reports/wording.ts';
import { DateInput } from '../../../fields/date-input.tsx';
import { isIsoDate } from '../../../fields/date-text.ts';
import { useApp } from '../../../frame/app-context.ts';
import type { ScenarioStore } from '../../../stores/scenario-store.ts';
import { countsIn, datasetOf, withCounts, withYearlyNumber } from './counted-source.ts';
import { countedColumns, type ReferralTable, tableFrom, weeklyCounts } from './referral-table.ts';

interface WeeklyCountsProps {
  readonly scenario: ScenarioStore;
  /** Name of the source of referrals. */
  readonly source: string;
  readonly disabled: boolean;
}

export const WeeklyCounts = observer(({ scenario, source, disabled }: WeeklyCountsProps) => {
  const [opened, setOpened] = useState(false);
  const weekly = scenario.valueOf(`demand.sources.${source}.weekly`);
  const isCounted = Array.isArray(weekly) && weekly.length > 0;
  const start = String(scenario.valueOf('period.start'));
  const use = (dataset: Dataset, isNew: boolean) => {
    scenario.change(
      `Counted weeks for ${quoted(source)} from ${dataset.from}`,
      (content) => withCounts(content, source, dataset),
      isNew ? [{ kind: 'put dataset', dataset }] : [],
    );
    setOpened(false);
  };
  return (
    <Group gap="xs" mt="xs">
      {isCounted && isIsoDate(start) && (
        <Text size="sm" w="100%">
          As counted: {countsInWords({ start, counts: weekly.map(Number) })}.
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileImport size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => setOpened(true)}
      >
        {isCounted ? 'Use other counted weeks' : 'Use weeks counted in a file'}
      </Button>
      {isCounted && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          onClick={() =>
            scenario.change(`Yearly number for ${quoted(source)}`, (content) =>
              withYearlyNumber(content, source),
            )
          }
        >
          Use a yearly number
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Weeks counted: ${source}`}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close without counts' }}
      >
        <Form start={start} use={use} />
      </Modal>
    </Group>
  );
});

interface FormProps {
  /** First day of the scenario, offered where a file does not say its own. */
  readonly start: string;
  readonly use: (dataset: Dataset, isNew: boolean) => void;
}

const Form = observer(({ start, use }: FormProps) => {
  const kept = (useApp().document?.state.datasets ?? []).filter((dataset) => countsIn(dataset) !== null);
  const [file, setFile] = useState<File | null>(null);
  const [table, setTable] = useState<ReferralTable | string | null>(null);
  const read = (chosen: File | null) => {
    setFile(chosen);
    setTable(null);
    chosen?.text().then(
      (text) => setTable(tableFrom(text)),
      () => setTable('It could not be read.'),
    );
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        A CSV file with a row for each referral and its date, or with a row for each week and how many came.
        Only the weekly counts are kept in the document; the file stays where it is, and nothing leaves this
        machine.
      </Text>
      <FileInput
        label="File"
        placeholder="Choose a CSV file"
        accept=".csv,.tsv,.txt,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': 'Choose no file' }}
        value={file}
        onChange={read}
        data-autofocus
        error={typeof table === 'string' ? table : null}
      />
      {file && table !== null && typeof table !== 'string' && (
        <Columns key={file.name} file={file.name} table={table} start={start} use={use} />
      )}
      {kept.length > 0 && file === null && (
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            In this document
          </Text>
          {kept.map((dataset) => (
            <Group key={dataset.id} justify="space-between" wrap="nowrap">
              <Text size="sm">
                {dataset.name}: {countsInWords(countsIn(dataset)!)}
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => use(dataset, false)}>
                Use
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </Stack>
  );
});

interface ColumnsProps extends FormProps {
  readonly file: string;
  readonly table: ReferralTable;
}

function Columns({ file, table, start, use }: ColumnsProps) {
  const columns = countedColumns(table);
  const [chosen, setChosen] = useState(columns[0] ? String(columns[0].at) : null);
  const [day, setDay] = useState(start);
  const column = columns.find(({ at }) => String(at) === chosen);
  if (!column) {
    return (
      <Alert color="red" title="No column can be counted">
        None of {table.columns.map(quoted).join(', ')} holds dates alone, such as 5 April 2027 or 05/04/2027,
        or whole numbers alone.
      </Alert>
    );
  }
  const { start: found, counts, leftOut, blank } = weeklyCounts(table, column);
  const first = found ?? day;
  const mayUse = counts.length > 0 && isIsoDate(first);
  return (
    <>
      <Select
        label="Column"
        data={columns.map(({ name, at, holds }) => ({
          value: String(at),
          label: `${name === '' ? `Column ${at + 1}` : name} (${holds === 'dates' ? 'the date of each referral' : 'referrals in each week'})`,
        }))}
        value={chosen}
        allowDeselect={false}
        onChange={setChosen}
      />
      {found === null && (
        <DateInput
          label="First day of the first week"
          name="First day of the first week"
          value={day}
          invalid={!isIsoDate(day)}
          onType={setDay}
          onLeave={() => {}}
        />
      )}
      <Text size="sm" role="status">
        {counts.length === 0
          ? 'There is no whole week from Monday to Sunday in it.'
          : isIsoDate(first) && `${countsInWords({ start: first, counts })}.`}
        {leftOut > 0 &&
          ` ${counted(leftOut, 'referral')} before the first whole week or after the last ${leftOut === 1 ? 'is' : 'are'} left out.`}
        {blank > 0 && ` ${counted(blank, 'row')} without a date ${blank === 1 ? 'is' : 'are'} left out.`}
      </Text>
      <Text size="sm" c="dimmed">
        The scenario then reports these weeks, and its referrals come in them as they were counted.
      </Text>
      <Group justify="flex-end">
        <Button
          disabled={!mayUse}
          onClick={() => use(datasetOf(crypto.randomUUID(), file, first, counts), true)}
        >
          Use these weeks
        </Button>
      </Group>
    </>
  );
}

/** "52 weeks from 3 April 2023, 1,204 referrals, 8 to 41 a week" */
function countsInWords({ start, counts }: { readonly start: string; readonly counts: readonly number[] }) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const range = `${number(Math.min(...counts), 0)} to ${number(Math.max(...counts), 0)} a week`;
  return `${counted(counts.length, 'week')} from ${date(start)}, ${counted(total, 'referral')}, ${range}`;
}
