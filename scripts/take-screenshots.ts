/**
 * Takes a picture of every screen with a real service in it, in two sizes and both themes, for docs/screenshots: `npm run screenshots`.
 * Run it after a change to a screen.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Serving, serve } from '../cli/serve.ts';
import { createHost, type Host } from '../host/host.ts';
import { ensureBuilt, PROGRAM } from './built-program.ts';
import { launchChromium } from './chromium.ts';

const PICTURES = join(import.meta.dirname, '..', 'docs', 'screenshots');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;
const PATIENCE = 120_000;

/** A document's name as a person would have it. */
const DOCUMENT = 'East Sussex keywork';
const TODAY = 'East Sussex today';
const CHANGED = 'Six more workers from September';

const scenario = (name: string, own: object = {}) => ({
  type: 'headroom-scenario',
  version: 1,
  extends: 'east-sussex',
  name,
  ...own,
});

const SCENARIOS = {
  today: scenario(TODAY),
  more: scenario(CHANGED, {
    changes: {
      'Six more workers': {
        from: '2023-09-04',
        teams: { main: { posts: { worker: { fte: { value: 74.4, note: 'The growth bid' } } } } },
      },
    },
  }),
  shorter: scenario('Work of 24 weeks', {
    pathways: {
      'family support': {
        plan: {
          length: { value: { distribution: 'gamma', mean: 24, cv: 0.55 }, note: 'With a review at 20 weeks' },
        },
      },
    },
  }),
};

async function answered(asked: ReturnType<Host['ask']>) {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.answer as { document: string; revision: number };
}

async function makeDocument(host: Host): Promise<void> {
  const { document, revision } = await answered(host.ask('document new', { name: DOCUMENT }));
  const comparison = { id: 'c', name: 'More workers or shorter work', scenarios: Object.keys(SCENARIOS) };
  const steps = [
    ...Object.entries(SCENARIOS).map(([id, content]) => ({
      kind: 'put scenario',
      scenario: { id, content },
    })),
    { kind: 'put comparison', comparison },
  ];
  const edit = { label: 'Begin', steps };
  await answered(host.ask('document edit', { document, revision, edit }));
  await answered(host.ask('document close', { document }));
}

const show = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();

/** Each screen as it is when all that takes time is there. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  start: (page) => page.locator('[data-card]').first().waitFor(),
  figures: (page) => page.getByRole('button', { name: 'Start from my figures' }).click(),
  service: async (page) => {
    await page.locator('.document-entry').first().click();
    await page.getByText('Current, 100 runs').waitFor();
  },
  team: (page) => page.getByRole('button', { name: /^Team main/ }).click(),
  changes: async (page) => {
    await page.getByRole('navigation', { name: 'Scenarios' }).getByRole('button', { name: CHANGED }).click();
    await show(page, 'Changes');
    await page.locator('figure.chart .main-svg').first().waitFor();
    await page.getByText('Being refined').waitFor({ state: 'detached' });
  },
  compare: async (page) => {
    await show(page, 'Compare');
    await page.locator('.compare-answer').waitFor();
    const run = page.getByRole('button', { name: 'Run and keep' });
    await run.waitFor();
    const kept = page.locator('.compare-run-words').filter({ hasText: /200 runs/ });
    if ((await kept.count()) === 0) await run.click();
    await kept.waitFor();
    await page.locator('figure.chart .main-svg').nth(4).waitFor();
  },
  assumptions: async (page) => {
    await show(page, 'Assumptions');
    await page.getByRole('row').nth(5).waitFor();
  },
};

async function takeAll(browser: Browser, serving: Serving): Promise<void> {
  for (const colorScheme of THEMES) {
    for (const viewport of SIZES) {
      const page = await browser.newPage({ viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(serving.address);
      for (const [name, reach] of Object.entries(SCREENS)) {
        await reach(page);
        await page.mouse.move(0, 0);
        await page.evaluate('document.fonts.ready');
        await page.waitForTimeout(400);
        const size = `${viewport.width}x${viewport.height}`;
        await page.screenshot({ path: join(PICTURES, `${name}-${size}-${colorScheme}.png`) });
        if (name === 'compare' && viewport === SIZES[0])
          await page.screenshot({
            path: join(PICTURES, `${name}-whole-${size}-${colorScheme}.png`),
            fullPage: true,
          });
      }
      await page.close();
    }
  }
}

mkdirSync(PICTURES, { recursive: true });
await ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'headroom-screenshots-'));
const host = createHost({
  documentsFolder: join(folder, 'Headroom'),
  settingsFolder: join(folder, 'settings'),
});
const serving = await serve({ host, screens: join(PROGRAM, 'renderer') });
const browser = await launchChromium();
try {
  await makeDocument(host);
  await takeAll(browser, serving);
} finally {
  await browser.close();
  await serving.close();
  await host.close();
  rmSync(folder, { recursive: true });
}
