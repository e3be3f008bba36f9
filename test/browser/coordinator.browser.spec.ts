import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ecog } from '../e2e/http.js';
import { barriers } from './accessible.js';
import { day, given } from './given.js';
import { byKeyboard, byMouse, type Hands } from './hands.js';
import { tabTo } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

const agenda = (page: Page): Locator => page.getByRole('list', { name: 'Agenda' }).getByRole('listitem');
const rowOf = (page: Page, reference: string): Locator => agenda(page).filter({ hasText: reference });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const button = (place: Page | Locator, name: string): Locator => place.getByRole('button', { name, exact: true });

/** A case that comes before all others in the queue, because it is an emergency. */
async function emergency(reference: string, facts?: readonly unknown[]): Promise<string> {
  const id = await given.openCase(reference, facts);
  await given.done('radiation-oncologist', `cases/${id}/referrals`, { question: 'Bleeding: what now?', urgency: 'emergency' });
  const waits = async () =>
    (await given.done<{ cases: { reference: string }[] }>('coordinator', `queue?search=${reference}`)).cases.map((one) => one.reference);
  await expect.poll(waits, { timeout: 20_000 }).toEqual([reference]);
  return id;
}

/** Drags a case by its handle onto the place of another. */
async function byDragging(page: Page, reference: string, onto: string): Promise<void> {
  const { mouse } = page;
  const from = await rowOf(page, reference)
    .getByRole('button', { name: `Drag ${reference}` })
    .boundingBox();
  const to = await rowOf(page, onto).boundingBox();
  if (from === null || to === null) throw new Error('nothing is to be seen');
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(to.x + 40, to.y + to.height / 2, { steps: 4 });
  await mouse.move(to.x + 40, to.y + 2, { steps: 2 });
  await mouse.up();
}

/** Moves a case up by keys. */
async function byKeys(page: Page, reference: string): Promise<void> {
  await tabTo(rowOf(page, reference).getByRole('link', { name: reference }));
  await page.keyboard.press('Alt+ArrowUp');
}

const WAYS: readonly { readonly hands: Hands; readonly moveUp: typeof byDragging }[] = [
  { hands: byMouse, moveUp: byDragging },
  { hands: byKeyboard, moveUp: byKeys },
];

