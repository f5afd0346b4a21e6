/** Adding, renaming and removing parts of the service, with a name asked for where there is one to give. */
import { quoted } from '../../../reports/wording.ts';
import type { AppStore } from '../../stores/app-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import type { Naming } from './name-dialog.tsx';
import type { PartRecord } from './part.ts';
import type { RecordActs } from './part-panel.tsx';
import { added, KIND_WORDS, nameProblem, type RecordKind, removed, renamed } from './records.ts';
import { namesAt } from './shown-fields.ts';
import { tellWithUndo } from './undo-notice.ts';

export function recordActs(
  app: AppStore,
  scenario: ScenarioStore,
  ask: (naming: Naming) => void,
): RecordActs {
  const taken = (path: string) => namesAt(path, (at) => scenario.valueOf(at));
  return {
    add: (kind, path) =>
      ask({
        title: `Add a ${KIND_WORDS[kind]}`,
        now: '',
        problem: (name) => nameProblem(name, taken(path)),
        save: (name) => {
          scenario.change(`${sentence(kind)} ${quoted(name)} added`, (content) =>
            added(content, kind, path, name),
          );
          app.ui.selectPart(partAfter({ kind, path, name }));
        },
      }),
    rename: (record) =>
      ask({
        title: `Rename the ${KIND_WORDS[record.kind]} ${quoted(record.name)}`,
        now: record.name,
        problem: (name) => nameProblem(name, taken(record.path)),
        save: (name) => {
          const label = `${sentence(record.kind)} ${quoted(name)} instead of ${quoted(record.name)}`;
          scenario.change(label, (content) => renamed(content, record.kind, record.path, record.name, name));
          app.ui.selectPart(partAfter({ ...record, name }));
        },
      }),
    remove: (record) => {
      const { kind, path, name } = record;
      const step = `${sentence(kind)} ${quoted(name)} removed`;
      scenario.change(step, (content) => removed(content, kind, path, name));
      app.ui.selectPart(partWithout(record));
      // The button that was pressed is gone with its part.
      requestAnimationFrame(() => document.getElementById('panel-title')?.focus());
      tellWithUndo(app, `${sentence(kind)} ${quoted(name)} is removed`, '', step);
    },
  };
}

const sentence = (kind: RecordKind) => KIND_WORDS[kind].charAt(0).toUpperCase() + KIND_WORDS[kind].slice(1);

/** Where a record is edited. */
function partAfter({ kind, path, name }: PartRecord): string {
  return partWithout({ kind, path }) ?? `${path}.${name}`;
}

/** Where its like are listed; `null` where each is a part of its own and no part lists them. */
function partWithout({ kind, path }: Pick<PartRecord, 'kind' | 'path'>): string | null {
  if (kind === 'post') return path.replace(/\.posts$/, '');
  return kind === 'locality' || kind === 'need' ? 'families' : null;
}
