import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ComparePage, comparePage } from './compare-page/opened.ts';

let pages: ComparePage;
beforeAll(async () => {
  pages = await comparePage();
});
afterAll(() => pages.close());

const compare = async (page: Page) => {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.locator('.chart .main-svg').first().waitFor();
};
const charts = (page: Page) => page.locator('figure.chart');
const chart = (page: Page, title: RegExp) =>
  charts(page).filter({ has: page.getByRole('heading', { name: title }) });
const fan = (page: Page) => chart(page, /week by week/);

describe('the charts of a comparison', () => {
  test('are drawn without an error, a request or a breach of the policy', async () => {
    const { page, troubles } = await pages.open('scenarios=3');
    await compare(page);
    await expect.poll(() => page.locator('figure.chart .main-svg').count()).toBeGreaterThanOrEqual(5);
    const marks = await charts(page).evaluateAll((found) =>
      found.map((figure) => figure.querySelectorAll('.js-line, .js-fill, .bars .point').length),
    );
    expect(marks).toHaveLength(5);
    expect(Math.min(...marks)).toBeGreaterThan(0);
    expect(await page.locator('.modebar').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  // Two bands each, and with more than three scenarios one.
  test.each([
    [3, 6],
    [5, 5],
  ])('of %i scenarios fill %i bands in the fan', async (scenarios, bands) => {
    const { page } = await pages.open(`scenarios=${scenarios}`);
    await compare(page);
    await expect.poll(() => fan(page).locator('.js-fill').count()).toBe(bands);
    await page.context().close();
  });

  test('tell scenarios apart by dashes as well as by colour', async () => {
    const { page } = await pages.open('scenarios=6');
    await compare(page);
    const lines = chart(page, /within so many/).locator('.scatterlayer .js-line');
    await expect.poll(() => lines.count()).toBe(6);
    const styles = await lines.evaluateAll((found) =>
      found.map((line) => [getComputedStyle(line).stroke, getComputedStyle(line).strokeDasharray]),
    );
    expect(new Set(styles.map(([stroke]) => stroke)).size).toBe(6);
    expect(new Set(styles.map(([, dashes]) => dashes)).size).toBe(6);
    await page.context().close();
  });

  test('are read by keys, and say the figures of the table', async () => {
    const { page } = await pages.open('scenarios=2');
    await compare(page);
    const reader = fan(page).getByRole('slider');
    await reader.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    // The 51st of 52 weeks from Monday 5 April 2027.
    expect(await reader.getAttribute('aria-valuetext')).toMatch(
      /^Week from: 20 March 2028\. Today, median: \d/,
    );
    await expect.poll(() => fan(page).locator('.hoverlayer text').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('show their data as a table that copies into a spreadsheet', async () => {
    const { page } = await pages.open('scenarios=2', { permissions: ['clipboard-read', 'clipboard-write'] });
    await compare(page);
    await fan(page).getByRole('button', { name: 'Show data' }).click();
    expect(await fan(page).locator('tbody tr').count()).toBe(52);
    await fan(page).getByRole('button', { name: 'Copy table' }).click();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (kind: string) => (await item!.getType(kind)).text();
      return { html: await read('text/html'), text: await read('text/plain') };
    });
    expect(copied.html).toContain('<th>5 April 2027</th>');
    const [head, first] = copied.text.split(/\r?\n/).map((line) => line.split('\t'));
    expect(head).toHaveLength(7);
    expect(first![0]).toBe('5 April 2027');
    expect(first).toHaveLength(7);
    await page.context().close();
  });

  test('are copied as a picture and saved as PNG, SVG and CSV', async () => {
    const { page, troubles } = await pages.open('scenarios=2', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await compare(page);
    const choose = async (words: string) => {
      await fan(page)
        .getByRole('button', { name: /^Copy or save/ })
        .click();
      await page.getByRole('menuitem', { name: words }).click();
    };
    const saved = async (words: string) => {
      const download = page.waitForEvent('download');
      await choose(words);
      const file = await download;
      return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
    };
    await choose('Copy as picture');
    await fan(page).getByText('Picture copied').waitFor();
    const kinds = await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types);
    expect(kinds).toContain('image/png');
    const png = await saved('Save as PNG (picture)');
    expect(png.name).toBe('families-waiting-on-average-week-by-week.png');
    expect([...png.content.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const svg = await saved('Save as SVG (drawing)');
    expect(svg.content.toString()).toMatch(/^<svg[\s\S]*seed 1[\s\S]*<\/svg>/);
    const csv = await saved('Save data as CSV');
    expect(csv.content.toString().split('\r\n')).toHaveLength(54);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('keep their height from before they are drawn, and follow the theme', async () => {
    const { page } = await pages.open('scenarios=2', { colorScheme: 'light' });
    await compare(page);
    const reader = fan(page).getByRole('slider');
    const height = async () => (await reader.boundingBox())!.height;
    const before = await height();
    const stroke = () =>
      fan(page)
        .locator('.js-line')
        .last()
        .evaluate((line) => getComputedStyle(line).stroke);
    expect(await stroke()).toBe('rgb(10, 102, 176)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(stroke).toBe('rgb(100, 181, 246)');
    expect(await height()).toBe(before);
    await page.context().close();
  });

  test('are drawn to the width of the paper, in light', async () => {
    const { page } = await pages.open('scenarios=3', { colorScheme: 'dark' });
    await compare(page);
    const widths = () =>
      page
        .locator('.chart-place')
        .evaluateAll((found) =>
          found.map((place) => Number(place.querySelector('.main-svg')?.getAttribute('width'))),
        );
    await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(async () => new Set(await widths())).toEqual(new Set([640]));
    const theme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    expect(await theme()).toBe('light');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(async () => Math.max(...(await widths()))).toBeGreaterThan(640);
    expect(await theme()).toBe('dark');
    await page.context().close();
  });
});

describe('the Compare screen', () => {
  test('says the answer, runs in full with progress, keeps the result and marks it stale', async () => {
    const { page, troubles } = await pages.open('scenarios=2');
    await compare(page);
    expect(await page.locator('.compare-answer').textContent()).toMatch(
      /^“Two more workers” helps: .* fewer/,
    );
    await page.getByRole('button', { name: 'Run and keep' }).click();
    await page.getByText('200 runs, kept in the document.').waitFor();
    expect(await page.getByText('earlier state').count()).toBe(0);
    await page.evaluate(() => {
      const { app } = window as unknown as { app: import('../../renderer/stores/app-store.ts').AppStore };
      app.scenario('s1').setValue('allocation.targetDays', 20);
    });
    await page.getByText('“Two more workers” has changed since these figures were made.').waitFor();
    await page.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('earlier state').waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('is cancelled, and goes on with what was there', async () => {
    const { page } = await pages.open('scenarios=2&trouble=slow');
    await compare(page);
    await page.getByRole('button', { name: 'Run and keep' }).click();
    await page.getByText('40 of 200 runs, about 45 seconds left').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Run and keep' }).waitFor();
    expect(await page.locator('.compare-answer').count()).toBe(1);
    await page.context().close();
  });

  test('asks before a run that takes long', async () => {
    const { page } = await pages.open('scenarios=2&trouble=long');
    await compare(page);
    await page.getByRole('button', { name: 'Run and keep' }).click();
    await page.getByText('will take about 22 minutes').waitFor();
    await page.getByRole('button', { name: 'Simulate it all the same' }).click();
    await page.getByText('200 runs, kept in the document.').waitFor();
    await page.context().close();
  });

  test.each([
    ['scenarios=2', 'Kept in the document: 200 runs, made on 1 March 2027'],
    ['scenarios=2&trouble=broken', 'The file could not be read at row 7.'],
  ])('of %s, opened again, says: %s', async (hash, words) => {
    const { page } = await pages.open(hash);
    await compare(page);
    await page.getByRole('button', { name: 'Run and keep' }).click();
    await page.getByText('200 runs, kept in the document.').waitFor();
    await page.evaluate(() => {
      const { app } = window as unknown as { app: import('../../renderer/stores/app-store.ts').AppStore };
      return app.openDocument('/made-up.headroom');
    });
    await page.getByText(words).waitFor();
    expect(await page.locator('.compare-answer').count()).toBe(hash.includes('broken') ? 0 : 1);
    await page.context().close();
  });

  test('says what to do with fewer than two scenarios', async () => {
    const { page } = await pages.open('scenarios=1');
    await page.getByRole('button', { name: 'Copy “Today” and change it' }).click();
    await page.getByRole('heading', { name: 'What to compare' }).waitFor();
    await page.context().close();
  });

  test.each([
    ['scenarios=3', 'light'],
    ['scenarios=6&names=long', 'dark'],
  ] as const)('of %s is accessible in %s, and does not scroll sideways', async (hash, colorScheme) => {
    const { page } = await pages.open(hash, { colorScheme, viewport: { width: 1024, height: 640 } });
    const faults = async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
    };
    expect(await faults()).toEqual([]);
    await compare(page);
    await fan(page).getByRole('button', { name: 'Show data' }).click();
    await expect.poll(() => page.locator('figure.chart .main-svg').count()).toBeGreaterThanOrEqual(5);
    expect(await faults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
    await page.context().close();
  });
});
