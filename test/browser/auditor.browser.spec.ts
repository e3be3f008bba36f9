import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { day, given, recentFacts } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

/** A case that was decided on twice, and one on which the board chose otherwise than proposed; both in one meeting. */
interface Decided {
  readonly id: string;
  readonly reference: string;
  readonly first: string;
}
let twice: Decided;
let otherwise: Decided;

const referenceOf = (name: string): string => `AUDIT-${name}-${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  const [reference, overridden] = [referenceOf('TWICE'), referenceOf('OTHERWISE')];
  const [id, other] = [await given.waitingCase(reference), await given.waitingCase(overridden)];
  const meetingId = await given.planMeeting({ title: `Board of ${reference}` });
  await given.schedule(meetingId, id);
  await given.schedule(meetingId, other);
  await given.openMeeting(meetingId);
  const dissent = [{ by: 'Demo Radiologist', discipline: 'radiology', text: 'The liver lesion is not proven.' }];
  const first = await given.decide(id, { dissent }, meetingId);
  const override = { reason: 'patient-preference', comment: 'She does not want any more of it.' };
  const second = await given.decide(other, { step: 'supportive-care', override }, meetingId);
  await given.done('chair', `meetings/${meetingId}/closing`, {});
  await given.done('radiologist', `cases/${id}/decisions/${first.decisionId}/actions/need-1`, { state: 'done' });

  await given.done('coordinator', `cases/${id}/facts`, recentFacts().slice(-2));
  const { facts } = await given.done<{ facts: { id: string; type: string }[] }>('coordinator', `cases/${id}/record`);
  const scan = facts.find(({ type }) => type === 'ResponseAssessed');
  const { id: corrects, ...read } = scan ?? { id: '' };
  const newLesions = [{ lesion: 'N1', organ: 'liver', mm: 22, unequivocal: true }];
  const reason = 'A lesion was overlooked.';
  await given.done('radiologist', `cases/${id}/facts`, {
    type: 'FactCorrected',
    on: day(0),
    corrects,
    reason,
    replacement: { ...read, newLesions },
  });
  await given.decide(id);
  twice = { id, reference, first: first.decisionId };
  otherwise = { id: other, reference: overridden, first: second.decisionId };
});

/** A case that the board has decided on twice, the second time without discussion. */
async function decidedWithoutDiscussion(name: string): Promise<string> {
  const reference = referenceOf(name);
  const id = await given.waitingCase(reference);
  await given.decide(id, {}, await given.meetingOn(id));
  const meetingId = await given.planMeeting({ title: `Second board of ${reference}` });
  await given.done('coordinator', `meetings/${meetingId}/agenda`, { caseId: id, mode: 'without-discussion' });
  await given.openMeeting(meetingId);
  await given.decide(id, {}, meetingId);
  return reference;
}

const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const link = (within: Page | Locator, name: string): Locator => within.getByRole('link', { name, exact: true });
const select = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name });

/** Why it was decided so, what was known, who signed, and that nobody did anything yet. */
async function readsWhyOtherwise(page: Page): Promise<void> {
  await heading(page, `Decision on ${otherwise.reference}`).waitFor();
  await region(page, 'Decided').getByText('otherwise than proposed: patient preference').waitFor();
  await region(page, 'Decided').getByText('She does not want any more of it.').waitFor();
  await region(page, 'Decided').getByText('Demo Chair, as chair').waitFor();
  expect(await region(page, 'Decided').getByText('✓ computed again, the same').count()).toBe(2);
  expect(await region(page, 'Advised').getByText('✓ computed again, the same').count()).toBe(2);
  await region(page, 'Advised')
    .getByText(/^NCCN.*: \w+.*\. \p{L}/u)
    .first()
    .waitFor();
  await rowOf(page, 'EBV DNA').first().waitFor();
  await region(page, 'Done').getByText('open').first().waitFor();
}

/** Three readings beside each other, and why each part differs. */
async function readsWhatIsOtherwiseToday(page: Page): Promise<void> {
  await heading(page, `Hindsight on ${twice.reference}`).waitFor();
  const step = page.getByRole('row', { name: /^Next step/ }).first();
  await step.getByText('corrected data').waitFor();
  await step.getByText('new data').waitFor();
  await step.getByText('≠ change systemic therapy').waitFor();
}

/** What the later decision says otherwise, and the facts that lie between. */
async function readsWhatChanged(page: Page): Promise<void> {
  await heading(page, 'Two decisions compared').waitFor();
  const content = page.getByRole('table', { name: 'What was decided' });
  await content.getByRole('row', { name: 'decided continue systemic therapy ≠ change systemic therapy' }).waitFor();
  await content.getByRole('row', { name: /dissent Demo Radiologist, radiology: “The liver lesion is not proven.”/ }).waitFor();
  await region(page, 'What was advised').getByText('corrected data').first().waitFor();
  await region(page, 'Facts between them').getByText('A lesion was overlooked.').waitFor();
}

async function readsWhatTheMeetingWouldDecide(page: Page): Promise<void> {
  await heading(page, 'Hindsight on the meeting').waitFor();
  const table = (reference: string): Locator => page.getByRole('table', { name: `Hindsight on ${reference}` });
  await table(otherwise.reference).getByText('board override').waitFor();
  await table(otherwise.reference).getByText('patient preference').waitFor();
  await table(twice.reference).getByText('corrected data').first().waitFor();
}

const verifiedAt = (page: Page): Promise<readonly string[]> => page.getByText(/^Verified .* by you$/).allTextContents();

/** A verification that was started just now has found nothing. */
async function readsThatTheRecordIsWhole(page: Page, before: readonly string[]): Promise<void> {
  await expect.poll(() => verifiedAt(page)).not.toEqual(before);
  await page.getByText('✓ The record is whole.').waitFor();
  await region(page, 'Anchors').getByText('Note the number and the hash').waitFor();
}

/** Everybody who was shown the case, and nobody else’s reading. */
async function readsWhoSawTheCase(page: Page): Promise<void> {
  await expect.poll(() => new URL(page.url()).searchParams.get('caseId')).toBe(twice.id);
  await rowOf(page, 'record decision').filter({ hasText: 'Demo Chair' }).first().waitFor();
  await rowOf(page, 'report action').filter({ hasText: 'Demo Radiologist' }).waitFor();
  expect(await rowOf(page, 'report impact').count()).toBe(0);
}

describe('the auditor', () => {
  it('finds out why it was decided so, whether it was done, and what one would say today', async () => {
    const page = await visitAs('auditor', '/audit');
    await select(page, 'State').selectOption('superseded');
    await rowOf(page, twice.reference).getByText('1 dissent').waitFor();
    await expect.poll(() => rowOf(page, otherwise.reference).count()).toBe(0);
    await select(page, 'State').selectOption('');
    await select(page, 'Reason for deviating').selectOption('patient-preference');
    const row = rowOf(page, otherwise.reference);
    await row.getByText('supportive care').waitFor();
    await row.getByText('continue systemic therapy').waitFor();
    await link(row, 'Dossier').click();
    await readsWhyOtherwise(page);
    await link(page, 'Hindsight on its meeting').click();
    await readsWhatTheMeetingWouldDecide(page);

    await page.goto(`/audit/decisions/${twice.id}/${twice.first}`);
    await region(page, 'Done').getByText('done', { exact: true }).waitFor();
    await region(page, 'What happened afterwards').getByText('The decision needs review: corrected input').waitFor();
    await link(page, 'Hindsight').click();
    await readsWhatIsOtherwiseToday(page);
    await page.goBack();
    await link(page, 'The decision that took its place').click();
    await link(page, 'Compare with the one before').click();
    await readsWhatChanged(page);
  });

  it('verifies the record, and sees who was shown a case', async () => {
    const page = await visitAs('auditor', '/audit');
    await page.getByRole('tab', { name: 'Verification' }).click();
    await page
      .getByText(/^Verified |was not verified yet/)
      .first()
      .waitFor();
    const before = await verifiedAt(page);
    await page.getByRole('button', { name: 'Verify now' }).click();
    await readsThatTheRecordIsWhole(page, before);
    await page.getByRole('tab', { name: 'Read log' }).click();
    await page.getByRole('textbox', { name: 'Case (reference or id)' }).fill(twice.reference);
    await page.keyboard.press('Enter');
    await readsWhoSawTheCase(page);
    await link(page, 'Demo Radiologist').first().click();
    await expect.poll(() => rowOf(page, 'Demo Chair').count()).toBe(0);
    await rowOf(page, 'report action').waitFor();
  });

  it('says of a case that was not discussed that it should have been', async () => {
    const reference = await decidedWithoutDiscussion('LISTED');
    const page = await visitAs('auditor', '/audit');
    await page.getByRole('tab', { name: 'Without discussion' }).click();
    await select(page, 'Audit').selectOption('to-audit');
    await rowOf(page, reference).getByRole('button', { name: 'Record the audit' }).click();
    const form = page.getByRole('dialog', { name: `Record the audit of ${reference}` });
    await form.getByRole('radio', { name: 'should have been discussed' }).check();
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('textbox', { name: 'Why' }).fill('The marker had not come yet.');
    await form.getByRole('button', { name: 'Record' }).click();
    await form.waitFor({ state: 'hidden' });
    await expect.poll(() => rowOf(page, reference).count()).toBe(0);
    await select(page, 'Audit').selectOption('audited');
    await rowOf(page, reference).getByText('should have been discussed').waitFor();
    await link(rowOf(page, reference), 'Dossier').click();
    await region(page, 'Decided')
      .getByText(/Demo Auditor, \d{4}-\d\d-\d\d: The marker had not come yet\./)
      .waitFor();

    const other = await decidedWithoutDiscussion('LISTED-TOO');
    await page.goto('/audit?tab=samples&sample=to-audit');
    await pressAt(rowOf(page, other).getByRole('button', { name: 'Record the audit' }), 'Enter');
    const byKeyboard = page.getByRole('dialog', { name: `Record the audit of ${other}` });
    await tabTo(byKeyboard.getByRole('radio', { name: 'agrees' }));
    await pressAt(byKeyboard.getByRole('button', { name: 'Record', exact: true }), 'Enter');
    await byKeyboard.waitFor({ state: 'hidden' });
    await expect.poll(() => rowOf(page, other).count()).toBe(0);
  });

  it('needs no mouse', async () => {
    const page = await visitAs('auditor', '/audit');
    await rowOf(page, otherwise.reference).waitFor();
    await tabTo(select(page, 'State'));
    await page.keyboard.type('stands');
    await expect.poll(() => new URL(page.url()).search).toContain('state=standing');
    await tabTo(select(page, 'Reason for deviating'));
    await page.keyboard.type('patient');
    await expect.poll(() => new URL(page.url()).search).toContain('overrideReason=patient-preference');
    await pressAt(link(rowOf(page, otherwise.reference), 'Dossier'), 'Enter');
    await readsWhyOtherwise(page);
    await pressAt(link(page, 'Hindsight on its meeting'), 'Enter');
    await readsWhatTheMeetingWouldDecide(page);
    const ofTwice = page.getByRole('group', { name: `Hindsight on ${twice.reference}` });
    await pressAt(link(ofTwice, 'Dossier'), 'Enter');
    await heading(page, `Decision on ${twice.reference}`).waitFor();
    await pressAt(link(page, 'Hindsight'), 'Enter');
    await readsWhatIsOtherwiseToday(page);
    await page.goBack();
    await pressAt(link(page, 'The decision that took its place'), 'Enter');
    await pressAt(link(page, 'Compare with the one before'), 'Enter');
    await readsWhatChanged(page);

    await pressAt(link(page, 'Audit'), 'Enter');
    await tabTo(page.getByRole('tab', { name: 'Decisions' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => hasFocus(page.getByRole('tab', { name: 'Verification' }))).toBe(true);
    await page.getByText('✓ The record is whole.').waitFor();
    const before = await verifiedAt(page);
    await pressAt(page.getByRole('button', { name: 'Verify now' }), 'Enter');
    await readsThatTheRecordIsWhole(page, before);
    await tabTo(page.getByRole('tab', { name: 'Verification' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await typeAt(page.getByRole('textbox', { name: 'Case (reference or id)' }), twice.reference);
    await page.keyboard.press('Enter');
    await readsWhoSawTheCase(page);
    expect(await hasFocus(page.getByRole('textbox', { name: 'Case (reference or id)' }))).toBe(true);
  });
});
