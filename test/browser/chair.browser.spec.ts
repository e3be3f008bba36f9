import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { barriers } from './accessible.js';
import { given, recentFacts } from './given.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { visitAs } from './screen.js';

const { demoPassword } = inject('product');

const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const link = (place: Page | Locator, name: string): Locator => place.getByRole('link', { name, exact: true });
const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });
const itemOf = (page: Page, reference: string): Locator =>
  page.getByRole('list', { name: 'Agenda' }).getByRole('listitem').filter({ hasText: reference });
const rationale = (page: Page): Locator => page.getByRole('textbox', { name: /^Rationale/ });
const named = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;

/** The decisions that stand in the record of a case, the service asked. */
const decisions = async (id: string) =>
  (
    await given.done<{ decisions: { content: Record<string, unknown>; provisional: boolean; signatures: { meaning: string }[] }[] }>(
      'auditor',
      `cases/${id}/board`,
    )
  ).decisions;

/** Says why each alternative that was filled in was not chosen. */
async function weighAlternatives(page: Page, hands: Hands): Promise<void> {
  const reasons = page.getByRole('textbox', { name: /^Why not/ });
  for (let index = 0; index < (await reasons.count()); index += 1) await hands.write(reasons.nth(index), 'Not now.');
}

async function sign(page: Page, hands: Hands): Promise<void> {
  await hands.write(page.getByRole('textbox', { name: /^Your password/ }), demoPassword);
  await hands.press(button(page, 'Sign and record'));
}

describe.each([byMouse, byKeyboard])('by $name, the chair', (hands) => {
  it('opens the meeting, sees who is missing for a case and calls it, which the radiologist sees at once', async () => {
    const [reference, title] = [named('CHAIR'), named('Board')];
    const id = await given.waitingCase(reference);
    const meetingId = await given.planMeeting({ title });
    await given.schedule(meetingId, id);
    const radiologist = await visitAs('radiologist', `/meetings/${meetingId}`);
    const seen = itemOf(radiologist, reference);
    await seen.getByText('waits', { exact: true }).waitFor();

    const page = await visitAs('chair', `/meetings/${meetingId}`);
    await hands.press(button(page, 'Open the meeting'));
    const attendance = page.getByRole('region', { name: 'Attendance' });
    await hands.tick(attendance.getByLabel('Chairs the meeting'));
    await hands.press(button(attendance, 'Join'));
    await itemOf(page, reference)
      .getByText(/No quorum: .*radiology/)
      .waitFor();
    for (const login of ['radiation-oncologist', 'medical-oncologist', 'radiologist', 'pathologist'] as const)
      await given.done(login, `meetings/${meetingId}/attendance`, {});
    await itemOf(page, reference).getByText('Quorum met').waitFor();

    await hands.press(link(page, 'Present'));
    await page.getByRole('heading', { name: reference, level: 1 }).waitFor();
    await page.getByText('Go on with systemic therapy?').waitFor();
    await hands.press(button(page, 'Call this case'));
    await page.getByText('in discussion', { exact: true }).waitFor();
    await seen.getByText('in discussion', { exact: true }).waitFor();

    await hands.press(button(page, 'Decide'));
    await page.getByRole('heading', { name: `Decision on ${reference}` }).waitFor();
  });

  it('decides otherwise than proposed and signs, which the radiologist sees at once', async () => {
    const reference = named('CHAIR');
    const id = await given.waitingCase(reference);
    const meetingId = await given.meetingOn(id);
    const radiologist = await visitAs('radiologist', `/meetings/${meetingId}`);
    const seen = itemOf(radiologist, reference);
    await seen.getByText('waits', { exact: true }).waitFor();
    const page = await visitAs('chair', `/cases/${id}/decide?meetingId=${meetingId}`);
    await page.getByRole('heading', { name: `Decision on ${reference}` }).waitFor();
    await page.getByText(/first presentation: .*Quorum met/).waitFor();
    expect(await field(page, 'Step').locator('option:checked').textContent()).toMatch(/\(proposed\)$/);
    expect(await page.getByRole('textbox', { name: /^Plan/ }).inputValue()).not.toBe('');
    await hands.write(rationale(page), 'He does not want to go on.');
    await hands.choose(field(page, 'Step'), 'supportive care');
    await page.getByText(/was proposed\. Another step needs a reason/).waitFor();
    await hands.choose(page.getByRole('combobox', { name: /^Reason/ }), 'patient preference');
    await hands.write(page.getByRole('textbox', { name: /^Comment/ }), 'He said so twice.');
    await weighAlternatives(page, hands);
    await hands.press(button(page, '+ Add a dissent'));
    const dissent = page.getByRole('group', { name: 'Dissent, word for word' });
    await hands.write(dissent.getByRole('textbox', { name: 'By' }), 'Demo Radiologist');
    await hands.write(dissent.getByRole('textbox', { name: 'What was said' }), 'The liver lesion is not proven.');
    expect(await barriers(page)).toEqual([]);
    await sign(page, hands);
    await page.getByText('The decision is recorded.').waitFor();
    expect(await barriers(page)).toEqual([]);

    await seen.getByText('decided', { exact: true }).waitFor();
    await link(seen, 'Decision').waitFor();
    await hands.press(link(page, 'Back to the meeting'));
    await itemOf(page, reference).getByText('decided', { exact: true }).waitFor();
    const [decision, ...others] = await decisions(id);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      provisional: false,
      content: { step: 'supportive-care', rationale: 'He does not want to go on.', override: { reason: 'patient-preference' } },
    });
  });

  it('is not heard on a case that has changed, sees what has, and signs again with what was typed', async () => {
    const reference = named('STALE');
    const id = await given.waitingCase(reference);
    const meetingId = await given.meetingOn(id);
    const page = await visitAs('chair', '/favicon.svg');
    // Without live updates the page does not know of the change before the service says so.
    await page.route('**/api/live*', (route) => route.abort());
    await page.goto(`/cases/${id}/decide?meetingId=${meetingId}`);
    await hands.write(rationale(page), 'As discussed, before the scan.');
    await weighAlternatives(page, hands);
    await given.done('radiologist', `cases/${id}/facts`, recentFacts().slice(-2));
    await sign(page, hands);
    const notice = page.getByRole('alert').filter({ hasText: 'The case has changed since this was shown. Nothing was recorded.' });
    await notice.getByRole('row').nth(1).waitFor();
    expect(await decisions(id)).toEqual([]);
    expect(await barriers(page)).toEqual([]);

    await hands.press(button(notice, 'Take over what is known now, keep what I typed'));
    await notice.waitFor({ state: 'detached' });
    expect(await rationale(page).inputValue()).toBe('As discussed, before the scan.');
    await weighAlternatives(page, hands);
    await sign(page, hands);
    await page.getByText('The decision is recorded.').waitFor();
    expect(await decisions(id)).toHaveLength(1);
  });
});
