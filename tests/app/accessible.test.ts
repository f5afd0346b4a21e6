/** WCAG 2.2 AA on every screen: axe in both themes, focus seen and in order, less motion, twice the size, and the smallest window. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { openFromList, SCREENS, type ScreenName, scenario, show } from './screens.ts';

const app = headroom();
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MORE_WORKERS = {
  'More workers': {
    from: '2023-06-01',
    teams: { main: { posts: { worker: { fte: { value: 74.4, note: 'A growth bid' } } } } },
  },
};

beforeAll(async () => {
  const path = await app.document('Two scenarios', {
    today: scenario('east-sussex', 'East Sussex today'),
    more: scenario('east-sussex', 'Six more workers from June', { changes: MORE_WORKERS }),
  });
  const { document, revision } = await app.ask('document open', { path });
  const comparison = { id: 'c', name: 'Six more workers', scenarios: ['today', 'more'] };
  const steps = [{ kind: 'put comparison', comparison } as const];
  await app.ask('document edit', { document, revision, edit: { label: 'Compare', steps } });
  await app.ask('document close', { document });
});

/** Until the screen has all that takes time. */
const SETTLED: Readonly<Record<ScreenName, (page: Page) => Promise<unknown>>> = {
  Start: (page) => page.locator('[data-card]').first().waitFor(),
  Service: (page) => page.getByText('Current, 100 runs').waitFor({ timeout: 60_000 }),
  Changes: (page) => page.locator('figure.chart .main-svg').first().waitFor(),
  Compare: (page) => page.locator('figure.chart .main-svg').nth(4).waitFor({ timeout: 60_000 }),
  Assumptions: (page) => page.getByRole('row').nth(5).waitFor(),
};

async function settle(page: Page, screen: ScreenName): Promise<void> {
  if (screen !== 'Start') await show(page, screen);
  await SETTLED[screen](page);
}

/** Every screen of the document, one after the other. */
async function onEveryScreen(page: Page, look: (screen: ScreenName) => Promise<void>): Promise<void> {
  for (const screen of SCREENS) {
    if (screen === 'Service') {
      await openFromList(page, 'Two scenarios');
      await page.getByRole('button', { name: 'Six more workers from June' }).first().click();
    }
    await settle(page, screen);
    await look(screen);
  }
}

const THEMES = ['light', 'dark'] as const;

async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      ),
    );
  }
  return found;
}

/** Fields whose input does not lead to where its value comes from and to what is wrong with it. */
const undescribed = (page: Page) =>
  page.locator('.field').evaluateAll((fields) =>
    fields
      .filter((field) => {
        const inputs = [...field.querySelectorAll('input:not([type=hidden]), textarea')];
        const led = inputs.flatMap((input) => input.getAttribute('aria-describedby')?.split(' ') ?? []);
        return !led.some((id) => field.querySelector('.field-problem')?.id === id);
      })
      .map((field) => `${field.getAttribute('data-path')} is not described`),
  );

/** The smallest window, and 1366 x 768 at twice the size. */
const SMALL = [
  { width: 1024, height: 640 },
  { width: 683, height: 384 },
];

