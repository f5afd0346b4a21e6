/** The service as a picture with its live result: changed by typing, dragging and keys, and what it says when something is wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contentFrom } from '../../renderer/stores/scenario-reading.ts';
import { headroom } from './headroom.ts';
import { notices, openFromList, screenShown } from './screens.ts';
import type { WindowOptions } from './window.ts';

const app = headroom();
let made = 0;

/** A document of its own with these scenarios, open on the Service screen with a first result. */
async function opened(
  names: readonly string[] = ['Ours'],
  options?: WindowOptions,
  preset = 'reading',
): Promise<Page> {
  made++;
  const name = `service ${made}`;
  await app.document(
    name,
    Object.fromEntries(names.map((each, at) => [`s${at}`, contentFrom(preset, each)])),
  );
  const page = await app.open(options);
  await openFromList(page, name);
  await current(page).waitFor({ timeout: 60_000 });
  return page;
}

const current = (page: Page) => page.getByText('Current, 100 runs');
const result = (page: Page) => page.getByRole('region', { name: 'Result', exact: true });
const part = (page: Page, name: string) => page.locator(`.part[data-part="${name}"]`);
const undoes = (page: Page, what: string) => page.getByRole('button', { name: `Undo: ${what}` });

describe('the live result', () => {
  test('is dimmed while it is not current, and follows what is typed', async () => {
    const page = await opened();
    const shown = page.locator('.result-shown');
    const before = await page.locator('.headline-value').allTextContents();
    await page.getByRole('textbox', { name: 'Caseload cap' }).fill('30');
    await page.locator('.result-shown[data-stale]').waitFor();
    await current(page).waitFor();
    await expect.poll(() => page.locator('.headline-value').allTextContents()).not.toEqual(before);
    expect(await shown.getAttribute('data-stale')).toBeNull();
    expect(await part(page, 'teams.main').getAttribute('data-changed')).toBe('true');
  });

  test('follows a slider moved by keys, as one step that undo takes back', async () => {
    const page = await opened();
    const cap = page.getByRole('textbox', { name: 'Caseload cap' });
    const was = await cap.inputValue();
    // In one go, however busy the machine: a pause between keys ends a step.
    await page.getByRole('slider', { name: 'Drag: Caseload cap' }).evaluate(async (thumb) => {
      (thumb as HTMLElement).focus();
      for (let press = 0; press < 10; press++) {
        thumb.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      }
    });
    await expect.poll(() => cap.inputValue()).not.toBe(was);
    await page
      .getByRole('button', {
        name: `Undo: Caseload cap (main, worker): ${await cap.inputValue()} instead of ${was}`,
      })
      .click();
    await expect.poll(() => cap.inputValue()).toBe(was);
  });

  test('moves nothing when it arrives', async () => {
    const page = await opened();
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.part, .field, .chart, .headline, .binds, .status')].map((element) => {
          const { x, y } = element.getBoundingClientRect();
          return `${element.className} ${Math.round(x)} ${Math.round(y)}`;
        }),
      );
    const cap = page.getByRole('textbox', { name: 'Caseload cap' });
    await cap.focus();
    const before = await places();
    await cap.fill('14');
    await current(page).waitFor();
    expect(await places()).toEqual(before);
  });

  test('is not made of what cannot be: the problem stands at its field and in a list that leads there', async () => {
    const page = await opened();
    const cap = page.getByRole('textbox', { name: 'Caseload cap' });
    await cap.fill('900');
    await page.getByRole('alert').filter({ hasText: 'a number from 0.5 to 60' }).first().waitFor();
    await page.getByText('Not current: shown is an earlier state').waitFor();
    await page.getByRole('button', { name: 'Waiting', exact: true }).click();
    await result(page)
      .getByRole('button', { name: /^Caseload cap/ })
      .click();
    await expect.poll(() => page.locator(':focus').inputValue()).toBe('900');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('15');
    await current(page).waitFor();
  });
});

