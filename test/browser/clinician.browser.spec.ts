import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { day, given } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

const DISAGREE = 'Board: scan and EBV DNA disagree';
const QUESTION = 'EBV DNA rises while the scan responds: go on, or change?';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const chosen = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true });
const proposed = (page: Page) => section(page, 'Proposed next step');
const recorded = (page: Page) => dialog(page).getByText('Recorded: the case is at version');
/** A row of the timeline as a table. */
const valueOf = (page: Page, on: string) => section(page, 'Timeline').getByRole('row', { name: on });

/** A case of its own, half way through induction, which waits in the queue; somebody looks for it there. */
async function inQueue(): Promise<{ readonly page: Page; readonly reference: string; readonly id: string }> {
  const reference = `CLIN-${randomUUID().slice(0, 8)}`;
  const id = await given.waitingCase(reference);
  const page = await visitAs('radiation-oncologist', `/queue?search=${reference}`);
  await page.getByRole('row', { name: reference }).waitFor();
  return { page, reference, id };
}

/** What the record says of the sample that was corrected. */
const correctionOf = async (id: string): Promise<unknown> => {
  const { facts } = await given.done<{ facts: Record<string, unknown>[] }>('auditor', `cases/${id}/record`);
  return facts.find(({ type }) => type === 'FactCorrected');
};

