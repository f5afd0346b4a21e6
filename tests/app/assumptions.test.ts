/** The log of assumptions: found, filtered, said where it comes from, and taken along. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { openFromList, scenario, show, shown } from './screens.ts';

const app = headroom();
const CAP = 'teams.main.posts.worker.capPerFte';

/** A document of its own, on the Assumptions screen. */
async function opened(name: string, options = {}): Promise<Page> {
  await app.document(name, { ours: scenario('east-sussex', 'Ours') });
  const page = await app.open(options);
  await openFromList(page, name);
  await show(page, 'Assumptions');
  await rows(page).first().waitFor();
  return page;
}

const rows = (page: Page) => page.locator('.log-row');
const rowOf = (page: Page, path: string) => rows(page).filter({ hasText: path });

test('the log is filtered by how sure a value is, and searched', async () => {
  const page = await opened('filtered');
  const all = await rows(page).count();
  const chip = page.getByRole('button', { name: /Stated in a source document/ });
  const stated = Number.parseInt((await chip.textContent())!, 10);
  expect(stated).toBeLessThan(all);
  await chip.click();
  await page.getByText(`${stated} inputs of ${all} shown.`).waitFor();
  expect(await rows(page).count()).toBe(stated);
  await chip.click();
  await page.getByRole('textbox', { name: 'Search' }).fill('caseload cap');
  await rowOf(page, CAP).waitFor();
  await expect.poll(() => rows(page).count()).toBeLessThan(stated);
});

test('a value is said to come from somewhere, which stays with it', async () => {
  const page = await opened('sourced');
  const annotation = rowOf(page, CAP).getByRole('button', { name: /note and source/i });
  await annotation.click();
  const form = page.locator('form').filter({ has: page.getByLabel('Source') });
  await form.getByLabel('Source').fill('');
  await form.getByText('Name the source, or call the value an assumption.').waitFor();
  expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await form.getByLabel('Source').fill('Cabinet paper, 3 March 2023, page 4');
  await form.getByRole('combobox', { name: 'How sure' }).click();
  await page.getByRole('option', { name: 'Public source' }).click();
  await form.getByRole('textbox', { name: /^Note on/ }).fill('Agreed by the board');
  await form.getByRole('button', { name: 'Save' }).click();
  const row = () => rowOf(page, CAP).textContent();
  await expect.poll(row).toContain('Cabinet paper, 3 March 2023, page 4');
  await shown(page, 'sourced');
  await page.reload();
  await openFromList(page, 'sourced');
  await show(page, 'Assumptions');
  await expect.poll(row).toMatch(/Agreed by the board.*Cabinet paper, 3 March 2023, page 4.*Public source/s);
});

test('the log copies into a spreadsheet as a table, without what is there for the screen', async () => {
  const page = await opened('taken along', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('textbox', { name: 'Search' }).fill('caseload cap');
  await expect.poll(() => rows(page).count()).toBeLessThan(10);
  await page.getByRole('button', { name: 'Copy table' }).click();
  await page.getByRole('button', { name: 'Copied', exact: true }).waitFor();
  const text = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/plain')).text();
  });
  const lines = text.split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(['Input', 'Value', 'Set by and why', 'Source', 'How sure']);
  const cap = lines.find(([input]) => input!.endsWith(CAP))!;
  expect(cap).toHaveLength(5);
  expect(cap[1]).toMatch(/^7\.6 /);
  expect(cap[3]).toMatch(/^SESLIP/);
});
