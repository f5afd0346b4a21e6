/**
 * Which documents a window may name: those a person chose in a dialog or opened from the system, and those the host itself listed.
 * So a page that went wrong cannot reach about the disk through the host.
 */
import { resolve } from 'node:path';
import type { Reply } from '../host/contract.ts';

/** Requests that take a path, where it is one to be read or written. */
const WITH_PATH = ['document open', 'document new', 'document copy'];

export class GrantedPaths {
  readonly #granted = new Set<string>();

  grant(path: string): void {
    this.#granted.add(resolve(path));
  }

  /** @returns why the host is not asked, or `null` */
  refusal(name: string, argument: unknown): Reply<never> | null {
    const path = pathIn(argument);
    if (!WITH_PATH.includes(name) || path === null || this.#granted.has(resolve(path))) return null;
    const message = `${path}: Headroom opens and writes only files that you chose. Use Open or Save a Copy in the File menu.`;
    const problem = { path: 'path', value: path, allowed: 'a file chosen in a dialog', message };
    return { ok: false, failure: { kind: 'bad input', message, problems: [problem] } };
  }

  /** Grants what the host says it has: the documents it lists, and the one it opened or wrote. */
  grantAnswered(answer: unknown): void {
    for (const part of Array.isArray(answer) ? answer : [answer]) {
      const path = pathIn(part);
      if (path !== null) this.grant(path);
    }
  }
}

function pathIn(value: unknown): string | null {
  const path = Object(value).path;
  return typeof path === 'string' ? path : null;
}
