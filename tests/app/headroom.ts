/**
 * The whole program as a person at a browser has it: the built screens in Chromium, the real host, real files. Wherever it is used,
 * every test fails if a page said anything on its console, broke its policy or asked anybody else.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Serving, serve } from '../../cli/serve.ts';
import type { AnswerOf, ArgumentOf, RequestName, ScenarioContent } from '../../host/contract.ts';
import { createHost, type Host } from '../../host/host.ts';
import { ensureBuilt, PROGRAM } from '../../scripts/built-program.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { openWindow, type Window, type WindowOptions } from './window.ts';

export interface Headroom {
  /** Of these tests alone. */
  readonly folder: string;
  /** Where the program keeps documents. */
  readonly documents: string;
  open(options?: WindowOptions): Promise<Page>;
  /** A page of another program. */
  openAt(address: string, options?: WindowOptions): Promise<Page>;
  /** Asks the host past every screen. */
  ask<Name extends RequestName>(name: Name, argument: ArgumentOf<Name>): Promise<AnswerOf<Name>>;
  /** Makes a document of that name and leaves it closed. @returns its path */
  document(name: string, scenarios: Readonly<Record<string, ScenarioContent>>): Promise<string>;
  /** Another program on the same documents. */
  another(): Promise<Serving>;
  /** Of a page whose program is killed on purpose: troubles that match are none. */
  forgive(page: Page, trouble: RegExp): void;
}

/** Call it at the top of a file of tests: it starts before the first of them and ends after the last. */
export function headroom(): Headroom {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-app-'));
  const documents = join(folder, 'documents');
  const faults: unknown[] = [];
  const ending: (() => Promise<void>)[] = [];
  const forgiven = new Map<Page, RegExp>();
  let windows: Window[] = [];
  let browser: Browser;
  let host: Host;
  let serving: Serving;

  const start = async () => {
    const started = createHost({
      documentsFolder: documents,
      settingsFolder: join(folder, 'settings'),
      threads: 2,
      onFault: (thrown) => faults.push(thrown),
    });
    const served = await serve({ host: started, screens: join(PROGRAM, 'renderer') });
    ending.push(async () => {
      await served.close();
      await started.close();
    });
    return { started, served };
  };

  beforeAll(async () => {
    mkdirSync(documents);
    await ensureBuilt();
    const [launched, { started, served }] = await Promise.all([launchChromium(), start()]);
    browser = launched;
    host = started;
    serving = served;
  });
  afterEach(async () => {
    const closing = windows;
    windows = [];
    await Promise.all(closing.map((window) => window.close()));
    const counts = ({ page, troubles }: Window) =>
      troubles.filter((trouble) => !forgiven.get(page)?.test(trouble));
    expect(closing.flatMap(counts)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(ending.map((end) => end()));
    rmSync(folder, { recursive: true });
  });

  const openAt = async (address: string, options?: WindowOptions) => {
    const window = await openWindow(browser, address, options);
    windows.push(window);
    return window.page;
  };
  const ask: Headroom['ask'] = async (name, argument) => {
    const reply = await host.ask(name, argument);
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.answer as never;
  };
  return {
    folder,
    documents,
    openAt,
    open: (options) => openAt(serving.address, options),
    ask,
    async document(name, scenarios) {
      const { document, path, revision } = await ask('document new', { name });
      const steps = Object.entries(scenarios).map(
        ([id, content]) => ({ kind: 'put scenario', scenario: { id, content } }) as const,
      );
      await ask('document edit', { document, revision, edit: { label: 'Begin', steps } });
      await ask('document close', { document });
      return path;
    },
    another: async () => (await start()).served,
    forgive(page, trouble) {
      forgiven.set(page, trouble);
    },
  };
}
