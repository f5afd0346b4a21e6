/** Files that are no document of ours, torn ones, newer ones, ones that may only be read: a clear message, and nothing is touched. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { headroom } from './headroom.ts';
import { serveWithoutPermission } from './other-program.ts';
import { field, notices, openFromList, scenario, screenShown, show, shown } from './screens.ts';

const KENT = scenario('kent', 'Kent');
const app = headroom();

async function openPath(page: Page, path: string): Promise<void> {
  await page.getByLabel('Path of another').fill(path);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

/** Where the number that says the version of the layout stands, counted from the file's beginning. */
const LAYOUT_VERSION_AT = 60;

describe('a file that cannot be opened is left as it is, and the message says why', () => {
  test.each([
    [
      'foreign',
      'is another kind of file, not a Headroom document',
      (path: string) => writeFileSync(path, 'Dear all, the figures for June'),
    ],
    ['empty', 'is empty, not a Headroom document', (path: string) => writeFileSync(path, '')],
    ['torn', 'is damaged: part of it is missing or torn', (path: string) => truncateSync(path, 9_000)],
    [
      'newer',
      'newer',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(9_999, LAYOUT_VERSION_AT);
        writeFileSync(path, bytes);
      },
    ],
  ])('%s', async (name, says, spoil) => {
    const path = await app.document(name, { a: KENT });
    spoil(path);
    const before = readFileSync(path);
    const page = await app.open();
    await openPath(page, path);
    await notices(page).getByText('Not done: The document could not be opened').waitFor();
    expect(await notices(page).textContent()).toContain(says);
    expect(await screenShown(page)).toBe('start');
    expect(readFileSync(path).equals(before)).toBe(true);
    await page.getByRole('button', { name: 'Put away: The document could not be opened' }).click();
    expect(await notices(page).textContent()).toBe('');
  });

  test('missing', async () => {
    const page = await app.open();
    await openPath(page, join(app.documents, 'Nowhere.headroom'));
    await notices(page).getByText('is not there, or its folder is not').waitFor();
  });
});

test('the document open stays open when another cannot be', async () => {
  await app.document('Kept open', { a: KENT });
  const page = await app.open();
  await openFromList(page, 'Kept open');
  await show(page, 'Start');
  await openPath(page, join(app.documents, 'Nowhere.headroom'));
  await notices(page).getByText('is not there, or its folder is not').waitFor();
  await shown(page, 'Kept open');
});

test('a document that may only be read says so, and a copy of it can be changed', async () => {
  const path = await app.document('Only to read', { a: KENT });
  const program = await serveWithoutPermission(app.folder, path);
  const page = await app.openAt(program.address);
  await openPath(page, path);
  await page.getByText('This document can only be read').waitFor();
  await page.getByText('“Only to read.headroom” is read-only.').waitFor();
  await page.getByRole('button', { name: 'Document Only to read, Read only' }).waitFor();
  expect(await field(page, 'Workers').isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await notices(page).getByText('A copy is saved').waitFor();
  await show(page, 'Start');
  await openFromList(page, 'Only to read');
  await shown(page, 'Only to read');
  expect(await field(page, 'Workers').isDisabled()).toBe(false);
  await page.context().close();
});