test('every screen: axe finds nothing in either theme, and small windows show everything without scrolling sideways', async () => {
  const page = await app.open({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  await onEveryScreen(page, async (screen) => {
    wrong.push(...(await faults(page)).map((fault) => `${screen}: ${fault}`));
    for (const size of SMALL) {
      await page.setViewportSize(size);
      // Charts are drawn anew to the width.
      await page.waitForTimeout(250);
      wrong.push(...(await beyondEdge(page)).map((what) => `${screen} at ${size.width}: ${what}`));
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });
  expect(wrong).toEqual([]);
});

test('forms, dialogs, help and messages: axe finds nothing in either theme', async () => {
  const page = await app.open({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  const look = async (what: string) => {
    wrong.push(...(await faults(page)).map((fault) => `${what}: ${fault}`));
  };
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
  await press('Start from my figures');
  await press('Show my service');
  await look('questions with problems');
  await openFromList(page, 'Two scenarios');
  await page.getByRole('textbox', { name: 'Share accepted', exact: true }).fill('155');
  await page
    .locator('.field')
    .getByRole('alert')
    .getByText(/0% .*100%/)
    .waitFor();
  await press('Help on Share accepted');
  await look('a value that is not allowed, with help');
  await press(/^Undo: .*155/);
  await page.getByRole('button', { name: /^Team main/ }).click();
  await page.getByRole('button', { name: /^More: / }).click();
  await look('all fields of a team');
  wrong.push(...(await undescribed(page)));
  await show(page, 'Changes');
  await press('Add a change');
  await page.getByRole('dialog').waitFor();
  await look('a new change');
  await page.keyboard.press('Escape');
  await press('Help');
  await page.getByRole('dialog').waitFor();
  await look('help');
  await page.keyboard.press('Escape');
  await show(page, 'Assumptions');
  for (const tab of ['Published figures', 'Balance in words', 'Model description']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).locator('h2, h3, p, table').first().waitFor();
    await look(tab);
  }
  expect(wrong).toEqual([]);
});

/** What shows of the element that has the focus, and whether it is in sight. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return null;
    const around = [element, element.parentElement!, element.parentElement!.parentElement!];
    // Of a slider the thumb shows it; of a radio or checkbox what stands beside it.
    const parts = [
      ...around,
      ...element.querySelectorAll<HTMLElement>('*'),
      ...(element.parentElement?.children ?? []),
    ];
    const look = () =>
      parts
        .map((part) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, stroke, strokeWidth } =
            getComputedStyle(part);
          return [
            outlineStyle === 'none' ? '' : outlineWidth + outlineColor,
            boxShadow,
            borderColor,
            stroke,
            strokeWidth,
          ];
        })
        .join('|');
    // Transitions would still show the earlier look.
    const finish = () => {
      for (const animation of document.getAnimations()) animation.finish();
    };
    finish();
    const withFocus = look();
    const { left, top, width, height } = element.getBoundingClientRect();
    const atPoint = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    // What is drawn in place of a radio or of a slider's input stands beside it.
    const inSight =
      atPoint !== null && (atPoint.contains(element) || element.parentElement!.contains(atPoint));
    element.blur();
    finish();
    const without = look();
    element.focus();
    return {
      shows: withFocus !== without,
      inSight,
      tabIndex: element.tabIndex,
      html: element.outerHTML.slice(0, 160),
    };
  });

/** Assumptions has three to each of some hundred rows; these are enough of them. */
const MOST_STOPS = 45;

test('every screen: focus is seen wherever Tab leads, and nothing moves by itself where less motion is wanted', async () => {
  const page = await app.open({ reducedMotion: 'reduce' });
  const wrong: object[] = [];
  await onEveryScreen(page, async (screen) => {
    for (const moving of await movingNow(page)) wrong.push({ screen, moving });
    await page.locator('main').focus();
    let stops = 0;
    for (; stops < MOST_STOPS; stops++) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (at === null) break;
      if (!at.shows || !at.inSight || at.tabIndex > 0) wrong.push({ screen, ...at });
    }
    if (stops < 5) wrong.push({ screen, stops });
  });
  expect(wrong).toEqual([]);
});

const movingNow = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && Number(effect?.getComputedTiming().duration) > 10,
      )
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 120)),
  );

/** What of the content goes beyond an edge, and is not in something that scrolls by itself; the page itself if that can be scrolled. */
const beyondEdge = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [
      ...document.querySelectorAll(
        'main :is(button, input, a, p, h1, h2, h3, td, th, label, figure), header button',
      ),
    ]
      .filter((element) => {
        const { right, left, width: own } = element.getBoundingClientRect();
        return own > 1 && left > -1000 && (right > width + 1 || left < -1) && !scrolls(element.parentElement);
      })
      .map((element) => element.outerHTML.slice(0, 140))
      .concat(
        document.documentElement.scrollWidth > width
          ? [`the page is ${document.documentElement.scrollWidth} wide`]
          : [],
      );
  });
