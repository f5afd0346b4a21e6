/** The log: every value with where it comes from, each row to be edited where it stands. */
import { Button } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import type { RefObject } from 'react';
import type { LoggedInput } from '../../../reports/assumptions.ts';
import { CONFIDENCE_LABELS } from '../../../reports/wording.ts';
import { AnnotationButton } from '../../fields/annotation-button.tsx';
import { labelWithChange } from '../../fields/labels.ts';
import { ParameterField } from '../../fields/parameter-field.tsx';
import { allowedInWords, valueInWords } from '../../fields/words.ts';
import { useApp } from '../../frame/app-context.ts';
import { leafAt } from '../../stores/parameter-at.ts';
import type { AssumptionsView } from './assumptions-view.ts';
import { sectionsOf, setterInWords } from './log-filter.ts';

const COLUMNS = ['Input', 'Value', 'Set by and why', 'Source', 'How sure', 'Edit'];

interface LogTableProps {
  readonly view: AssumptionsView;
  readonly table: RefObject<HTMLTableElement | null>;
}

export const LogTable = observer(function LogTable({ view, table }: LogTableProps) {
  return (
    <table className="log" ref={table}>
      <thead>
        <tr>
          {COLUMNS.map((title) => (
            <th key={title} scope="col" className={title === 'Edit' ? 'log-title screen-only' : 'log-title'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {sectionsOf(view.shown).map(({ title, rows }) => (
        <tbody key={title}>
          <tr className="log-section">
            <th scope="rowgroup" className="log-section-title" colSpan={COLUMNS.length}>
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.path} view={view} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
});

interface RowProps {
  readonly view: AssumptionsView;
  readonly row: LoggedInput;
}

const Row = observer(function Row({ view, row }: RowProps) {
  const { path, value, source, confidence, note, setBy, changed } = row;
  const { about, default: usual } = leafAt(path);
  const isOpen = view.isOpen(path);
  return (
    <>
      <tr className="log-row" data-changed={changed || undefined}>
        <th scope="row" className="log-input">
          <span data-part className="log-name">
            {labelWithChange(path)}
          </span>
          <span data-part className="log-path">
            {path}
          </span>
        </th>
        <td>
          <span data-part className="log-value">
            {valueInWords(value, about.unit)}
          </span>
          {changed && usual !== undefined && (
            <span data-part className="log-more">
              usually {valueInWords(usual, about.unit)}
            </span>
          )}
          <span data-part className="log-more log-allowed">
            allowed: {allowedInWords(about)}
          </span>
        </td>
        <td>
          <span data-part>{setterInWords(setBy)}</span>
          {note !== null && (
            <span data-part className="log-more">
              {note}
            </span>
          )}
        </td>
        <td>{source}</td>
        <td>
          <span className="log-confidence" data-confidence={confidence}>
            {CONFIDENCE_LABELS[confidence]}
          </span>
        </td>
        <td className="screen-only">
          <Acts view={view} row={row} isOpen={isOpen} />
        </td>
      </tr>
      {isOpen && (
        <tr className="log-edit screen-only">
          <td colSpan={COLUMNS.length}>
            <div className="log-field">
              <ParameterField scenario={view.scenario} path={path} label={labelWithChange(path)} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
});

const Acts = observer(function Acts({ view, row, isOpen }: RowProps & { readonly isOpen: boolean }) {
  const { document } = useApp();
  const disabled = document?.confirmed.readOnly != null;
  const name = labelWithChange(row.path);
  return (
    <div className="log-acts">
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Close' : 'Edit'} ${name}`}
        onClick={() => view.open(row.path, !isOpen)}
      >
        {isOpen ? 'Close' : 'Edit'}
      </Button>
      <AnnotationButton
        label={name}
        said={view.scenario.annotation(row.path)}
        disabled={disabled}
        save={(said) => view.scenario.annotate(row.path, said)}
      />
    </div>
  );
});
