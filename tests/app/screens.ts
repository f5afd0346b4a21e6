/** What a person does on every screen, in the words that the screens have. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ScenarioContent } from '../../host/contract.ts';

export const SCREENS = ['Start', 'Service', 'Changes', 'Compare', 'Assumptions'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** Title of the preset. */
export const EAST_SUSSEX = 'East Sussex: keywork, 2023';

/** Half a year is simulated, so that tests need not wait. */
export const scenario = (preset: string, name: string, own: object = {}): ScenarioContent => ({
  type: 'headroom-scenario',
  version: 1,
  extends: preset,
  name,
  period: { weeks: 26 },
  ...own,
});

export const link = (page: Page, screen: ScreenName): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen });

export async function show(page: Page, screen: ScreenName): Promise<void> {
  await link(page, screen).click();
  await page.locator(`main[data-screen=${screen.toLowerCase()}] :is(h1, h2)`).first().waitFor();
}

export const screenShown = (page: Page) => page.locator('main').getAttribute('data-screen');

/** Opens a document from the list on the first screen. */
export async function openFromList(page: Page, name: string): Promise<void> {
  await listedDocument(page, name).click();
  await page
    .getByRole('button', { name: new RegExp(`^Document ${escaped(name)}, (Saved|Read only)$`) })
    .waitFor();
}

/** The newest of that name in the list. */
export const listedDocument = (page: Page, name: string): Locator =>
  page
    .getByRole('listitem')
    .getByRole('button')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Waits until the document is there and all of it is saved. */
export async function shown(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Document ${name}, Saved` }).waitFor();
}

export async function chooseService(page: Page, title: string): Promise<void> {
  const services = page.getByRole('group', { name: 'Services with published figures' });
  await services.getByRole('button', { name: title, exact: true }).click();
}

/** What stands in the notices at the lower edge. */
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

export const field = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: label, exact: true });

/** Tab, or Shift and Tab, until the focus is there: no person presses it more often. */
const MOST_TABS = 90;

export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  expect.fail(`${target} is not reached by ${key}`);
}
