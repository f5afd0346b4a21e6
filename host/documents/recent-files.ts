/** The documents opened lately, newest first. No work hangs on this list: where it cannot be read or kept, it is short or empty. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './document-problem.ts';

const MOST = 20;

export interface RecentFiles {
  paths(): readonly string[];
  opened(path: string): void;
}

/** @param file where the list is kept, as JSON */
export function recentFiles(file: string): RecentFiles {
  const paths = (): readonly string[] => {
    try {
      const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return Array.isArray(list) ? list.filter((path) => typeof path === 'string') : [];
    } catch (error) {
      if (error instanceof SyntaxError || codeOf(error) !== null) return [];
      throw error;
    }
  };
  return {
    paths,
    opened(path) {
      const list = [path, ...paths().filter((other) => other !== path)].slice(0, MOST);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.part`, JSON.stringify(list, null, 2));
        renameSync(`${file}.part`, file);
      } catch (error) {
        if (codeOf(error) === null) throw error;
      }
    },
  };
}
