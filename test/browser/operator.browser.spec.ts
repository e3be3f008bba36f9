import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defineJob, openJobQueue, request } from '@tumor-board/job-queue';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { barriers } from './accessible.js';
import { newcomer, visitBy } from './administrator.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, signIn, visit } from './screen.js';

const { dataDir, url } = inject('product');
/** The service does not know this kind of job, so that it fails. */
const unknown = defineJob('spec.unknown', z.strictObject({}));

/** A job that fails, as one from a newer version of the program would. */
async function failingJob(): Promise<string> {
  const { database } = JSON.parse(await readFile(path.join(dataDir, 'service.json'), 'utf8')) as { readonly database: string };
  const queue = await openJobQueue({ databaseUrl: database, definitions: [unknown], poolSize: 1 });
  const id = `spec ${randomUUID()}`;
  await queue.add(request(unknown, id, {}));
  await queue.close();
  return id;
}

const failed = (page: Page, id: string) => page.getByRole('table', { name: 'Failed jobs' }).getByRole('row').filter({ hasText: id });
const asProgram = async (token: string): Promise<number> =>
  (await fetch(`${url}/api/session`, { headers: { authorization: `Bearer ${token}` } })).status;
const shownToken = (page: Page) => page.getByRole('dialog').getByRole('status').locator('code');
const endButton = (page: Page) => page.getByRole('table', { name: 'Signed in' }).getByRole('button', { name: /^End the session of / });
/** Whoever was signed out meanwhile is asked to sign in at the next thing they do. */
const isSignedOut = async (page: Page): Promise<void> => {
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
};

