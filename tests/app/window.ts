/** A window of the program in Chromium, with a list of all that a page in order does not do. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Window {
  readonly page: Page;
  /** Anything said on the console, faults, dialogs, breaches of the policy, and requests that leave the program. */
  readonly troubles: string[];
  close(): Promise<void>;
}

export interface WindowOptions extends BrowserContextOptions {
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** @param address with its token, as the program prints it */
export async function openWindow(
  browser: Browser,
  address: string,
  { width = 1366, height = 768, ...options }: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  const { origin } = new URL(address);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) troubles.push(`request: ${url}`);
  });
  await page.exposeFunction('violated', (what: string) => troubles.push(`policy: ${what}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber }) => violated([violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber].join(' ')))",
  );
  await page.goto(address);
  return { page, troubles, close: () => context.close() };
}
