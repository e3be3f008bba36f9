import { type Browser, type BrowserContextOptions, type Cookie, chromium, type Locator, type Page, request } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';

const product = inject('product');

/** A busy machine is no failure. */
const PATIENCE = 60_000;

let connected: Promise<Browser> | undefined;
afterAll(async () => {
  await (await connected)?.close();
  connected = undefined;
});

/** What the page is looked at with. */
export type Look = Pick<BrowserContextOptions, 'colorScheme' | 'viewport'>;

/**
 * A page in a browser of its own, by default that of somebody at a desk who has not signed in. It closes with the test,
 * which fails when a script of the page failed or broke the content security policy.
 */
export async function visit(address: string, look: Look = {}, cookies: readonly Cookie[] = []): Promise<Page> {
  connected ??= chromium.connect(inject('browser'));
  const context = await (await connected).newContext({
    baseURL: product.url,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...look,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addCookies(cookies);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`${page.url()}\n${await beginning(page)}\n`);
    await context.close();
    expect(faults).toEqual([]);
  });
  await page.goto(address);
  return page;
}

/** What stands on a page, from the top, for whoever wonders why a test failed. */
const beginning = async (page: Page): Promise<string> => (await page.locator('body').ariaSnapshot()).split('\n').slice(0, 100).join('\n');

const sessions = new Map<string, Promise<Cookie[]>>();

/** The session of somebody with a demo account: one for all pages of a file, so nobody should end it. */
async function begin(login: string): Promise<Cookie[]> {
  const requests = await request.newContext({ baseURL: product.url });
  const answer = await requests.post('/api/session', { data: { login, password: product.demoPassword } });
  expect(answer.status()).toBe(201);
  const { cookies } = await requests.storageState();
  await requests.dispose();
  return cookies;
}

/** {@link visit} of somebody with a demo account. */
export async function visitAs(login: string, address: string, look: Look = {}): Promise<Page> {
  const session = sessions.get(login) ?? begin(login);
  sessions.set(login, session);
  return await visit(address, look, await session);
}

/** Fills in the page of who has not signed in. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Login' }).fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** True when what is typed goes there. */
export const hasFocus = async (place: Locator): Promise<boolean> => (await place.and(place.page().locator(':focus')).count()) === 1;
