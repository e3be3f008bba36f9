import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { newcomer, visitBy } from './administrator.js';
import { given, recentFacts } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

/** Nobody else has this name and this number. */
const somebody = () => {
  const mark = randomUUID().slice(0, 8);
  return { name: `Quillfeather ${mark}`, recordNumber: `QF-${mark}`, birthDate: '1961-04-07', sex: 'female' };
};

/** The address that a coordinator gives to who erases, from where it is shown. */
const addressIn = async (page: Page): Promise<string> => {
  const code = page.locator('code', { hasText: '/erasure?' });
  const { pathname, search } = new URL((await code.textContent()) ?? '');
  return pathname + search;
};

const whole = /^The log is whole: \d+ streams with \d+ events verify, erased ones included\.$/;

describe('a privacy officer', () => {
  it('erases a person whose case a coordinator named, and proves that the log is whole', async () => {
    const { name, recordNumber, birthDate } = somebody();
    const reference = `PRIV-${recordNumber}`;
    const caseId = await given.waitingCase(reference, recentFacts().slice(0, -2));

    const coordinator = await visitAs('coordinator', `/cases/${caseId}`);
    await coordinator.getByRole('button', { name: 'Patient', exact: true }).click();
    const drawer = coordinator.getByRole('dialog', { name: 'Whose case it is' });
    await drawer.getByRole('textbox', { name: 'Record number' }).fill(recordNumber);
    await drawer.getByRole('button', { name: 'Search' }).click();
    await drawer.getByText('No record is like this.').waitFor();
    await drawer.getByRole('button', { name: 'Nobody of these: register the person' }).click();
    await drawer.getByRole('textbox', { name: 'Name' }).fill(name);
    await drawer.getByRole('textbox', { name: 'Record number' }).fill(recordNumber);
    await drawer.getByRole('textbox', { name: 'Date of birth' }).fill(birthDate);
    await drawer.getByRole('combobox', { name: 'Sex' }).selectOption('female');
    expect(await barriers(coordinator)).toEqual([]);
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText(`This is the case of ${name}, record number ${recordNumber}.`).waitFor();
    await coordinator.getByRole('heading', { level: 1, name }).waitFor();
    await drawer.getByRole('link', { name: 'Open the record of the person' }).click();
    await coordinator.getByRole('link', { name: reference }).waitFor();
    expect(await barriers(coordinator)).toEqual([]);
    const address = await addressIn(coordinator);

    const officer = await visitBy(await newcomer('administrator'), address);
    await officer.getByText('The record of the person; 1 case.').waitFor();
    expect(await officer.getByText(name).count()).toBe(0);
    await officer.getByRole('button', { name: 'Erase this person' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog
      .getByRole('region', { name: 'Gone for good' })
      .getByText(/^who the person is/)
      .waitFor();
    await dialog
      .getByRole('region', { name: 'Stays' })
      .getByText(/^a tombstone/)
      .waitFor();
    expect(await barriers(officer)).toEqual([]);
    const erase = dialog.getByRole('button', { name: 'Erase this person' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByRole('combobox', { name: 'On what ground' }).selectOption('person-asked');
    await dialog.getByRole('textbox', { name: 'The record number, typed again' }).fill('QF-another');
    await erase.click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('textbox', { name: 'The record number, typed again' }).fill(recordNumber);
    await erase.click();
    await officer.getByText('The person is erased, with every linked record and every case.').waitFor();
    await officer.getByRole('button', { name: 'Verify the log' }).click();
    await officer.getByText(whole).waitFor();
    expect(await barriers(officer)).toEqual([]);

    await coordinator.goto(`/cases/${caseId}`);
    await coordinator.getByText(/^Erased on \d{4}-\d{2}-\d{2} by /).waitFor();
    await coordinator.getByText(/the person asked for it/).waitFor();
    await coordinator.getByRole('heading', { level: 1, name: reference }).waitFor();
    expect(await coordinator.getByText(name).count()).toBe(0);
    expect(await coordinator.getByRole('button', { name: 'Patient', exact: true }).count()).toBe(0);
    expect(await barriers(coordinator)).toEqual([]);
  });

  it('erases the texts of a case by keyboard alone, at the address that a coordinator found so', async () => {
    const { name, recordNumber, birthDate } = somebody();
    const caseId = await given.waitingCase(`PRIV-${recordNumber}`, recentFacts().slice(0, -2));

    const coordinator = await visitAs('coordinator', '/patients');
    await pressAt(coordinator.getByRole('button', { name: 'Register a person' }), 'Enter');
    const form = coordinator.getByRole('dialog');
    await typeAt(form.getByRole('textbox', { name: 'Name' }), name);
    await typeAt(form.getByRole('textbox', { name: 'Record number' }), recordNumber);
    await typeAt(form.getByRole('textbox', { name: 'Date of birth' }), birthDate);
    await pressAt(form.getByRole('button', { name: 'Save' }), 'Enter');
    await coordinator.getByRole('heading', { level: 1, name }).waitFor();
    await coordinator.goto(`/cases/${caseId}`);
    await pressAt(coordinator.getByRole('button', { name: 'Patient', exact: true }), 'Enter');
    const drawer = coordinator.getByRole('dialog', { name: 'Whose case it is' });
    await typeAt(drawer.getByRole('textbox', { name: 'Record number' }), recordNumber);
    await coordinator.keyboard.press('Enter');
    await pressAt(drawer.getByRole('button', { name: `It is this person: ${name}, ${recordNumber}` }), 'Enter');
    await drawer.getByText('It is recorded whose case this is.').waitFor();
    const address = await addressIn(coordinator);

    const officer = await visitBy(await newcomer('administrator'), '/erasure');
    const which = officer.getByRole('textbox', { name: 'Id of the case' });
    await typeAt(which, caseId);
    await officer.keyboard.press('Enter');
    await officer.waitForURL((url) => url.pathname + url.search === address);
    expect(await hasFocus(which)).toBe(true);
    await pressAt(officer.getByRole('button', { name: 'Erase the texts of this case' }), 'Enter');
    const dialog = officer.getByRole('dialog');
    await tabTo(dialog.getByRole('combobox', { name: 'On what ground' }));
    await officer.keyboard.type('the consent');
    await typeAt(dialog.getByRole('textbox', { name: /^Type / }), caseId.slice(0, 8));
    await pressAt(dialog.getByRole('button', { name: 'Erase the texts of this case' }), 'Enter');
    await officer.getByText('The texts of the case are gone.').waitFor();
    await pressAt(officer.getByRole('button', { name: 'Verify the log' }), 'Enter');
    await officer.getByText(whole).waitFor();

    await coordinator.goto(`/cases/${caseId}`);
    await coordinator.getByText(/the consent was withdrawn/).waitFor();
    await coordinator.getByRole('heading', { level: 1, name }).waitFor();
  });
});
