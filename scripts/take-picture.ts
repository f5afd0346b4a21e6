/** Takes the README's picture from the page that `npm run demo` wrote: the waiting list week by week, one chart a scenario. */
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';

const PAGE = new URL('../east-sussex.html', import.meta.url);
const PICTURE = fileURLToPath(new URL('../docs/east-sussex.png', import.meta.url));

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1200, height: 1500 }, colorScheme: 'light' });
await page.goto(PAGE.href);
await page.waitForSelector('.js-plotly-plot .main-svg');
const section = page.locator('section', { hasText: 'The waiting list, week by week' });
await section.screenshot({ path: PICTURE });
await browser.close();
