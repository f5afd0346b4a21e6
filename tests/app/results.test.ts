/** A result stands under the name of the scenario that it is of, and one that failed can be had again. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toWireText } from '../../host/wire-text.ts';
import { headroom } from './headroom.ts';
import { openFromList, scenario, show } from './screens.ts';

const app = headroom();
const shownOn = (page: Page) => page.locator('.changes-result');
const FAILED = toWireText({ ok: false, failure: { kind: 'our fault', message: 'It broke.', problems: [] } });

test('the result of one scenario is not shown under the name of another', async () => {
  await app.document('Two results', { a: scenario('wokingham', 'First'), b: scenario('kent', 'Second') });
  const page = await app.open();
  await openFromList(page, 'Two results');
  await show(page, 'Changes');
  await shownOn(page).waitFor({ timeout: 60_000 });
  await page.route('**/ask', async (route) => {
    if (route.request().postData()?.includes('"run start"')) await route.fulfill({ body: FAILED });
    else await route.continue();
  });
  await page.getByRole('combobox', { name: 'Scenario shown' }).click();
  await page.getByRole('option', { name: 'Second' }).click();
  await page.getByText('It broke.').waitFor();
  expect(await shownOn(page).count()).toBe(0);
  await page.unroute('**/ask');
  await page.getByRole('button', { name: 'Try again' }).click();
  await shownOn(page).waitFor({ timeout: 60_000 });
  expect(await page.getByText('It broke.').count()).toBe(0);
});
