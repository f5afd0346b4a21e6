/** What can be dragged, dragged by a mouse: each drag is one step that undo takes back. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { openFromList, scenario, show, shown } from './screens.ts';

const app = headroom();
const LATER = {
  'More workers': { from: '2023-06-01', teams: { main: { posts: { worker: { fte: 80 } } } } },
};

/** Takes hold of the middle of something, and lets go `by` pixels to the right. */
async function drag(page: Page, thing: Locator, by: number): Promise<void> {
  await thing.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await thing.boundingBox())!;
  const [fromX, atY] = [x + width / 2, y + height / 2];
  await page.mouse.move(fromX, atY);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(fromX + (by * step) / 8, atY);
  await page.mouse.up();
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('a change is dragged to a later date on the timeline', async () => {
  await app.document('timeline', { ours: scenario('east-sussex', 'Ours', { changes: LATER }) });
  const page = await app.open();
  await openFromList(page, 'timeline');
  await show(page, 'Changes');
  const flag = page.getByRole('slider', { name: 'More workers' });
  await flag.waitFor();
  expect(await flag.getAttribute('aria-valuetext')).toBe('1 June 2023');
  await drag(page, flag.locator('.flag-cloth'), 120);
  await expect.poll(() => flag.getAttribute('aria-valuetext')).not.toBe('1 June 2023');
  expect(Number(await flag.getAttribute('aria-valuenow'))).toBeGreaterThan(59);
  await shown(page, 'timeline');
  await undo(page).click();
  await expect.poll(() => flag.getAttribute('aria-valuetext')).toBe('1 June 2023');
  expect(await undo(page).isDisabled()).toBe(false);
});

test('a number is dragged by its slider, and the result follows', async () => {
  await app.document('slider', { ours: scenario('east-sussex', 'Ours') });
  const page = await app.open();
  await openFromList(page, 'slider');
  await page.getByText('Current, 100').waitFor({ timeout: 60_000 });
  const cap = page.getByRole('textbox', { name: 'Caseload cap' });
  const before = await cap.inputValue();
  await drag(page, page.getByRole('slider', { name: 'Drag: Caseload cap' }), 60);
  await expect.poll(async () => Number(await cap.inputValue())).toBeGreaterThan(Number(before));
  await page.locator('.result-shown[data-stale]').waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByText('Current, 100').waitFor();
  await shown(page, 'slider');
  await undo(page).click();
  await expect.poll(() => cap.inputValue()).toBe(before);
});
