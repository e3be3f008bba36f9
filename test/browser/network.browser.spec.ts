import { randomUUID } from 'node:crypto';
import type { Locator, Page, Route } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { given, type Json } from './given.js';
import { visitAs } from './screen.js';

const { demoPassword } = inject('product');

const rationale = (page: Page): Locator => page.getByRole('textbox', { name: /^Rationale/ });
const said = 'She wants to go on.';
const recorded = (page: Page): Promise<void> => page.getByText('The decision is recorded.').waitFor();

const decisions = async (id: string): Promise<{ content: Json }[]> =>
  (await given.done<{ decisions: { content: Json }[] }>('auditor', `cases/${id}/board`)).decisions;

interface Held {
  readonly agenda: readonly { readonly reference: string; readonly status: string; readonly deferredBecause: string | null }[];
  readonly attendance: readonly { readonly name: string; readonly isPresent: boolean }[];
  readonly version: number;
}
const meetingOf = async (meetingId: string): Promise<Held> => await given.done<Held>('auditor', `meetings/${meetingId}`);

/** A case that is being decided in a meeting, with everything written but the signature. */
async function writing(): Promise<{ readonly id: string; readonly page: Page }> {
  const id = await given.waitingCase(`NET-${randomUUID().slice(0, 8)}`);
  const meetingId = await given.meetingOn(id);
  const page = await visitAs('chair', `/cases/${id}/decide?meetingId=${meetingId}`);
  const reasons = page.getByRole('textbox', { name: /^Why not/ });
  await rationale(page).waitFor();
  for (let index = 0; index < (await reasons.count()); index += 1) await reasons.nth(index).fill('Not now.');
  return { id, page };
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Your password/ }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign and record' }).click();
}

/** Lets requests reach the service, and loses the answers of the first of them. */
function losing(answers: number): { readonly route: (route: Route) => Promise<void>; readonly asked: () => number } {
  let asked = 0;
  const route = async (one: Route): Promise<void> => {
    if (one.request().method() !== 'POST') return await one.fallback();
    asked += 1;
    if (asked > answers) return await one.fallback();
    await one.fetch();
    await one.abort('connectionreset');
  };
  return { route, asked: () => asked };
}

