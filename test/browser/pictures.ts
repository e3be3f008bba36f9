import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { ask, askAs } from '../e2e/http.js';
import { given } from './given.js';
import { visitAs } from './screen.js';

/** Where the README looks for its pictures. */
const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures');
/** In bytes. */
const LARGEST = 200_000;
const HEIGHT = 720;
/** A case has more to be seen at once. */
const CASE_HEIGHT = 960;

const { token, url } = inject('product');
askAs(url, token);

const idOf = async (reference: string): Promise<string> => {
  const { body } = await ask<{ cases: { id: string; reference: string }[] }>(`${url}/api/cases?limit=200`);
  return body.cases.find((one) => one.reference === reference)?.id ?? '';
};

const loaded = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.getByText('Loading', { exact: true }).count()).toBe(0);
};

/** Makes a picture of what is seen, and answers how large it is. */
async function take(page: Page, name: string): Promise<number> {
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return (await stat(file)).size;
}

const look = { viewport: { width: 1280, height: HEIGHT } };

it('shows the queue', async () => {
  const page = await visitAs('coordinator', '/queue', look);
  await page.getByRole('row', { name: 'V15' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  expect(await take(page, 'queue')).toBeLessThan(LARGEST);
});

it('shows a case', async () => {
  const page = await visitAs('radiation-oncologist', `/cases/${await idOf('V22')}`, { viewport: { width: 1280, height: CASE_HEIGHT } });
  await loaded(page);
  await page.locator('canvas, [data-zr-dom-id]').first().waitFor();
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  expect(await take(page, 'case')).toBeLessThan(LARGEST);
});

it('shows a meeting', async () => {
  const { meetings } = await given.done<{ meetings: { meetingId: string; status: string }[] }>('coordinator', 'meetings?status=planned');
  const [{ meetingId } = { meetingId: '' }] = meetings;
  await given.openMeeting(meetingId);
  const page = await visitAs('chair', `/meetings/${meetingId}`, look);
  await loaded(page);
  await page.getByText('V15', { exact: true }).first().waitFor();
  expect(await take(page, 'meeting')).toBeLessThan(LARGEST);
});
