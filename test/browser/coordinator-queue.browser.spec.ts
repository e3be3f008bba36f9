import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseFile, ecog } from '../e2e/http.js';
import { barriers } from './accessible.js';
import { day, given } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

/** Three cases and a meeting of this test alone: one that lacks its baseline, and two that are ready. */
async function work() {
  const mark = `CQ${randomUUID().slice(0, 6)}`;
  const [lacking, first, second] = [`${mark}-A`, `${mark}-B`, `${mark}-C`];
  await given.openCase(lacking, [ecog(1)]);
  await given.waitingCase(second);
  await given.waitingCase(first);
  const meeting = `Board ${mark}`;
  await given.planMeeting({ title: meeting, on: day(1) });
  return { mark, lacking, first, second, meeting };
}

const rowOf = (page: Page, reference: string) => page.getByRole('row', { name: reference });
const shown = (page: Page): Promise<string[]> => page.getByRole('row').getByRole('link').allTextContents();
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const inOrder = async (mark: string, order: string): Promise<string[]> => {
  const { cases } = await given.done<{ cases: { reference: string }[] }>('coordinator', `queue?search=${mark}&order=${order}`);
  return cases.map(({ reference }) => reference);
};

describe('the coordinator', () => {
  it('finds by mouse what is not ready, asks for what it lacks, and puts two cases on a meeting', async () => {
    const { mark, lacking, first, second, meeting } = await work();
    const page = await visitAs('coordinator', `/queue?search=${mark}`);
    await page.getByRole('combobox', { name: 'Readiness' }).selectOption('not-ready');
    await expect.poll(() => shown(page)).toEqual([lacking]);

    await rowOf(page, lacking).getByRole('button').click();
    const chasing = dialog(page, `What ${lacking} lacks`);
    await chasing.getByText('the board cannot decide without it').first().waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
    await chasing.getByRole('textbox', { name: 'To come by' }).fill('2026-02-31');
    await chasing.getByRole('button', { name: /^Ask for/ }).click();
    await chasing.getByText('To come by: “2026-02-31” is not a day.').waitFor();
    await chasing.getByRole('button', { name: 'Calendar: To come by' }).click();
    await dialog(page, 'Calendar: To come by').getByRole('table').waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await chasing.getByRole('textbox', { name: 'To come by' }).fill(day(3));
    await chasing.getByRole('button', { name: /^Ask for/ }).click();
    await chasing.waitFor({ state: 'hidden' });
    await page.getByText('No case in the queue is like this.').waitFor();
    await page.getByRole('combobox', { name: 'Readiness' }).selectOption('');
    await rowOf(page, lacking).getByText('awaiting result').waitFor();
    await rowOf(page, lacking)
      .getByText(`asked for by ${day(3)}`)
      .first()
      .waitFor();

    await head(page, 'Due').getByRole('button').click();
    await expect.poll(() => head(page, 'Due').getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => shown(page)).toEqual(await inOrder(mark, 'due'));
    await head(page, 'Case').getByRole('button').click();
    await expect.poll(() => shown(page)).toEqual([lacking, first, second]);

    await page.getByRole('checkbox', { name: `Select ${first}` }).check();
    await page.getByRole('checkbox', { name: `Select ${second}` }).check();
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Add to a meeting' }).click();
    const adding = dialog(page, /2/);
    const place = await adding.getByRole('option', { name: meeting }).getAttribute('value');
    await adding.getByRole('combobox').selectOption(place);
    expect(await barriers(page)).toEqual([]);
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await adding.getByRole('status').waitFor();
    await adding.getByRole('button', { name: 'Close' }).last().click();
    for (const reference of [first, second]) {
      await rowOf(page, reference).getByText('listed').waitFor();
      await rowOf(page, reference)
        .getByText(`on ${day(1)}`)
        .waitFor();
    }
    expect(await page.getByText('2 selected').count()).toBe(0);
  });

  it('does the same by keyboard alone', async () => {
    const { mark, lacking, first, second, meeting } = await work();
    const page = await visitAs('coordinator', `/queue?search=${mark}`);
    const { keyboard } = page;
    await rowOf(page, lacking).waitFor();
    const isAt = (reference: string) => hasFocus(page.getByRole('link', { name: reference }));

    await pressAt(head(page, 'Case').getByRole('button'), 'Enter');
    await expect.poll(() => shown(page)).toEqual([lacking, first, second]);
    await keyboard.press('j');
    await expect.poll(() => isAt(lacking)).toBe(true);
    await keyboard.press('r');
    const chasing = dialog(page, `What ${lacking} lacks`);
    await typeAt(chasing.getByRole('textbox', { name: 'To come by' }), day(4).replaceAll('-', ''));
    await keyboard.press('Enter');
    await chasing.waitFor({ state: 'hidden' });
    await rowOf(page, lacking).getByText('awaiting result').waitFor();
    await rowOf(page, lacking)
      .getByText(`asked for by ${day(4)}`)
      .first()
      .waitFor();

    await expect.poll(() => isAt(lacking)).toBe(true);
    await keyboard.press('j');
    await expect.poll(() => isAt(first)).toBe(true);
    await keyboard.press('x');
    await keyboard.press('j');
    await keyboard.press('x');
    await page.getByText('2 selected').waitFor();
    await keyboard.press('m');
    const adding = dialog(page, /2/);
    await tabTo(adding.getByRole('combobox'));
    await keyboard.type((await adding.getByRole('option', { name: meeting }).textContent()) ?? '');
    await pressAt(adding.getByRole('button', { name: 'Add', exact: true }), 'Enter');
    await adding.getByRole('status').waitFor();
    await pressAt(adding.getByRole('button', { name: 'Close' }).last(), 'Enter');
    await adding.waitFor({ state: 'hidden' });
    for (const reference of [first, second]) await rowOf(page, reference).getByText('listed').waitFor();

    await keyboard.press('a');
    await page.getByText('3 selected').waitFor();
    await keyboard.press('a');
    await expect.poll(() => page.getByText('3 selected').count()).toBe(0);
  });

  it('is told the keys of the screen by pressing the question mark', async () => {
    const page = await visitAs('coordinator', '/queue');
    await rowOf(page, 'V15').waitFor();
    await page.keyboard.press('?');
    await dialog(page, 'Keys').getByText('Selects the marked case, or leaves it out again').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page, 'Keys').waitFor({ state: 'hidden' });
  });

  it('finds a case by a word of its title, which stands in no address, and opens a new one', async () => {
    const reference = `CL${randomUUID().slice(0, 8)}`;
    const word = `Heron${randomUUID().slice(0, 6)}`;
    await given.done('coordinator', 'cases', { ...caseFile(reference, []), title: `${word} of the lake` });
    const page = await visitAs('coordinator', '/cases');
    await rowOf(page, 'V15').waitFor();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await expect.poll(() => shown(page)).toEqual([reference]);
    await page.reload();
    await expect.poll(() => shown(page)).toEqual([reference]);
    expect([page.url(), ...addresses].filter((address) => address.includes(word))).toEqual([]);
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('No case is like this.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await rowOf(page, 'V15').waitFor();
    await head(page, 'Case').getByRole('button').click();
    await expect.poll(() => head(page, 'Case').getAttribute('aria-sort')).toBe('ascending');

    expect(await barriers(page)).toEqual([]);
    await page.getByRole('heading', { name: 'Cases' }).click();
    await page.keyboard.press('n');
    const opening = page.getByRole('region', { name: 'Open a case' });
    await opening.getByRole('button', { name: 'Open it' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await hasFocus(opening.getByRole('textbox', { name: 'Reference' }))).toBe(true);
    await typeAt(opening.getByRole('textbox', { name: 'Reference' }), `${reference}-2`);
    await typeAt(opening.getByRole('textbox', { name: 'Age in years' }), '511');
    await page.keyboard.press('Enter');
    await opening.getByText('A number from 0 to 130.').waitFor();
    await typeAt(opening.getByRole('textbox', { name: 'Age in years' }), '51');
    await opening.getByRole('combobox', { name: 'Sex' }).selectOption('female');
    await opening.getByRole('button', { name: 'Open it' }).click();
    await page
      .getByRole('heading', { name: `${reference}-2` })
      .first()
      .waitFor();
  });

  it('closes a dialog by its key without leaving the screen, whose keys rest until then', async () => {
    const reference = `KEYS-${randomUUID().slice(0, 8)}`;
    const id = await given.waitingCase(reference);
    const meetingId = await given.meetingOn(id);
    const page = await visitAs('coordinator', `/meetings/${meetingId}/present`);
    const keys = dialog(page, 'Keys');
    await page.getByRole('button', { name: 'Call this case' }).waitFor();
    await page.keyboard.press('?');
    await keys.waitFor();
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Call this case' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/meetings/${meetingId}/present`);
    await page.keyboard.press('Escape');
    await page.waitForURL(`**/meetings/${meetingId}`);

    await page.goto(`/cases/${id}`);
    await page.getByRole('button', { name: 'Refer to the board' }).click();
    const referring = dialog(page, 'Refer to the board');
    await referring.getByRole('textbox', { name: /^Question/ }).fill('Who treats the liver?');
    await referring.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('n');
    await page.keyboard.press('h');
    expect(await referring.getByRole('textbox', { name: /^Question/ }).inputValue()).toBe('Who treats the liver?');
    expect(new URL(page.url()).search).toBe('');
  });
});
