/** The first screen: from nothing to a document, by mouse and by keys, and what it says when something is wrong. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { chooseService, EAST_SUSSEX, openFromList, scenario, screenShown, show, shown } from './screens.ts';

const app = headroom();

const scenariosOf = async (name: string) => {
  const { document, scenarios } = await app.ask('document open', {
    path: join(app.documents, `${name}.headroom`),
  });
  await app.ask('document close', { document });
  return scenarios;
};

describe('a service with published figures', () => {
  test('is found by typing, and its document is made and saved', async () => {
    const page = await app.open();
    const services = page.getByRole('group', { name: 'Services with published figures' }).getByRole('button');
    await expect.poll(() => services.count()).toBeGreaterThan(20);
    await page.getByLabel('Find a service').fill('keywork east sussex');
    await expect.poll(() => services.count()).toBe(1);
    await chooseService(page, EAST_SUSSEX);
    // A file name cannot hold a colon everywhere.
    await shown(page, 'East Sussex- keywork, 2023');
    expect(await screenShown(page)).toBe('service');
    const [made] = await scenariosOf('East Sussex- keywork, 2023');
    expect(made!.content).toMatchObject({ extends: 'east-sussex', name: EAST_SUSSEX });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('is chosen by keys alone: skip to the content, type, arrow, Enter', async () => {
    const page = await app.open();
    await page.getByRole('button', { name: EAST_SUSSEX }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('placeholder')).toMatch(/^Authority/);
    await page.keyboard.type('sussex');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').textContent()).toMatch(/^East Sussex/);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').textContent()).toMatch(/^West Sussex/);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => screenShown(page)).toBe('service');
  });

  test('that is not among them is said so, with what to do', async () => {
    const page = await app.open();
    await page.getByLabel('Find a service').fill('Atlantis');
    await page.getByText('No service has “Atlantis” in its description.').waitFor();
    await page.getByText('0 services').waitFor();
  });
});

describe('own figures', () => {
  const QUESTIONS = [
    ['How many referrals come in a year?', '1,200'],
    ['What share is accepted?', '55'],
    ['How many workers hold cases?', '14'],
    ['How many families can a full-timer hold?', '10'],
    ['How long is a family worked with?', '24'],
    ['How many families wait now?', '60'],
  ] as const;
  const question = (page: Page, asks: string) => page.getByRole('textbox', { name: asks });

  test('make a service, which says of every other value that it is a usual one', async () => {
    const page = await app.open();
    await page.getByRole('button', { name: 'Start from my figures' }).click();
    for (const [asks, answer] of QUESTIONS) await question(page, asks).fill(answer);
    await page.getByLabel('What shall it be called?').fill('Our borough');
    await page.keyboard.press('Enter');
    await shown(page, 'Our borough');
    const [made] = await scenariosOf('Our borough');
    expect(made!.content).toMatchObject({
      demand: { referralsPerYear: { value: 1200, source: 'Your own figure', confidence: 'stated' } },
      needs: { 'targeted help': { routes: { pathways: { 'family support': { value: 0.55 } } } } },
      teams: { main: { posts: { worker: { fte: { value: 14 }, capPerFte: { value: 10 } } } } },
    });
  });

  test('that are missing or impossible are said beside their questions, and nothing is made', async () => {
    const page = await app.open();
    await page.getByRole('button', { name: 'Start from my figures' }).click();
    await page.getByRole('button', { name: 'Show my service' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(6);
    for (const [asks, answer] of QUESTIONS) await question(page, asks).fill(answer);
    await question(page, 'What share is accepted?').fill('155');
    await page.getByRole('button', { name: 'Show my service' }).click();
    const said = page.getByRole('alert');
    expect(await said.count()).toBe(1);
    expect(await said.textContent()).toMatch(/0% .*100%/);
    const share = question(page, 'What share is accepted?');
    expect(await share.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await share.getAttribute('aria-invalid')).toBe('true');
    const describedBy = (await share.getAttribute('aria-describedby'))!.split(' ');
    expect(describedBy).toContain(await said.getAttribute('id'));
    expect(await screenShown(page)).toBe('start');
    expect(existsSync(join(app.documents, 'Our service.headroom'))).toBe(false);
    await share.fill('50');
    await expect.poll(() => said.count()).toBe(0);
    await page.getByRole('button', { name: 'Back' }).click();
    const figures = page.getByRole('button', { name: 'Start from my figures' });
    await expect.poll(() => figures.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('documents', () => {
  test('are listed, the newest first, and opened by name', async () => {
    await app.document('An older plan', { a: scenario('kent', 'Kent') });
    await app.document('A newer plan', { a: scenario('medway', 'Medway') });
    const page = await app.open();
    const listed = page.getByRole('region', { name: 'Your documents' }).getByRole('listitem');
    await listed.first().waitFor();
    const names = await listed.locator('.document-entry-name').allTextContents();
    expect(names.indexOf('A newer plan')).toBeLessThan(names.indexOf('An older plan'));
    await openFromList(page, 'An older plan');
  });

  test('take a second service, which is undone and done again from the header', async () => {
    await app.document('Two services', {
      a: scenario('kent', 'Kent'),
    });
    const page = await app.open();
    await openFromList(page, 'Two services');
    await show(page, 'Start');
    await page.getByText('“Two services”').click();
    await chooseService(page, EAST_SUSSEX);
    await shown(page, 'Two services');
    expect(await scenariosOf('Two services')).toHaveLength(2);
    await page.getByRole('button', { name: `Undo: “${EAST_SUSSEX}” added` }).click();
    await page.getByRole('button', { name: `Redo: “${EAST_SUSSEX}” added` }).waitFor();
    await shown(page, 'Two services');
    expect(await scenariosOf('Two services')).toHaveLength(1);
    await page.locator('main').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('Control+Shift+Z');
    await page.getByRole('button', { name: `Undo: “${EAST_SUSSEX}” added` }).waitFor();
    await shown(page, 'Two services');
    expect(await scenariosOf('Two services')).toHaveLength(2);
    await page.keyboard.press('Control+s');
    await page.getByText('Everything is saved').waitFor();
  });

  test('are copied beside themselves; the one open stays the one it was', async () => {
    await app.document('To be copied', {
      a: scenario('kent', 'Kent'),
    });
    const page = await app.open();
    await openFromList(page, 'To be copied');
    await page.getByRole('button', { name: 'Document To be copied, Saved' }).click();
    await page.getByRole('menuitem', { name: 'Save a copy' }).click();
    await page.getByText('A copy is saved').waitFor();
    await shown(page, 'To be copied');
    await show(page, 'Start');
    const listed = page.getByRole('region', { name: 'Your documents' }).locator('.document-entry-name');
    await expect.poll(() => listed.allTextContents()).toContain('To be copied 2');
    expect(await scenariosOf('To be copied 2')).toEqual(await scenariosOf('To be copied'));
  });
});
