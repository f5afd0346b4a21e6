/** What of the log is shown, how much of it is how sure, and ways to take it along. */
import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import type { RefObject } from 'react';
import { countByConfidence, LEAST_SURE_FIRST } from '../../../reports/assumptions.ts';
import { assumptionsCsv, assumptionsMarkdown } from '../../../reports/assumptions-files.ts';
import { CONFIDENCE_LABELS, counted } from '../../../reports/wording.ts';
import type { Confidence } from '../../../scenarios/confidence.ts';
import { CopyTableButton } from '../../charts/copy-table-button.tsx';
import { fileName } from '../../charts/exports.ts';
import { saveFile } from '../../connection/saved-file.ts';
import { useApp } from '../../frame/app-context.ts';
import type { AssumptionsView } from './assumptions-view.ts';
import { setterInWords, settersOf } from './log-filter.ts';

interface LogFiltersProps {
  readonly view: AssumptionsView;
  /** The log as shown. */
  readonly table: RefObject<HTMLTableElement | null>;
}

export const LogFilters = observer(function LogFilters({ view, table }: LogFiltersProps) {
  const { log, shown, wanted } = view;
  return (
    <>
      <Counts view={view} />
      <Group gap="sm" align="flex-end" className="screen-only" mb="sm">
        <TextInput
          label="Search"
          placeholder="cap, holidays, Warwickshire"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted.text}
          w="12rem"
          onChange={({ target }) => view.want({ text: target.value })}
        />
        <Select
          label="How sure"
          data={LEAST_SURE_FIRST.map((value) => ({ value, label: CONFIDENCE_LABELS[value] }))}
          value={wanted.confidence}
          placeholder="All"
          clearable
          clearButtonProps={{ 'aria-label': 'Show all, however sure' }}
          w="12rem"
          onChange={(value) => view.want({ confidence: value as Confidence | null })}
        />
        <Select
          label="Set by"
          data={settersOf(log).map((value) => ({ value, label: setterInWords(value) }))}
          value={wanted.setBy}
          placeholder="Anybody"
          clearable
          clearButtonProps={{ 'aria-label': 'Show all, whoever set them' }}
          w="13rem"
          onChange={(setBy) => view.want({ setBy })}
        />
        <span className="log-space" />
        <CopyTableButton table={table} />
        <SaveButtons view={view} />
      </Group>
      <p className="log-count" role="status">
        {shown.length === log.length
          ? `${counted(log.length, 'input')}, every one that the simulation of this scenario uses.`
          : `${counted(shown.length, 'input')} of ${log.length} shown.`}
      </p>
    </>
  );
});

const Counts = observer(function Counts({ view }: { readonly view: AssumptionsView }) {
  return (
    <div className="log-counts">
      {countByConfidence(view.log).map(({ confidence, label, set, atDefault }) => (
        <button
          key={confidence}
          type="button"
          className="log-chip"
          data-confidence={confidence}
          aria-pressed={view.wanted.confidence === confidence}
          onClick={() => view.want({ confidence: view.wanted.confidence === confidence ? null : confidence })}
        >
          <b>{set + atDefault}</b> {label}
          <span className="log-chip-split">
            {set} set, {atDefault} usual
          </span>
        </button>
      ))}
    </div>
  );
});

const SaveButtons = observer(function SaveButtons({ view }: { readonly view: AssumptionsView }) {
  const app = useApp();
  const { scenario, shown } = view;
  const { document, name } = scenario;
  const save = (ending: 'csv' | 'md', text: string) =>
    saveFile(fileName(`assumptions ${name}`, ending), text).catch((thrown: unknown) =>
      app.tellFailure('The log could not be saved', thrown),
    );
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={shown.length === 0}
        onClick={() => void save('csv', assumptionsCsv(shown))}
      >
        Save CSV
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={document === null || shown.length === 0}
        onClick={() => {
          if (document) void save('md', assumptionsMarkdown(document, shown));
        }}
      >
        Save Markdown
      </Button>
    </Group>
  );
});
