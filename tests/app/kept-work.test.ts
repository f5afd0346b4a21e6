/** What was acknowledged is kept: through a killed program, through another window, through deleting and undoing. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../host/contract.ts';
import { fromWireText } from '../../host/wire-text.ts';
import { headroom } from './headroom.ts';
import { serveFolder } from './other-program.ts';
import { field, openFromList, scenario, show, shown } from './screens.ts';

const app = headroom();
/** So many that the program is killed long before. */
const MOST_EDITS = 40;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('a program killed in the middle of edits', () => {
  test('loses nothing that it acknowledged', async () => {
    await app.document('Killed', { a: scenario('wokingham', 'Wokingham') });
    const first = await serveFolder(app.folder, app.documents);
    const page = await app.openAt(first.address);
    app.forgive(page, /ERR_/);
    await openFromList(page, 'Killed');
    const acknowledged = countEdits(page);
    const workers = field(page, 'Workers');
    let typed = 0;
    const typing = (async () => {
      for (typed = 1; typed <= MOST_EDITS; typed++) {
        await workers.fill(String(10 + typed));
        await workers.press('Enter');
      }
    })();
    await expect.poll(() => acknowledged.edits).toBeGreaterThan(4);
    await first.kill();
    await typing;
    await page.getByText('Your last changes are not saved yet').waitFor();
    await page.getByText('They are kept here until they are.').waitFor();

    const second = await serveFolder(app.folder, app.documents);
    const again = await app.openAt(second.address);
    await openFromList(again, 'Killed');
    const kept = Number(await field(again, 'Workers').inputValue()) - 10;
    expect(kept).toBeGreaterThanOrEqual(acknowledged.edits);
    expect(kept).toBeLessThan(MOST_EDITS);
    await button(again, new RegExp(`^Undo: .*${10 + kept}`)).click();
    await expect.poll(() => field(again, 'Workers').inputValue()).toBe(String(9 + kept));
    await again.context().close();
  });
});

/** Edits that the host has said yes to. */
function countEdits(page: Page): { edits: number } {
  const counted = { edits: 0 };
  page.on('response', async (response) => {
    if (!response.request().postData()?.includes('"document edit"')) return;
    // Cut off as the program was killed, it acknowledges nothing.
    const text = await response.text().catch(() => null);
    if (text !== null && (fromWireText(text) as Reply<unknown>).ok) counted.edits++;
  });
  return counted;
}

describe('one document in two windows', () => {
  test('shows in each what the other did', async () => {
    await app.document('Seen twice', { a: scenario('wokingham', 'Wokingham') });
    const [one, other] = [await app.open(), await app.open()];
    for (const page of [one, other]) await openFromList(page, 'Seen twice');
    await field(one, 'Workers').fill('21');
    await field(one, 'Workers').press('Enter');
    await expect.poll(() => field(other, 'Workers').inputValue()).toBe('21');
    await button(other, /^Undo: .*21/).click();
    await expect.poll(() => field(one, 'Workers').inputValue()).not.toBe('21');
  });

  test('that both edit at once asks the later what becomes of its changes', async () => {
    await app.document('Edited twice', { a: scenario('wokingham', 'Wokingham') });
    const [one, other] = [await app.open(), await app.open()];
    for (const page of [one, other]) await openFromList(page, 'Edited twice');
    const held = Promise.withResolvers<void>();
    await other.route('**/ask', async (route) => {
      if (route.request().postData()?.includes('"document edit"')) await held.promise;
      await route.continue();
    });
    await field(other, 'Caseload cap').fill('9');
    await field(other, 'Caseload cap').press('Enter');
    await field(one, 'Workers').fill('22');
    await field(one, 'Workers').press('Enter');
    await shown(one, 'Edited twice');
    held.resolve();
    const dialog = other.getByRole('dialog', { name: 'This document was changed in another window' });
    await dialog
      .getByRole('listitem')
      .getByText(/^Caseload cap .*: 9 instead of/)
      .waitFor();
    await expect.poll(() => field(other, 'Workers').inputValue()).toBe('22');
    // Neither a slip of a key nor of the mouse gives them up.
    await other.keyboard.press('Escape');
    await other.mouse.click(5, 5);
    expect(await dialog.getByRole('button').allTextContents()).toEqual([
      'Keep it as it is now',
      'Make my changes again',
    ]);
    await dialog.getByRole('button', { name: 'Make my changes again' }).click();
    await shown(other, 'Edited twice');
    await expect.poll(() => field(one, 'Caseload cap').inputValue()).toBe('9');
    expect(await field(one, 'Workers').inputValue()).toBe('22');
  });
});

