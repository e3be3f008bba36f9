import { describe, expect, inject, it } from 'vitest';
import { hasFocus, signIn, visit, visitAs } from './screen.js';

const { demoPassword, oneTimePassword } = inject('product');
const OWN = 'a password of my own';

describe('signing in', () => {
  it('says no more of a wrong password than that it does not fit, and takes the right one', async () => {
    const page = await visit('/queue');
    await signIn(page, 'coordinator', 'not this one');
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/queue');
  });

  it('needs no mouse', async () => {
    const page = await visit('/queue');
    await page.getByRole('textbox', { name: 'Login' }).waitFor();
    await expect.poll(() => hasFocus(page.getByRole('textbox', { name: 'Login' }))).toBe(true);
    await page.keyboard.type('chair');
    await page.keyboard.press('Tab');
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  it('comes back when the session ends while the page is open, and goes on where it was', async () => {
    const page = await visitAs('coordinator', '/queue?search=V15');
    await page.getByRole('row', { name: 'V15' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('columnheader', { name: 'Due' }).getByRole('button').click();
    await signIn(page, 'coordinator', demoPassword);
    await page.getByRole('row', { name: 'V15' }).waitFor();
    expect(new URL(page.url()).search).toContain('search=V15');
  });
});

describe('a one-time password', () => {
  it('lets its owner choose another, and nothing else before', async () => {
    const page = await visit('/queue');
    await signIn(page, 'admin', oneTimePassword);
    await page.getByRole('heading', { name: 'Choose a password of your own' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Password you were given' }).fill(oneTimePassword);
    await page.getByRole('textbox', { name: 'New password', exact: true }).fill(OWN);
    await page.getByRole('textbox', { name: 'New password again' }).fill('another one than that');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The two are not the same.').waitFor();
    await page.getByRole('textbox', { name: 'New password again' }).fill(OWN);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, 'admin', oneTimePassword);
    await page.getByRole('alert').waitFor();
    await signIn(page, 'admin', OWN);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });
});
