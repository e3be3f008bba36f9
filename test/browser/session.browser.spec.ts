import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { given } from './given.js';
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

  it('says so when signing out has not worked, and does it once it can', async () => {
    const page = await visit('/queue');
    await signIn(page, 'chair', demoPassword);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'You are not signed out yet.' });
    await alert.waitFor();
    expect(await page.getByRole('textbox', { name: 'Login' }).count()).toBe(0);
    await page.context().setOffline(false);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('textbox', { name: 'Login' }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Login' }).waitFor();
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

  it('shows the next person nothing that the one before had on the screen', async () => {
    const page = await visitAs('coordinator', '/queue?search=V15');
    const row = page.getByRole('row', { name: 'V15' });
    await row.waitFor();
    await page.context().clearCookies();
    await page.getByRole('columnheader', { name: 'Due' }).getByRole('button').click();
    const answers = Promise.withResolvers<void>();
    await page.route('**/api/queue?*', async (route) => {
      await answers.promise;
      await route.continue();
    });
    await signIn(page, 'chair', demoPassword);
    await page.getByText('Loading', { exact: true }).waitFor();
    expect(await row.count()).toBe(0);
    answers.resolve();
    await row.waitFor();
  });
});

describe('a signature that is refused', () => {
  it('keeps as what one signs, and asks for the password anew', async () => {
    const id = await given.waitingCase(`SIGN-${randomUUID().slice(0, 8)}`);
    const { decisionId } = await given.decide(id);
    const page = await visitAs('radiologist', `/audit/decisions/${id}/${decisionId}`);
    const meaning = page.getByLabel('You sign as');
    const password = page.getByRole('textbox', { name: 'Your password, once more' });
    await meaning.selectOption('author');
    await password.fill('not this one');
    await password.press('Enter');
    await page.getByRole('alert').waitFor();
    expect([await meaning.inputValue(), await password.inputValue()]).toEqual(['author', '']);
    await password.fill(demoPassword);
    await password.press('Enter');
    await page.getByText('Your signature is under it.').waitFor();
    const { decisions } = await given.done<{ decisions: { signatures: unknown[] }[] }>('auditor', `cases/${id}/board`);
    expect(decisions[0]?.signatures).toContainEqual(expect.objectContaining({ meaning: 'author', name: 'Demo Radiologist' }));
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