describe('whoever runs the service', () => {
  it('sees how each part is doing, how far followers are behind and why a job failed, and has it tried again', async () => {
    const [operator, id] = await Promise.all([newcomer('administrator'), failingJob()]);
    const page = await visitBy(operator, '/operations');
    await page
      .getByRole('region', { name: 'Database' })
      .getByText(/^PostgreSQL /)
      .waitFor();
    await page
      .getByRole('region', { name: 'Log and its anchors' })
      .getByText('Never verified')
      .or(page.getByText(/^Verified /))
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: 'Knowledge', exact: true })
      .getByText(/^Release npc-/)
      .waitFor();
    const queue = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'board-queue', exact: true }) });
    await queue.getByText('read model', { exact: true }).waitFor();
    await page.getByText('What to do when a lag grows').click();
    await page.getByText(/builds it anew beside the live one/).waitFor();
    await failed(page, id)
      .getByText(/does not know jobs of the kind spec\.unknown/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    const before = await failed(page, id).locator('time').getAttribute('datetime');
    await failed(page, id).getByRole('button').click();
    await page.getByText('It is being tried again. What fails again comes back here.').waitFor();
    await expect.poll(() => failed(page, id).locator('time').getAttribute('datetime')).not.toBe(before);
  });

  it('does the same by keyboard alone', async () => {
    const [operator, id] = await Promise.all([newcomer('administrator'), failingJob()]);
    const page = await visitBy(operator, '/accounts');
    await pressAt(page.getByRole('link', { name: 'Operations' }), 'Enter');
    await pressAt(page.getByText('What to do when a lag grows'), 'Enter');
    await page.getByText(/builds it anew beside the live one/).waitFor();
    const before = await failed(page, id).locator('time').getAttribute('datetime');
    await pressAt(failed(page, id).getByRole('button'), 'Enter');
    await page.getByText('It is being tried again. What fails again comes back here.').waitFor();
    await expect.poll(() => failed(page, id).locator('time').getAttribute('datetime')).not.toBe(before);
  });

  it('makes a token that lets a program in, and revokes it; ends the session of another browser', async () => {
    const operator = await newcomer('administrator');
    const page = await visitBy(operator, '/accounts');
    await page.getByRole('button', { name: `Sessions and tokens of ${operator.login}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What it is for' }).fill('laboratory');
    await dialog.getByRole('textbox', { name: 'Good for days' }).fill('30');
    await dialog.getByRole('button', { name: 'Make a token' }).click();
    const token = (await shownToken(page).textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Copy' }).waitFor();
    expect(await asProgram(token)).toBe(200);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Revoke the token laboratory' }).click();
    const sure = page.getByRole('dialog', { name: 'Revoke the token laboratory' });
    await sure.getByText(/refused within a second/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await sure.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No program has a token.').waitFor();
    await expect.poll(() => asProgram(token)).toBe(401);

    const other = await visitBy(operator, '/operations');
    await other.getByRole('heading', { name: 'Operations' }).waitFor();
    await page.goto('/me');
    await endButton(page).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await expect.poll(() => endButton(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect.poll(() => endButton(page).count()).toBe(0);
    await isSignedOut(other);
  });

  it('does that by keyboard alone as well', async () => {
    const operator = await newcomer('administrator');
    const other = await visitBy(operator, '/operations');
    const page = await visitBy(operator, '/accounts');
    await pressAt(page.getByRole('button', { name: `Sessions and tokens of ${operator.login}` }), 'Enter');
    const dialog = page.getByRole('dialog');
    await typeAt(dialog.getByRole('textbox', { name: 'What it is for' }), 'laboratory');
    await typeAt(dialog.getByRole('textbox', { name: 'Good for days' }), '7');
    await page.keyboard.press('Enter');
    await shownToken(page).waitFor();
    const token = (await shownToken(page).textContent()) ?? '';
    expect(await asProgram(token)).toBe(200);
    await pressAt(dialog.getByRole('button', { name: 'Revoke the token laboratory' }), 'Enter');
    await pressAt(page.getByRole('dialog', { name: 'Revoke the token laboratory' }).getByRole('button', { name: 'Revoke' }), 'Enter');
    await expect.poll(() => asProgram(token)).toBe(401);
    await page.getByText('No program has a token.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await pressAt(page.getByRole('banner').getByRole('link', { name: operator.login }), 'Enter');
    await pressAt(page.getByRole('button', { name: 'Sign out everywhere else' }), 'Enter');
    await pressAt(page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }), 'Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await isSignedOut(other);
  });

  it('adds an account whose person signs in with the one-time password, and disables it again', async () => {
    const page = await visitBy(await newcomer('administrator'), '/accounts');
    const login = `dr.${randomUUID().slice(0, 8)}`;
    await page.getByRole('button', { name: 'Add an account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Login' }).fill(login);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Dr N. Ewcomer');
    await dialog.getByRole('checkbox', { name: 'clinician' }).check();
    await dialog.getByRole('checkbox', { name: 'surgery' }).check();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const password = (await page.getByRole('status').locator('code').textContent()) ?? '';
    const other = await firstVisit(login, password);
    await other.getByRole('link', { name: 'Dr N. Ewcomer' }).click();
    await other.getByText(/clinician · surgery/).waitFor();
    await page.getByRole('button', { name: `Disable ${login}` }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click();
    await page.getByRole('button', { name: `Enable ${login}` }).waitFor();
    await isSignedOut(other);
  });

  it('adds one by keyboard alone, whose person changes the password again', async () => {
    const page = await visitBy(await newcomer('administrator'), '/accounts');
    const login = `dr.${randomUUID().slice(0, 8)}`;
    await pressAt(page.getByRole('button', { name: 'Add an account' }), 'Enter');
    const dialog = page.getByRole('dialog');
    await typeAt(dialog.getByRole('textbox', { name: 'Login' }), login);
    await typeAt(dialog.getByRole('textbox', { name: 'Name' }), 'Dr K. Eyboard');
    await pressAt(dialog.getByRole('checkbox', { name: 'coordinator' }), 'Space');
    await pressAt(dialog.getByRole('button', { name: 'Save' }), 'Enter');
    const code = page.getByRole('status').locator('code');
    await code.waitFor();
    await expect.poll(() => hasFocus(page.getByRole('button', { name: 'Add an account' }))).toBe(true);
    const other = await firstVisit(login, (await code.textContent()) ?? '');
    await pressAt(other.getByRole('link', { name: 'Dr K. Eyboard' }), 'Enter');
    await typeAt(other.getByRole('textbox', { name: 'Password until now' }), OWN);
    await typeAt(other.getByRole('textbox', { name: 'New password', exact: true }), `${OWN}, changed`);
    await typeAt(other.getByRole('textbox', { name: 'New password again' }), `${OWN}, changed`);
    await other.keyboard.press('Enter');
    await other.getByText('The password is changed.', { exact: false }).waitFor();
    await tabTo(other.getByRole('button', { name: 'Sign out', exact: true }), 'Shift+Tab');
    await other.keyboard.press('Enter');
    await signIn(other, login, `${OWN}, changed`);
    await other.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(await barriers(other)).toEqual([]);
  });
});

const OWN = 'a password of my own';

/** A second browser: signs in with a one-time password and chooses another. */
async function firstVisit(login: string, oneTime: string): Promise<Page> {
  const page = await visit('/');
  await signIn(page, login, oneTime);
  await page.getByRole('textbox', { name: 'Password you were given' }).fill(oneTime);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(OWN);
  await page.getByRole('textbox', { name: 'New password again' }).fill(OWN);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  return page;
}
