import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlPage } from '../../reports/html.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { experiment, PANEL, SHORTER, TODAY, TWO_MORE } from './fixture-experiment.ts';

const plotly = readFileSync(createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'), 'utf8');
const HOSTILE = `<b>"</script><script>alert('x')</script>`;
const EXPERIMENTS = {
  one: experiment([TODAY]),
  four: experiment([TODAY, TWO_MORE, SHORTER, PANEL]),
  'long and hostile names': experiment([
    { ...TODAY, name: `${'Verylongwordwithoutanybreak'.repeat(8)}` },
    { ...TWO_MORE, name: `A scenario that says all it does in its name ${'and then some more '.repeat(9)}` },
    { ...SHORTER, name: HOSTILE },
  ]),
} as const;
type Name = keyof typeof EXPERIMENTS;
const NAMES = Object.keys(EXPERIMENTS) as Name[];

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-page-'));
  for (const name of NAMES)
    writeFileSync(join(folder, `${name}.html`), htmlPage(EXPERIMENTS[name], { plotly }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Anything a page that is in order does not do: errors, violations of its policy, requests. */
  readonly troubles: readonly string[];
}

async function open(name: Name, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url()))
      troubles.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('violated', (directive: string) => troubles.push(`policy: ${directive}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => violated(event.violatedDirective))",
  );
  await page.goto(address);
  return { page, troubles };
}

/** Marks drawn in each chart: filled bands and lines. */
const drawn = (page: Page) =>
  page
    .locator('.chart')
    .evaluateAll((found) =>
      found.map((chart) => chart.querySelectorAll('.scatterlayer .js-line, .scatterlayer .js-fill').length),
    );

describe.each(NAMES)('the page of %s', (name) => {
  test('draws every chart without an error, a request or a breach of its policy', async () => {
    const { page, troubles } = await open(name);
    const marks = await drawn(page);
    expect(marks).toHaveLength(EXPERIMENTS[name].scenarios.length + 1);
    expect(Math.min(...marks)).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each([360, 768, 1366, 1920])('does not scroll sideways at %d px', async (width) => {
    const { page } = await open(name, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const widest = await page
      .locator('.chart .main-svg')
      .evaluateAll((found) => Math.max(...found.map((svg) => svg.getBoundingClientRect().right)));
    expect(widest).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  test('says everything without scripts', async () => {
    const { page, troubles } = await open(name, { javaScriptEnabled: false });
    expect(await page.getByText('Charts need scripts, which are off').isVisible()).toBe(true);
    expect(await page.locator('.chart').first().isVisible()).toBe(false);
    await page.getByText('Data of this chart').first().click();
    const [first] = EXPERIMENTS[name].scenarios;
    expect(await page.locator('#chart-waiting-0-data tbody tr').count()).toBe(first!.dates.length);
    expect(await page.locator('#chart-waiting-0-data').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

test.each([
  ['one', 'light'],
  ['one', 'dark'],
  ['four', 'light'],
  ['long and hostile names', 'dark'],
] as const)('the page of %s is accessible in %s', async (name, colorScheme) => {
  const { page } = await open(name, { colorScheme });
  await page.locator('details:not(.data)').evaluateAll((found) => {
    for (const details of found) details.setAttribute('open', '');
  });
  await page.getByText('Data of this chart').last().click();
  const axe = new AxeBuilder({ page });
  // The page of one is checked as a whole in light: in dark only its colours are others.
  if (name === 'one' && colorScheme === 'dark') axe.withRules('color-contrast');
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.context().close();
});

test('charts follow a change of theme', async () => {
  const { page } = await open('one', { colorScheme: 'light' });
  const paper = () =>
    page
      .locator('.chart .bg')
      .first()
      .evaluate((mark) => getComputedStyle(mark).fill);
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe('rgb(23, 29, 37)');
  await page.context().close();
});

test('charts are redrawn to the width of a printed page, in light, and back', async () => {
  const { page } = await open('four', { colorScheme: 'dark', viewport: { width: 1920, height: 900 } });
  const widths = () =>
    page
      .locator('.chart')
      .evaluateAll((found) =>
        found.map((chart) => Number(chart.querySelector('.main-svg')!.getAttribute('width'))),
      );
  const before = await widths();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(new Set(await widths())).toEqual(new Set([680]));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(widths).toEqual(before);
  await page.context().close();
});

test('the headline table is copied as a table', async () => {
  const { page, troubles } = await open('one', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('[data-copies=headline-table]').click();
  expect(await page.locator('[data-copies=headline-table]').textContent()).toBe('Copied');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(copied).toContain('<table');
  expect(copied).toContain('Families waiting, on average');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('families and children change places, in tables and charts, and print holds both', async () => {
  const { page, troubles } = await open('four');
  const visible = (id: string) => page.locator(`#${id}`).isVisible();
  expect([await visible('headline-table'), await visible('headline-table-children')]).toEqual([true, false]);
  await page.getByLabel('children', { exact: true }).check();
  expect([await visible('headline-table'), await visible('headline-table-children')]).toEqual([false, true]);
  expect([await visible('team-table-0-families'), await visible('team-table-0-children')]).toEqual([
    false,
    true,
  ]);
  expect(await page.locator('#chart-waiting-0').textContent()).toContain('Children waiting');
  await page.emulateMedia({ media: 'print' });
  expect([await visible('headline-table'), await visible('headline-table-children')]).toEqual([true, true]);
  expect(await page.getByLabel('children', { exact: true }).isVisible()).toBe(false);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a chart becomes a picture within the policy', async () => {
  const { page, troubles } = await open('one');
  const download = page.waitForEvent('download');
  await page.locator('.modebar-btn').first().click();
  expect((await download).suggestedFilename()).toBe('headroom.png');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('nothing moves after the first paint', async () => {
  const { page } = await open('four');
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBeLessThan(0.01);
  await page.context().close();
});
