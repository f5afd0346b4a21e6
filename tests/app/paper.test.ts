/** Every screen on A4: in light, nothing beyond the edge of the paper, and none of what only a screen needs. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { openFromList, SCREENS, scenario, show } from './screens.ts';

const app = headroom();
/** A4 at 96 to the inch, less the margins that Chromium leaves. */
const PAPER = { width: 718, height: 1046 };
const CHANGE = {
  'More workers': { from: '2023-06-01', teams: { main: { posts: { worker: { fte: 80 } } } } },
};

/** What reaches beyond the paper. */
const beyondPaper = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isBeyond = (element: Element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 1 && left > -1000 && (right > width + 1 || left < -1);
    };
    return [...document.querySelectorAll('main :is(p, h1, h2, h3, td, th, label, figure, input)')]
      .filter(isBeyond)
      .map((element) => element.outerHTML.slice(0, 140));
  });

test('every screen fits the paper, and makes a PDF', async () => {
  const path = await app.document('printed', {
    today: scenario('east-sussex', 'As it is'),
    more: scenario('east-sussex', 'More workers from June', { changes: CHANGE }),
  });
  const { document, revision } = await app.ask('document open', { path });
  const comparison = { id: 'c', name: 'More workers', scenarios: ['today', 'more'] };
  const steps = [{ kind: 'put comparison', comparison } as const];
  await app.ask('document edit', { document, revision, edit: { label: 'Compare', steps } });
  await app.ask('document close', { document });
  const page = await app.open({ colorScheme: 'dark' });
  await openFromList(page, 'printed');
  const wrong: string[] = [];
  for (const screen of SCREENS.filter((name) => name !== 'Start')) {
    await show(page, screen);
    if (screen !== 'Assumptions')
      await page.locator('figure.chart .main-svg').first().waitFor({ timeout: 60_000 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const drawn = await page
      .locator('.picture-place .part')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
    if (drawn.some((right) => right > PAPER.width))
      wrong.push(`${screen}: the picture is wider than the paper`);
    await page.setViewportSize(PAPER);
    // Charts are drawn anew to the width of the paper.
    await page.waitForTimeout(300);
    wrong.push(...(await beyondPaper(page)).map((what) => `${screen}: ${what}`));
    for (const gone of ['.screen-only', 'nav']) {
      const seen = await page.locator(`main ${gone}, header ${gone}`).filter({ visible: true }).count();
      if (seen > 0) wrong.push(`${screen}: ${seen} of ${gone} on paper`);
    }
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  expect(wrong).toEqual([]);
});
