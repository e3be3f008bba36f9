import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { day, given } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true });
/** By the name that is read out: the table alone would not say which lesion it is of. */
const size = (page: Page, row: number) => field(page, `Size mm, lesion ${row + 1} (RLL${row + 1})`);
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const chosen = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true });
const computed = (page: Page) => dialog(page).getByRole('region', { name: 'Computed from these values' });
const ofHeader = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** A case of its own under treatment, and its place in the queue of a coordinator who is looking. */
async function waiting() {
  const reference = `RAD-${randomUUID().slice(0, 8)}`;
  const id = await given.waitingCase(reference);
  const queue = await visitAs('coordinator', `/queue?search=${reference}`);
  const place = queue.getByRole('row', { name: reference });
  await place.waitFor();
  await queue.getByText('Live', { exact: true }).waitFor();
  let loads = 0;
  queue.on('load', () => {
    loads += 1;
  });
  const page = await visitAs('radiologist', `/cases/${id}`);
  await ofHeader(page, 'Proposed next step').waitFor();
  return { page, place, loads: () => loads };
}

/** What can be read off the form of a scan of 25 mm that was reported as stable. */
async function reads(page: Page, sum: string): Promise<void> {
  await computed(page).getByText(sum).waitFor();
  await computed(page).getByText('baseline 50 mm (-50 %)').waitFor();
  await computed(page).getByText('nadir 20 mm (+25 %)').waitFor();
  await computed(page).getByText('RECIST PD', { exact: true }).waitFor();
  await computed(page).getByText('iRECIST iUPD').waitFor();
  expect(await computed(page).getByRole('alert').textContent()).toContain('SD');
  await dialog(page).getByText('This is what it would change.').waitFor();
}

/** What becomes of it: the step of the case, and its place in the queue of somebody else, whose page loads so often meanwhile. */
async function becomes({ page, place, loads }: Awaited<ReturnType<typeof waiting>>): Promise<number> {
  await dialog(page).getByText('Recorded: the case is at version').waitFor();
  await expect.poll(() => hasFocus(field(page, 'Day it was true'))).toBe(true);
  await page.keyboard.press('Escape');
  await ofHeader(page, 'Proposed next step').getByText('Confirm the progression').waitFor();
  await ofHeader(page, 'Queue').getByText('progression').waitFor();
  await place.getByText('progression', { exact: true }).waitFor();
  return loads();
}

describe('a radiologist', () => {
  it('measures a scan and sees what it amounts to; the queue of others moves, by mouse', async () => {
    const scanned = await waiting();
    const { page } = scanned;
    await page.getByRole('button', { name: 'Record a fact' }).click();
    await chosen(page, 'Fact').selectOption({ label: 'Response scan' });
    await field(page, 'Day it was true').fill(day(-1));
    await chosen(page, 'Non-target lesions').selectOption('non-CR/non-PD');
    await chosen(page, 'Clinically stable').selectOption('yes');
    await field(page, 'Category as reported').fill('SD');
    await dialog(page)
      .getByText(`11 mm on ${day(-10)}`)
      .waitFor();
    await size(page, 0).fill('14');
    await size(page, 1).fill('11');
    await reads(page, '14 + 11 = 25 mm');
    await inDialog(page, 'Record').click();
    expect(await becomes(scanned)).toBe(0);
  });

  it('does the same by keyboard alone', async () => {
    const scanned = await waiting();
    const { page } = scanned;
    const { keyboard } = page;
    await keyboard.press('n');
    await tabTo(chosen(page, 'Fact'));
    await keyboard.type('External');
    await typeAt(field(page, 'Value'), '1.25');
    expect(await field(page, 'Value').inputValue()).toBe('1.25');
    await tabTo(chosen(page, 'Fact'), 'Shift+Tab');
    await keyboard.type('Response');
    await typeAt(field(page, 'Day it was true'), day(-1));
    await tabTo(chosen(page, 'Non-target lesions'));
    await keyboard.type('non CR');
    await tabTo(chosen(page, 'Clinically stable'));
    await keyboard.type('yes');
    await typeAt(field(page, 'Category as reported'), 'SD');
    await typeAt(size(page, 0), '13,5');
    await tabTo(size(page, 1));
    await dialog(page).getByText('“13,5” is no number.').waitFor();
    await typeAt(size(page, 1), '11.57');
    await keyboard.press('Backspace');
    await tabTo(size(page, 0), 'Shift+Tab');
    await typeAt(size(page, 0), '13.5');
    const added = dialog(page).getByRole('group', { name: 'New lesions' });
    await pressAt(added.getByRole('button', { name: 'Add a lesion' }), 'Enter');
    await tabTo(added.getByRole('button', { name: 'Remove lesion 1' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(() => hasFocus(added.getByRole('button', { name: 'Add a lesion' }))).toBe(true);
    await reads(page, '13.5 + 11.5 = 25 mm');
    await pressAt(inDialog(page, 'Record'), 'Enter');
    expect(await becomes(scanned)).toBe(0);
  });
});
