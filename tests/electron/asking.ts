/** What a page does through its bridge, as the screens would. */
import type { Page } from 'playwright-core';
import type { AnswerOf, ArgumentOf, Bridge, Command, News, Reply, RequestName } from '../../host/contract.ts';

declare global {
  interface Window {
    heardNews?: News[];
    heardCommands?: Command[];
  }
}
type WithBridge = { readonly headroom: Bridge };

export function ask<Name extends RequestName>(page: Page, name: Name, argument: ArgumentOf<Name>) {
  return page.evaluate(([name, argument]) => (window as unknown as WithBridge).headroom.ask(name, argument), [
    name,
    argument,
  ] as const) as Promise<Reply<AnswerOf<Name>>>;
}

/** @throws Error when it was refused */
export async function answered<Name extends RequestName>(page: Page, name: Name, argument: ArgumentOf<Name>) {
  const reply = await ask(page, name, argument);
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`);
  return reply.answer;
}

/** From now on the page remembers what it is told, besides what its screens do with it. */
export const remember = (page: Page) =>
  page.evaluate(() => {
    const { headroom } = window as unknown as WithBridge;
    window.heardNews = [];
    window.heardCommands = [];
    headroom.listen((news) => window.heardNews?.push(news));
    headroom.obey((command) => window.heardCommands?.push(command));
  });

/** Waits for a command of this kind. */
export async function commanded(page: Page, kind: Command['kind']): Promise<Command> {
  const find = (kind: string) => window.heardCommands?.find((command) => command.kind === kind);
  const handle = await page.waitForFunction(find, kind, { timeout: 10_000 });
  return (await handle.jsonValue()) as Command;
}

export const commands = (page: Page) => page.evaluate(() => window.heardCommands ?? []);

/** Waits for the last word on this run. */
export async function runEnded(page: Page, run: string): Promise<News['kind']> {
  const find = (run: string) =>
    window.heardNews?.find(
      (news) => (news.kind === 'run finished' || news.kind === 'run failed') && news.run === run,
    )?.kind;
  const handle = await page.waitForFunction(find, run, { timeout: 30_000 });
  return (await handle.jsonValue()) as News['kind'];
}

export const choose = (page: Page, ...choice: Parameters<Bridge['choose']>) =>
  page.evaluate((choice) => (window as unknown as WithBridge).headroom.choose(...choice), choice);

/** @param content text, or the bytes of a picture */
export const saveFile = (page: Page, name: string, content: string | readonly number[]) =>
  page.evaluate(
    ([name, content]) =>
      (window as unknown as WithBridge).headroom.saveFile(
        name,
        typeof content === 'string' ? content : new Uint8Array(content),
      ),
    [name, content] as const,
  );