describe.each(WAYS)('by $hands.name, the coordinator', ({ hands, moveUp }) => {
  it('plans a meeting, fills it from the queue, puts it in order, holds it and prints its minutes', async () => {
    const mark = randomUUID().slice(0, 8);
    const [first, second, lacking] = [`FILL-${mark}-1`, `FILL-${mark}-2`, `FILL-${mark}-3`] as const;
    const ids = [await emergency(first), await emergency(second), await emergency(lacking, [ecog(1)])];
    const page = await visitAs('coordinator', '/meetings');

    await hands.press(button(page, 'Plan a meeting'));
    const form = dialog(page);
    await hands.write(form.getByLabel('Title'), `Board ${mark}`);
    await hands.write(form.getByLabel('Place'), 'Room 7');
    await hands.write(form.getByLabel('Cases that can be discussed'), '2');
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(form, 'Plan'));
    await page.getByRole('heading', { name: `Board ${mark}` }).waitFor();
    await page.getByText('No case is on the agenda.').waitFor();

    await hands.press(button(page, 'Fill from the queue'));
    const verdict = (reference: string): Locator => dialog(page).getByRole('row', { name: reference });
    await verdict(first).getByText('would be taken').waitFor();
    await verdict(second).getByText('would be taken').waitFor();
    await verdict(lacking).getByText('no: not ready').waitFor();
    await dialog(page).getByText('no: no place left').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'Put 2 cases on'));
    await expect.poll(() => agenda(page).getByRole('link').allTextContents()).toEqual([first, second]);

    await moveUp(page, second, first);
    await expect.poll(() => agenda(page).getByRole('link').allTextContents()).toEqual([second, first]);
    const meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const order = async () =>
      (await given.done<{ agenda: { reference: string }[] }>('chair', `meetings/${meetingId}`)).agenda.map(({ reference }) => reference);
    await expect.poll(order).toEqual([second, first]);

    await hands.press(button(page, 'Open the meeting'));
    const attendance = page.getByRole('region', { name: 'Attendance' });
    await hands.press(button(attendance, 'Join'));
    await attendance.getByText('Demo Coordinator').waitFor();
    await hands.press(button(attendance, 'Record somebody else'));
    const guest = dialog(page);
    await hands.write(guest.getByLabel('Name'), 'Dr Visitor');
    await hands.tick(guest.getByRole('checkbox', { name: 'radiology', exact: true }));
    await hands.press(button(guest, 'Record'));
    await attendance.getByText('in person, radiology').waitFor();
    await rowOf(page, second)
      .getByText(/No quorum: .*medical oncology/)
      .waitFor();

    await hands.take(button(rowOf(page, first), `More for ${first}`), /^Defer/);
    await hands.choose(dialog(page).getByLabel('Reason'), 'result awaited');
    await hands.choose(dialog(page).getByLabel('Goes to'), 'the queue');
    await hands.write(dialog(page).getByLabel('Note'), 'The blood was drawn yesterday.');
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'Defer'));
    await rowOf(page, first).getByText('deferred: result awaited').waitFor();
    // The button that it was done with is gone.
    await expect.poll(() => hasFocus(rowOf(page, first).getByRole('link', { name: first }))).toBe(true);

    await hands.press(button(page, 'Close the meeting'));
    await dialog(page).getByText('1 case was not reached and is carried over:').waitFor();
    await dialog(page).getByRole('listitem').getByText(second).waitFor();
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'Close the meeting'));
    await rowOf(page, second).getByText('not reached', { exact: true }).waitFor();
    await page.getByText('closed', { exact: true }).waitFor();

    const [sheet] = await Promise.all([
      page.context().waitForEvent('page'),
      hands.press(page.getByRole('link', { name: 'Sheet for print', exact: true })),
    ]);
    await sheet.getByRole('heading', { level: 1 }).waitFor();
    for (const said of [`Board ${mark}`, first, second, 'Dr Visitor']) await sheet.getByText(said).first().waitFor();

    for (const id of ids) await given.done('coordinator', `cases/${id}/delisting`, { reason: 'other', note: 'An example.' });
  });

  it('sees who owes what by when, and reports what was not carried out, which brings the case back', async () => {
    const [mark, owner] = [randomUUID().slice(0, 8), { discipline: 'nursing' }];
    const reference = `OWES-${mark}`;
    const id = await given.waitingCase(reference);
    const actions = [
      { actionId: 'action-1', what: `Dental check ${mark}${', with a picture'.repeat(12)}, and tell the board`, owner, dueOn: day(3) },
    ];
    await given.decide(id, { actions }, await given.meetingOn(id));
    const page = await visitAs('coordinator', '/actions');
    await hands.choose(page.getByRole('combobox', { name: 'Who' }), 'nursing');
    const row = page.getByRole('row', { name: reference });
    await row.getByText(`Dental check ${mark}`).waitFor();
    expect(await row.getByText('tell the board').count()).toBe(0);
    await hands.press(row.getByRole('button', { name: 'More' }));
    await row.getByText('tell the board').waitFor();
    await row.getByText(day(3)).waitFor();

    await hands.press(button(row, 'Report'));
    await hands.press(button(dialog(page), 'Cancel'));
    await expect.poll(() => hasFocus(button(row, 'Report'))).toBe(true);
    await hands.press(button(row, 'Report'));
    await dialog(page).getByText(`Dental check ${mark}`).waitFor();
    await hands.pick(dialog(page).getByRole('radio', { name: 'not done', exact: true }));
    await dialog(page).getByText('This brings the case back to the board.').waitFor();
    await hands.choose(dialog(page).getByLabel('Reason'), 'patient declined');
    await hands.write(dialog(page).getByLabel('Note'), 'He said no.');
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'Record'));
    await row.waitFor({ state: 'detached' });
    await hands.choose(page.getByRole('combobox', { name: 'State' }), 'not done');
    await row.getByText('patient declined').waitFor();
    await expect.poll(async () => (await given.boardOf(id)).listing?.reason, { timeout: 20_000 }).toBe('deviation');
  });

  it('plans a series once, though its meetings are refused at first, changes it and ends it, and is told which meetings stay planned', async () => {
    const mark = randomUUID().slice(0, 8);
    const page = await visitAs('coordinator', '/meetings');
    const row = page.getByRole('region', { name: 'Series' }).getByRole('row', { name: mark });
    await hands.press(button(page, 'Plan a series'));
    await hands.write(dialog(page).getByLabel('Title'), `Series ${mark}`);
    await hands.write(dialog(page).getByRole('textbox', { name: /^First day/ }), '2031-01-01');
    await hands.write(dialog(page).getByLabel('Place'), 'Room 4');
    const count = dialog(page).getByRole('textbox', { name: 'Meetings to plan at once' });
    await hands.write(count, '100');
    expect(await count.inputValue(), 'no more than 60').not.toBe('100');
    await hands.write(count, '2');
    const body = JSON.stringify({ code: 'example.refused', title: 'Not now', status: 503 });
    const refusal = { status: 503, contentType: 'application/problem+json', body };
    await page.route('**/api/meeting-series/*/meetings', (route) => route.fulfill(refusal), { times: 1 });
    await hands.press(button(dialog(page), 'Plan'));
    await dialog(page).getByRole('alert').filter({ hasText: 'Not now' }).waitFor();
    await row.getByText('0 meetings planned').waitFor();
    await hands.press(button(dialog(page), 'Plan'));
    await row.getByText('2 meetings planned').waitFor();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await row.count()).toBe(1);

    await hands.take(button(row, `More for Series ${mark}`), /^Change the series/);
    await dialog(page)
      .getByText(/^These 2 meetings are planned already and stay as they are/)
      .waitFor();
    expect(
      await dialog(page)
        .getByRole('textbox', { name: /^First day/ })
        .inputValue(),
    ).toBe('2031-01-15');
    await hands.write(dialog(page).getByLabel('Place'), 'Room 9');
    const { series } = await given.done<{ series: { seriesId: string; title: string }[] }>('chair', 'meeting-series');
    const seriesId = series.find(({ title }) => title.includes(mark))?.seriesId;
    await given.done('chair', `meeting-series/${seriesId}/meetings`, { count: 3 });
    await dialog(page)
      .getByText(/Somebody else has changed the series.*3 meetings planned/)
      .waitFor();
    expect(await dialog(page).getByLabel('Place').inputValue()).toBe('Room 9');
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'Change the series'));
    await row.getByText('Room 9').waitFor();

    await hands.take(button(row, `More for Series ${mark}`), /^End the series/);
    await hands.write(dialog(page).getByRole('textbox', { name: /^Plan no meeting from/ }), '2031-01-15');
    await dialog(page)
      .getByText(/^This meeting is planned already and stays as it is/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await hands.press(button(dialog(page), 'End the series'));
    await row.getByText(/ends 2031-01-15/).waitFor();
  });
});