describe('a field', () => {
  const cap = (page: Page) => page.getByRole('textbox', { name: 'Caseload cap', exact: true });
  const noteOn = (page: Page) => page.getByRole('button', { name: /note and source of Caseload cap$/i });
  const note = (page: Page) => page.getByRole('textbox', { name: 'Note on Caseload cap' });
  const focusIsIn = (page: Page, css: string) =>
    page.evaluate((selector) => document.activeElement?.closest(selector) != null, css);

  test('keeps a note when one goes on elsewhere, and lets go of it at Escape', async () => {
    const page = await opened();
    await noteOn(page).click();
    const before = await note(page).inputValue();
    await note(page).fill('Agreed in March');
    await page.keyboard.press('Escape');
    await expect.poll(() => note(page).count()).toBe(0);
    expect(await noteOn(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await noteOn(page).click();
    expect(await note(page).inputValue()).toBe(before);
    await note(page).fill('Agreed in May');
    await page.getByRole('heading', { name: 'What holds it back' }).click();
    await undoes(page, 'Note of caseload cap (main, worker)').waitFor();
    await noteOn(page).click();
    expect(await note(page).inputValue()).toBe('Agreed in May');
  });

  test('does not lose a note that cannot be kept as it stands', async () => {
    const page = await opened();
    await noteOn(page).click();
    await note(page).fill('Agreed in March');
    await page.getByRole('textbox', { name: 'Source' }).fill('');
    await page.getByRole('combobox', { name: 'How sure' }).click();
    await page.getByRole('option', { name: 'Public source' }).click();
    await page.getByRole('heading', { name: 'What holds it back' }).click();
    await page.getByText('Name the source, or call the value an assumption.').waitFor();
    expect(await note(page).inputValue()).toBe('Agreed in March');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => note(page).count()).toBe(0);
  });

  test('explains itself to those who hear the page, until Escape', async () => {
    const page = await opened();
    const help = page.getByRole('button', { name: 'Help on Caseload cap' });
    await help.click();
    await expect.poll(() => focusIsIn(page, '[role=dialog]')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await help.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('has the focus when its value has been put back', async () => {
    const page = await opened();
    await cap(page).fill('30');
    await page.getByRole('button', { name: /^Put Caseload cap back/ }).click();
    await expect.poll(() => cap(page).evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

test('a chart whose program did not arrive is drawn when tried again', async () => {
  const name = 'chart that fails';
  await app.document(name, { s: contentFrom('reading', 'Ours') });
  const page = await app.open();
  app.forgive(page, /net::ERR_FAILED/);
  await page.route(/plotly/, (route) => route.abort());
  await openFromList(page, name);
  await page.getByText('This chart could not be drawn').waitFor({ timeout: 60_000 });
  await current(page).waitFor({ timeout: 60_000 });
  await page.unroute(/plotly/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('figure.chart .main-svg').first().waitFor();
});

describe('the picture', () => {
  test('opens its parts by keys', async () => {
    const page = await opened();
    await part(page, 'closing').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Closing' }).waitFor();
    expect(await part(page, 'closing').getAttribute('aria-pressed')).toBe('true');
  });

  test('takes a share accepted from what is answered with advice', async () => {
    const page = await opened();
    await part(page, 'frontDoor').click();
    await page.getByRole('textbox', { name: 'Share accepted' }).fill('80');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Answered with advice' }).inputValue())
      .toBe('18');
    await expect.poll(() => part(page, 'frontDoor').textContent()).toContain('80% accepted');
  });

  test('gains, renames and loses parts', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Add a team' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('north');
    await page.keyboard.press('Enter');
    await part(page, 'teams.north').waitFor();
    await page.getByRole('button', { name: 'Rename the team north' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('south');
    await page.keyboard.press('Enter');
    await part(page, 'teams.south').waitFor();
    await page.getByRole('button', { name: 'Remove the team south' }).click();
    await expect.poll(() => part(page, 'teams.south').count()).toBe(0);
    await notices(page).getByRole('button', { name: 'Undo' }).click();
    await part(page, 'teams.south').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

describe('scenarios', () => {
  test('are duplicated, renamed, compared, deleted and brought back', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    const tabs = page.getByRole('navigation', { name: 'Scenarios' }).getByRole('button');
    await expect.poll(() => tabs.allTextContents()).toEqual(['Ours', 'Ours, changed']);
    await page.getByRole('button', { name: 'More for “Ours, changed”' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('More workers');
    await page.keyboard.press('Enter');
    await expect.poll(() => tabs.allTextContents()).toEqual(['Ours', 'More workers']);
    await page.getByRole('button', { name: 'More for “More workers”' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.poll(() => tabs.allTextContents()).toEqual(['Ours']);
    await undoes(page, '“More workers” removed').waitFor();
    await notices(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tabs.allTextContents()).toEqual(['Ours', 'More workers']);
    await page.getByRole('button', { name: 'Compare with' }).click();
    await page.getByRole('menuitem', { name: 'More workers' }).click();
    await expect.poll(() => screenShown(page)).toBe('compare');
    await page
      .getByRole('heading', { name: /Ours and More workers/ })
      .first()
      .waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('nothing hinders anybody, and nothing is wider than the smallest window', async () => {
    const page = await opened(
      ['Ours', 'A scenario with a name that is so long that no tab has room for all of it'],
      {
        width: 1024,
        height: 640,
        colorScheme,
      },
    );
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('referrals', () => {
  test('are replayed as a file has them, kept in the document, and given by the year again', async () => {
    const page = await opened();
    const days = ['2023-04-03', '2023-04-05', '2023-04-12', '2023-04-16'];
    await part(page, 'demand.sources.all referrers').click();
    await page.getByRole('button', { name: 'Use weeks counted in a file' }).click();
    const dialog = page.getByRole('dialog');
    const choose = (text: string) =>
      dialog.locator('input[type=file]').setInputFiles({
        name: 'export.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
    await choose('School,Pupil\nHill,someone\n');
    await dialog.getByText('No column can be counted').waitFor();
    await choose(`Received,School\n${days.map((day) => `${day},Hill`).join('\n')}\n`);
    await dialog.getByText('2 weeks from 3 April 2023, 4 referrals, 2 to 2 a week.').waitFor();
    await dialog.getByRole('button', { name: 'Use these weeks' }).click();
    await current(page).waitFor();
    await page.getByText('As counted: 2 weeks from 3 April 2023, 4 referrals, 2 to 2 a week.').waitFor();
    await expect
      .poll(() => undoes(page, 'Counted weeks for “all referrers” from export.csv').count())
      .toBe(1);
    const path = (await app.ask('documents', null)).find(({ name }) => name === `service ${made}`)!.path;
    const { datasets } = await app.ask('document open', { path });
    expect(datasets.map(({ rows }) => rows)).toEqual([
      [
        ['2023-04-03', 2],
        ['2023-04-10', 2],
      ],
    ]);
    await page.getByRole('button', { name: 'Use a yearly number' }).click();
    await page.getByRole('textbox', { name: 'Referrals', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Use weeks counted in a file' }).click();
    await dialog.getByRole('button', { name: 'Use', exact: true }).click();
    await page.getByRole('button', { name: 'Use other counted weeks' }).waitFor();
    await current(page).waitFor();
  });
});