describe('without a network', () => {
  it('what is written of a decision stays, also over a reload and on the way into the meeting', async () => {
    const { id, page } = await writing();
    await page.goto(`/cases/${id}/decide`);
    await rationale(page).waitFor();
    await page.context().setOffline(true);
    await rationale(page).fill(said);
    await page.getByText(/^What you typed is kept in this tab/).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await expect.poll(() => rationale(page).inputValue()).toBe(said);
    await page.getByRole('link', { name: 'Decide in the meeting' }).click();
    await page.getByRole('link', { name: 'Back to the meeting' }).waitFor();
    expect(await rationale(page).inputValue()).toBe(said);
    expect(await decisions(id)).toEqual([]);
  });

  it('a decision that is signed waits, and is recorded once when the network is back', async () => {
    const { id, page } = await writing();
    await rationale(page).fill(said);
    await page.context().setOffline(true);
    await sign(page);
    await page.getByText(/^No connection\. The decision is kept and sent once/).waitFor();
    expect(await decisions(id)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Sign and record' }).isDisabled()).toBe(true);
    await page.context().setOffline(false);
    await recorded(page);
    expect(await decisions(id)).toMatchObject([{ content: { rationale: said } }]);
  });

  it('what is done in a meeting waits, and is done once when the network is back', async () => {
    const reference = `NET-${randomUUID().slice(0, 8)}`;
    const meetingId = await given.meetingOn(await given.waitingCase(reference));
    const page = await visitAs('coordinator', `/meetings/${meetingId}`);
    await page.getByText('Quorum met').first().waitFor();
    const { version } = await meetingOf(meetingId);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'No connection' }).first().waitFor();
    await page.getByRole('button', { name: `More for ${reference}` }).click();
    await page.getByRole('menuitem', { name: /^Defer/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('person-absent');
    await dialog.getByLabel('Goes to').selectOption('queue');
    await dialog.getByRole('button', { name: 'Defer', exact: true }).click();
    await dialog.getByText(/^No connection/).waitFor();
    expect((await meetingOf(meetingId)).version).toBe(version);
    await page.context().setOffline(false);
    await page.getByText('deferred: person absent').waitFor();
    await page.getByText('Demo Coordinator').last().waitFor();
    const held = await meetingOf(meetingId);
    expect(held.agenda).toMatchObject([{ reference, status: 'deferred', deferredBecause: 'person-absent' }]);
    expect(held.attendance.filter(({ name }) => name === 'Demo Coordinator')).toMatchObject([{ isPresent: true }]);
  });
});

describe('when a part cannot be read', () => {
  it('what is owed says so in its place, and is there when it is asked for again', async () => {
    const id = await given.waitingCase(`NET-${randomUUID().slice(0, 8)}`);
    await given.decide(id);
    const { decisions } = await given.done<{ decisions: { actions: { what: string }[] }[] }>('auditor', `cases/${id}/board`);
    const what = decisions[0]?.actions[0]?.what ?? '';
    const page = await visitAs('coordinator', '/favicon.svg');
    await page.route(`**/api/cases/${id}/board*`, (route) => route.abort());
    await page.goto('/actions');
    const row = page
      .getByRole('row')
      .filter({ has: page.locator(`a[href="/cases/${id}"]`) })
      .first();
    await row.scrollIntoViewIfNeeded();
    await row.getByRole('alert', { name: 'The service cannot be reached' }).waitFor();
    await page.unrouteAll();
    await row.getByRole('button', { name: 'Try again' }).click();
    await row.getByText(what.slice(0, 40)).waitFor();
    expect(await row.getByRole('alert').count()).toBe(0);
  });
});

describe('when the answer is lost on its way', () => {
  it('a decision is not recorded twice', async () => {
    const { id, page } = await writing();
    await rationale(page).fill(said);
    const { route, asked } = losing(1);
    await page.route('**/api/cases/*/decisions', route);
    await sign(page);
    await recorded(page);
    expect(asked()).toBe(2);
    expect(await decisions(id)).toHaveLength(1);
  });

  it('a decision that was changed before it was signed again is refused, because the first has arrived', async () => {
    const { id, page } = await writing();
    await rationale(page).fill(said);
    const { route } = losing(5);
    await page.route('**/api/cases/*/decisions', route);
    await sign(page);
    await page.getByText(/^The service could not be reached\. Nothing is lost/).waitFor();
    await rationale(page).fill('She has changed her mind.');
    await page.getByText(/^The case has changed (while you were writing|since this was shown)/).waitFor();
    expect(await page.getByRole('button', { name: 'Sign and record' }).isDisabled()).toBe(true);
    expect(await decisions(id)).toMatchObject([{ content: { rationale: said } }]);
  });

  it('neither joining nor deferring is done twice', async () => {
    const reference = `NET-${randomUUID().slice(0, 8)}`;
    const meetingId = await given.meetingOn(await given.waitingCase(reference));
    const page = await visitAs('coordinator', `/meetings/${meetingId}`);
    const joining = losing(1);
    const deferring = losing(1);
    await page.route('**/attendance', joining.route);
    await page.route('**/deferral', deferring.route);
    const { version } = await meetingOf(meetingId);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText('Demo Coordinator').nth(1).waitFor();
    await page.getByRole('button', { name: `More for ${reference}` }).click();
    await page.getByRole('menuitem', { name: /^Defer/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('no-time');
    await dialog.getByLabel('Goes to').selectOption('queue');
    await dialog.getByRole('button', { name: 'Defer', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('deferred: no time').waitFor();
    expect([joining.asked(), deferring.asked()]).toEqual([2, 2]);
    // One event of who came, one of the deferral, and where the case goes.
    await expect.poll(async () => (await meetingOf(meetingId)).version, { timeout: 20_000 }).toBe(version + 3);
  });
});
