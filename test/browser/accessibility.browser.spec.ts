import { describe, expect, inject, it } from 'vitest';
import { ask, askAs } from '../e2e/http.js';
import { command } from '../e2e/processes.js';
import { barriers } from './accessible.js';
import { signIn, visit, visitAs } from './screen.js';

const { dataDir, token, url } = inject('product');
askAs(url, token);

const idOf = async (reference: string): Promise<string> => {
  const { body } = await ask<{ cases: { id: string; reference: string }[] }>(`${url}/api/cases?limit=200`);
  return body.cases.find((one) => one.reference === reference)?.id ?? '';
};

/** Each screen by its address, who looks at it, and what stands there once it is loaded. */
const SCREENS = [
  ['queue', 'coordinator', async () => '/queue'],
  ['queue without a case', 'coordinator', async () => '/queue?search=nobody'],
  ['case', 'radiation-oncologist', async () => `/cases/${await idOf('V04')}`],
] as const;
/** Colours decide on contrast, and width on what has to be scrolled: each is tried with one of the other. */
const LOOKS = [
  { colorScheme: 'light', device: 'at a desk', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', device: 'on a tablet', viewport: { width: 820, height: 1180 } },
] as const;

describe.each(LOOKS)('in $colorScheme colours $device, nothing keeps people from using', ({ colorScheme, viewport }) => {
  const look = { colorScheme, viewport };

  it('the page to sign in, also after a wrong password', async () => {
    const page = await visit('/queue', look);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await signIn(page, 'coordinator', 'not this one');
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the page to choose a password', async () => {
    const login = `new.${colorScheme}`;
    const added = await command(['account', 'add', login, '--role', 'clinician:radiology'], { DATA_DIR: dataDir });
    const [, password = ''] = /one-time password (\S+)/.exec(added.stdout) ?? [];
    const page = await visit('/queue', look);
    await signIn(page, login, password);
    await page.getByRole('button', { name: 'Change the password' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it.each(SCREENS)('the %s', async (_name, login, address) => {
    const page = await visitAs(login, await address(), look);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText('Loading', { exact: true }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });
});