describe('what is being typed', () => {
  test('is kept when the window goes before the field is left', async () => {
    await app.document('Typed', { a: scenario('wokingham', 'Wokingham') });
    const page = await app.open();
    await openFromList(page, 'Typed');
    await field(page, 'Workers').fill('23');
    await page.goto('about:blank');
    const again = await app.open();
    await openFromList(again, 'Typed');
    await expect.poll(() => field(again, 'Workers').inputValue()).toBe('23');
  });
});

describe('scenarios', () => {
  const tabs = (page: Page) =>
    page.getByRole('navigation', { name: 'Scenarios' }).getByRole('button').allTextContents();

  test('that were deleted, two of three, are undone in their places, after the document was closed too', async () => {
    const names = ['As it is', 'More workers', 'Shorter work'];
    await app.document(
      'Deleted',
      Object.fromEntries(names.map((name) => [name, scenario('wokingham', name)])),
    );
    const page = await app.open();
    await openFromList(page, 'Deleted');
    const remove = async (name: string) => {
      await page.getByRole('navigation', { name: 'Scenarios' }).getByRole('button', { name }).click();
      await button(page, `More for “${name}”`).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByText(`“${name}” is deleted`).waitFor();
    };
    await remove('As it is');
    await remove('More workers');
    expect(await tabs(page)).toEqual(['Shorter work']);
    await button(page, 'Document Deleted, Saved').click();
    await page.getByRole('menuitem', { name: 'Close the document' }).click();
    await openFromList(page, 'Deleted');
    await button(page, 'Undo: “More workers” removed').click();
    await expect.poll(() => tabs(page)).toEqual(['More workers', 'Shorter work']);
    await button(page, 'Undo: “As it is” removed').click();
    await expect.poll(() => tabs(page)).toEqual(names);
    await shown(page, 'Deleted');
  });
});

describe('a value that is not allowed', () => {
  test('is said beside its field and in the result, is kept while it is put right, and undone', async () => {
    await app.document('Bad input', { a: scenario('wokingham', 'Wokingham') });
    const page = await app.open();
    await openFromList(page, 'Bad input');
    await page.getByText(/Current, 100 runs/).waitFor();
    const share = field(page, 'Share accepted');
    const before = await share.inputValue();
    await share.fill('155');
    const place = page.locator('.field').filter({ has: share });
    await place
      .getByRole('alert')
      .getByText(/0% .*100%/)
      .waitFor();
    expect(await share.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Not current: shown is an earlier state').waitFor();
    await share.press('Tab');
    expect(await share.inputValue()).toBe('155');
    await show(page, 'Changes');
    await show(page, 'Service');
    expect(await share.inputValue()).toBe('155');
    await button(page, /^Undo: .*155/).click();
    await expect.poll(() => share.inputValue()).toBe(before);
    await page.getByText(/Current, 100 runs/).waitFor();
    expect(await place.getByRole('alert').count()).toBe(0);
  });
});

describe('a long run', () => {
  test('goes on while a person works, is cancelled, and leaves everything usable', async () => {
    await app.document('Cancelled', {
      a: scenario('east-sussex', 'As it is'),
      b: scenario('east-sussex', 'Higher cap', {
        teams: { main: { posts: { worker: { capPerFte: 9 } } } },
      }),
    });
    const page = await app.open();
    await openFromList(page, 'Cancelled');
    await show(page, 'Compare');
    await page.locator('main').getByRole('button', { name: 'Compare', exact: true }).click();
    await page.locator('.compare-answer').waitFor({ timeout: 60_000 });
    await page.getByRole('combobox', { name: 'Simulate' }).click();
    await page.getByRole('option', { name: /^1,000 runs/ }).click();
    await button(page, 'Run and keep').click();
    await page.getByText(/Simulating: \d+ of 2,000 runs/).waitFor();
    await show(page, 'Service');
    await show(page, 'Compare');
    await page.getByText(/Simulating: \d+ of 2,000 runs/).waitFor();
    // What is read out says that it is simulated, and not each count.
    expect(await page.getByRole('status').filter({ hasText: 'Simulating' }).textContent()).toBe('Simulating');
    await button(page, 'Cancel').click();
    await button(page, 'Run and keep').waitFor();
    expect(await page.getByText(/of 2,000 runs/).count()).toBe(0);
    await page.getByText(/^Stopped after \d+ runs, not kept\.$/).waitFor();
    expect(await page.locator('.compare-answer').textContent()).toMatch(/^“Higher cap”/);
    await shown(page, 'Cancelled');
  });
});
