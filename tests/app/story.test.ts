/** The story the program is made for, by mouse and by keys alone: a service like ours, six more workers from a date, what comes of it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import {
  chooseService,
  EAST_SUSSEX,
  field,
  link,
  listedDocument,
  openFromList,
  show,
  shown,
  tabTo,
} from './screens.ts';

const app = headroom();
/** As its file may be called. */
const DOCUMENT = 'East Sussex- keywork, 2023';
const CHANGED = `${EAST_SUSSEX}, changed`;
const ADDED = 'Change “More workers” from 1 August 2023 added';
/** More places for the same families can only help; that it is found, with an interval, is what is read here. */
const SENTENCE = new RegExp(
  `^“${CHANGED}” helps: \\d+(\\.\\d+)? fewer families waiting on average \\(95% interval .* to .*\\)`,
);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const answer = (page: Page) => page.locator('.compare-answer');
/** Of the whole preview: its first look has four replications on a slow machine, which may show nothing yet. */
const readAnswer = async (page: Page) => {
  await page.getByText('A first look at 100 runs.').waitFor({ timeout: 90_000 });
  return answer(page).textContent();
};
const listed = (page: Page) => page.getByRole('list', { name: 'Changes in order of date' });

describe('East Sussex with six more workers from August', () => {
  test('by mouse', async () => {
    const page = await app.open();
    await page.getByLabel('Find a service').fill('east sussex');
    await chooseService(page, EAST_SUSSEX);
    await shown(page, DOCUMENT);
    await page.getByText('Current, 100 runs').waitFor({ timeout: 60_000 });
    await button(page, 'Duplicate').click();
    await show(page, 'Changes');
    await button(page, 'Add a change').click();
    await field(page, 'Workers more').fill('6');
    await page.getByText('Six more full-time equivalents in main').waitFor();
    await button(page, 'Add the change').click();
    await listed(page).getByText('More workers').waitFor();
    await show(page, 'Compare');
    await page.locator('main').getByRole('button', { name: 'Compare', exact: true }).click();
    const read = await readAnswer(page);
    expect(read).toMatch(SENTENCE);
    await shown(page, DOCUMENT);
    await button(page, `Document ${DOCUMENT}, Saved`).click();
    await page.getByRole('menuitem', { name: 'Save a copy' }).click();
    await page.getByText('A copy is saved').waitFor();

    await button(page, `Document ${DOCUMENT}, Saved`).click();
    await page.getByRole('menuitem', { name: 'Close the document' }).click();
    await openFromList(page, `${DOCUMENT} 2`);
    await show(page, 'Compare');
    expect(await readAnswer(page)).toBe(read);
    await show(page, 'Changes');
    await page.getByRole('combobox', { name: 'Scenario shown' }).click();
    await page.getByRole('option', { name: CHANGED }).click();
    await listed(page).getByText('Six more full-time equivalents in main').waitFor();
    await button(page, /^Undo: .* (compared|added)/).click();
    await button(page, `Undo: ${ADDED}`).click();
    await listed(page).waitFor({ state: 'detached' });
    await button(page, `Redo: ${ADDED}`).click();
    await listed(page).getByText('Six more full-time equivalents in main').waitFor();
    await shown(page, `${DOCUMENT} 2`);
  });

  test('by keys alone', async () => {
    const page = await app.open();
    const press = (key: string) => page.keyboard.press(key);
    const choose = async (target: ReturnType<typeof button>) => {
      await tabTo(page, target);
      await press('Enter');
    };
    await tabTo(page, page.getByLabel('Find a service'));
    await page.keyboard.type('keywork east sussex');
    await press('Enter');
    await page.getByText(/^(First look|Current), \d+ runs/).waitFor({ timeout: 60_000 });
    await choose(button(page, 'Duplicate'));
    await button(page, CHANGED).waitFor();
    await tabTo(page, link(page, 'Changes'), 'Shift+Tab');
    await press('Enter');
    await choose(button(page, 'Add a change'));
    await tabTo(page, field(page, 'Workers more'));
    await press('Control+A');
    await page.keyboard.type('6');
    await page.getByText('Six more full-time equivalents in main').waitFor();
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await listed(page).getByText('Six more full-time equivalents in main').waitFor();
    await tabTo(page, link(page, 'Compare'), 'Shift+Tab');
    await press('Enter');
    await choose(page.locator('main').getByRole('button', { name: 'Compare', exact: true }));
    expect(await readAnswer(page)).toMatch(SENTENCE);

    const open = page.getByRole('button', { name: /^Document .*, Saved$/ });
    const name = (await open.getAttribute('aria-label'))!.replace(/^Document (.*), Saved$/, '$1');
    await tabTo(page, open, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Save a copy' }).waitFor();
    await press('ArrowDown');
    await tabToMenuItem(page, 'Close the document');
    await press('Enter');
    await choose(listedDocument(page, name));
    await shown(page, name);
    await press('Control+Z');
    await button(page, `Undo: ${ADDED}`).waitFor();
    await press('Control+Z');
    await press('Control+Y');
    await button(page, `Undo: ${ADDED}`).waitFor();
    await shown(page, name);
  });
});

/** In a menu, arrows go from item to item. */
async function tabToMenuItem(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  for (let pressed = 0; pressed < 5; pressed++) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  expect.fail(`${name} is not reached by arrows`);
}
