/** A folder of its own for each test, and edits in few words. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentState, Edit, EditStep } from '../../../host/contract.ts';
import { DocumentProblem } from '../../../host/documents/document-problem.ts';
import { createDocuments, type Documents, type DocumentsOptions } from '../../../host/documents/documents.ts';

export interface Folder extends Disposable {
  readonly path: string;
  /** Documents kept in this folder, as another start of the program would see them. */
  start(options?: Partial<DocumentsOptions>): Documents;
}

export function temporaryFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'headroom-documents-')));
  const started: Documents[] = [];
  return {
    path,
    start(options = {}) {
      const documents = createDocuments({
        documentsFolder: join(path, 'documents'),
        settingsFolder: join(path, 'settings'),
        ...options,
      });
      started.push(documents);
      return documents;
    },
    [Symbol.dispose]() {
      for (const documents of started) documents.closeAll();
      rmSync(path, { recursive: true });
    },
  };
}

export const edit = (...steps: readonly EditStep[]): Edit => ({ label: labelOf(steps), steps });

export const scenario = (id: string, cap = 10): EditStep => ({
  kind: 'put scenario',
  scenario: { id, content: { type: 'headroom/scenario', name: `Scenario ${id}`, cap } },
});

export const comparison = (id: string, ...scenarios: readonly string[]): EditStep => ({
  kind: 'put comparison',
  comparison: { id, name: `Comparison ${id}`, scenarios },
});

export const note = (subject: string, text: string): EditStep => ({
  kind: 'put note',
  note: { subject, text },
});

/** What a person edits, without what names the window or the moment. */
export const contentOf = ({ scenarios, comparisons, datasets, notes }: DocumentState) => ({
  scenarios,
  comparisons,
  datasets,
  notes,
});

/** The problem that `act` ends in; a test fails when there is none, or another error. */
export function problemOf(act: () => unknown): DocumentProblem {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentProblem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const labelOf = (steps: readonly EditStep[]) => steps.map(({ kind }) => kind).join(', ');