describe('a clinician', () => {
  it('reads a case, records a result, corrects another and asks the board, by mouse', async () => {
    const { page, reference, id } = await inQueue();
    await page.getByRole('link', { name: reference }).click();
    await section(page, 'Stage').getByText('TNM-9').waitFor();
    const before = await proposed(page).textContent();
    await section(page, 'For it').getByRole('listitem').first().waitFor();
    await section(page, 'Against it').waitFor();
    await section(page, 'For it').getByRole('button', { name: 'liu-2023' }).first().click();
    await dialog(page).getByRole('heading', { name: 'Evidence liu-2023' }).waitFor();
    await inDialog(page, 'Close').click();

    await section(page, 'Timeline').getByText('Table', { exact: true }).click();
    await section(page, 'Timeline').getByText('70,000 copies/mL').waitFor();

    await button(page, 'Record a fact').click();
    await chosen(page, 'Fact').selectOption({ label: 'EBV DNA' });
    await inDialog(page, 'Measured as the last sample was').click();
    await field(page, 'Day it was true').fill(day(-1));
    await chosen(page, 'Result').selectOption('quantified');
    await field(page, 'Value').fill('200000');
    await dialog(page).getByText('log₁₀').waitFor();
    await section(page, 'What recording this would change').getByText(DISAGREE).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await proposed(page).textContent()).toBe(before);
    await inDialog(page, 'Record').click();
    await recorded(page).waitFor();
    await inDialog(page, 'Close').click();
    await proposed(page).getByText(DISAGREE).waitFor();
    await valueOf(page, day(-1)).getByText('200,000 copies/mL').waitFor();

    await page.getByRole('tab', { name: 'Record' }).click();
    await button(page, 'Correct or retract fact #9').click();
    await field(page, 'Value').fill('50000');
    await dialog(page).getByText('1 field is not complete.').waitFor();
    await field(page, 'Reason').fill('read off another line');
    await dialog(page).getByText('This is what it would change.').waitFor();
    await inDialog(page, 'Correct').click();
    await dialog(page).waitFor({ state: 'hidden' });
    await section(page, 'Facts of the record').getByText('corrected by').waitFor();
    expect(await correctionOf(id)).toMatchObject({ corrects: '#9', reason: 'read off another line', replacement: { value: 50_000 } });

    await button(page, 'Refer to the board').click();
    await field(page, 'Question to the board').fill(QUESTION);
    await chosen(page, 'Urgency').selectOption('urgent');
    await inDialog(page, 'Refer').click();
    await section(page, 'Queue').getByText(QUESTION).waitFor();
  });

  it('does the same by keyboard alone', async () => {
    const { page, reference, id } = await inQueue();
    const { keyboard } = page;
    await pressAt(page.getByRole('link', { name: reference }), 'Enter');
    await section(page, 'Stage').getByText('TNM-9').waitFor();
    await pressAt(section(page, 'For it').getByRole('button', { name: 'liu-2023' }).first(), 'Enter');
    await dialog(page).getByRole('heading', { name: 'Evidence liu-2023' }).waitFor();
    await keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });

    // The radio itself is drawn by its label, so what has the focus is looked at, not what is seen.
    const chart = section(page, 'Timeline').getByRole('radio', { name: 'Chart' });
    for (let pressed = 0; pressed < 60 && !(await hasFocus(chart)); pressed += 1) await keyboard.press('Shift+Tab');
    expect(await hasFocus(chart)).toBe(true);
    await keyboard.press('ArrowRight');
    await section(page, 'Timeline').getByText('70,000 copies/mL').waitFor();

    await tabTo(button(page, 'Record a fact'), 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(chosen(page, 'Fact'));
    await keyboard.type('EBV');
    await pressAt(inDialog(page, 'Measured as the last sample was'), 'Enter');
    await typeAt(field(page, 'Day it was true'), day(-1));
    await tabTo(chosen(page, 'Result'));
    await keyboard.type('quantified');
    await typeAt(field(page, 'Value'), '200000');
    await section(page, 'What recording this would change').getByText(DISAGREE).first().waitFor();
    await keyboard.press('Enter');
    await recorded(page).waitFor();
    await keyboard.press('Escape');
    await proposed(page).getByText(DISAGREE).waitFor();

    await keyboard.press('r');
    await pressAt(button(page, 'Correct or retract fact #9'), 'Enter');
    await typeAt(field(page, 'Reason'), 'read off another line');
    await keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await pressAt(button(page, 'Correct or retract fact #9'), 'Enter');
    await expect.poll(() => field(page, 'Reason').inputValue()).toBe('read off another line');
    await typeAt(field(page, 'Value'), '50000');
    await dialog(page).getByText('This is what it would change.').waitFor();
    await keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    await section(page, 'Facts of the record').getByText('corrected by').waitFor();
    expect(await correctionOf(id)).toMatchObject({ corrects: '#9', replacement: { value: 50_000 } });

    await tabTo(button(page, 'Refer to the board'), 'Shift+Tab');
    await keyboard.press('Enter');
    await typeAt(field(page, 'Question to the board'), QUESTION);
    await keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await pressAt(button(page, 'Refer to the board'), 'Enter');
    await expect.poll(() => field(page, 'Question to the board').inputValue()).toBe(QUESTION);
    await pressAt(inDialog(page, 'Refer'), 'Enter');
    await section(page, 'Queue').getByText(QUESTION).waitFor();
  });

  it('looks at the past, where all is of that day and nothing can be entered, and comes back', async () => {
    const { page, reference, id } = await inQueue();
    const { keyboard } = page;
    await pressAt(page.getByRole('link', { name: reference }), 'Enter');
    const now = await proposed(page).textContent();
    await pressAt(button(page, 'Look at another day'), 'Enter');
    const slider = page.getByRole('slider', { name: 'Known on: the days of the case' });
    await tabTo(slider);
    await keyboard.press('Home');
    await page.getByRole('alert', { name: 'You look at the past' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Known on', exact: true }).inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await expect.poll(() => proposed(page).textContent()).not.toBe(now);
    await section(page, 'Decision of the board').getByText('The case was not here yet.').waitFor();
    await section(page, 'Queue').getByText('The case was not here yet.').waitFor();
    expect(await button(page, 'Record a fact').count()).toBe(0);
    expect(await button(page, 'Refer to the board').count()).toBe(0);
    await keyboard.press('n');
    expect(await dialog(page).count()).toBe(0);
    await keyboard.press('r');
    await section(page, 'Record').getByText('6 facts', { exact: true }).waitFor();
    expect(await button(page, 'Correct or retract fact #1').count()).toBe(0);
    await keyboard.press('p');
    await section(page, 'Opinions of the panel').getByText('The case was not here yet.').waitFor();
    await keyboard.press('r');
    expect(await barriers(page)).toEqual([]);
    await tabTo(button(page, 'Back to now'), 'Shift+Tab');
    await keyboard.press('Enter');
    await button(page, 'Record a fact').waitFor();
    await expect.poll(() => proposed(page).textContent()).toBe(now);
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?tab=record');

    const coordinator = await visitAs('coordinator', `/cases/${id}`);
    await button(coordinator, 'Patient').waitFor();
    await button(coordinator, 'Look at another day').click();
    await pressAt(coordinator.getByRole('slider', { name: 'Known on: the days of the case' }), 'Home');
    await coordinator.getByRole('alert', { name: 'You look at the past' }).waitFor();
    expect(await button(coordinator, 'Patient').count()).toBe(0);
  });

  it('prints a case, each number with its fact', async () => {
    const { page, reference } = await inQueue();
    await page.route('**/api/cases/*/board*', (route) => route.fulfill({ status: 500, json: {} }), { times: 1 });
    await page.getByRole('link', { name: reference }).click();
    await section(page, 'Decision of the board').getByText('This could not be shown.').waitFor();
    await button(page, 'Try again').click();
    await section(page, 'Decision of the board').getByText('None yet.').waitFor();
    await page.getByRole('link', { name: 'Print' }).click();
    const sheet = page.getByRole('article', { name: 'Case sheet' });
    await sheet.getByRole('heading', { name: `Case sheet ${reference}` }).waitFor();
    const sample = section(page, 'EBV DNA').getByRole('row', { name: '70,000 copies/mL' });
    expect(await sample.getByRole('cell').last().textContent()).toBe('#7');
    const scan = section(page, 'Lesions, mm').getByRole('row', { name: day(-10) });
    expect(await scan.getByRole('cell').allTextContents()).toEqual([day(-10), '11', '9', '20', '-60 %', '-60 %', 'PR / iPR', '', '#12']);
    await sheet.getByRole('img').locator('svg').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await button(page, 'Print this sheet').count()).toBe(0);
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
