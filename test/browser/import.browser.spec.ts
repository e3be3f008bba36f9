import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ask, askAs, caseFile, ecog } from '../e2e/http.js';
import { barriers } from './accessible.js';
import { recentFacts } from './given.js';
import { pressAt } from './keyboard.js';
import { visitAs } from './screen.js';

const { token, url } = inject('product');
askAs(url, token);

interface CaseFileOf {
  readonly name: string;
  readonly text: string;
}
const newReference = (): string => `IMP-${randomUUID().slice(0, 8)}`;
const fileOf = (reference: string, facts: readonly unknown[]): CaseFileOf => ({
  name: `${reference}.json`,
  text: JSON.stringify(caseFile(reference, facts)),
});
const faulty: CaseFileOf = {
  name: 'faulty.json',
  text: JSON.stringify({ ...caseFile('IMP-FAULTY', [{ ...ecog(9), on: '2025-02-30' }, { type: 'Unheard' }]), patient: { ageYears: 50 } }),
};

/** Drops files from outside on the place for them. */
async function drop(page: Page, files: readonly CaseFileOf[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, text } of ${JSON.stringify(files)}) transfer.items.add(new File([text], name, { type: 'application/json' }));
    return transfer;
  })()`);
  const place = page.getByText('or drop them here.');
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}

const choose = (page: Page) => page.getByRole('button', { name: 'Bring in case files' });
/** What is said of one file. */
const said = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const bring = (page: Page, name: string) => said(page, name).getByRole('button', { name: 'Bring it in' });

/** How many facts of a case are recorded; null while there is no such case. */
async function recorded(reference: string): Promise<number | null> {
  const { body } = await ask<{ cases: { reference: string; facts: number }[] }>(`${url}/api/cases/search`, { search: reference });
  return body.cases.find((one) => one.reference === reference)?.facts ?? null;
}

describe('somebody who brings in case files', () => {
  it('drops several, sees of each what it changes or what is wrong with it, and brings in those that are right', async () => {
    const page = await visitAs('coordinator', '/cases');
    await choose(page).waitFor();
    const [first, second] = [newReference(), newReference()];
    const facts = recentFacts();
    await drop(page, [fileOf(first, facts), fileOf(second, [ecog(1)]), faulty]);

    const wrong = said(page, faulty.name).getByRole('alert');
    for (const path of ['patient.sex', 'facts[0].on', 'facts[0].ecog', 'facts[1].type'])
      await wrong.locator('code', { hasText: path }).waitFor();
    expect(await wrong.locator('code').count()).toBe(4);
    expect(await bring(page, faulty.name).count()).toBe(0);

    const whole = said(page, `${first}.json`);
    await whole.getByText(`${facts.length} of ${facts.length} facts are new.`).waitFor();
    const changes = whole.getByRole('region', { name: 'What recording this would change' });
    await changes.getByRole('row').filter({ hasText: 'Staging' }).getByRole('row').filter({ hasText: 'TNM-8' }).first().waitFor();
    await whole.getByText('Confirm the progression').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect([await recorded(first), await recorded(second)]).toEqual([null, null]);

    await bring(page, `${first}.json`).click();
    await whole.getByText(`${first} is in, at version`).waitFor();
    await expect.poll(() => recorded(first)).toBe(facts.length);
    expect(await recorded(second)).toBeNull();
    await said(page, `${second}.json`).getByRole('button', { name: 'Leave out' }).click();
    await said(page, `${second}.json`).waitFor({ state: 'hidden' });
    expect(await whole.getByText(`${first} is in, at version`).count()).toBe(1);

    await drop(page, [fileOf(first, [...facts, ecog(2, facts.at(-1)?.on)])]);
    await page.getByText(`1 of ${facts.length + 1} facts are new.`).waitFor();
    await page.getByText(`goes on with ${first}`).waitFor();
    expect(await recorded(first)).toBe(facts.length);
  });

  it('does it by keyboard alone, with the chooser for files', async () => {
    const page = await visitAs('coordinator', '/cases');
    const reference = newReference();
    const { name, text } = fileOf(reference, [ecog(1)]);
    const chooser = page.waitForEvent('filechooser');
    await pressAt(choose(page), 'Enter');
    await (await chooser).setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
    await said(page, name).getByText('1 of 1 facts are new.').waitFor();
    expect(await recorded(reference)).toBeNull();
    await pressAt(bring(page, name), 'Enter');
    await pressAt(page.getByRole('link', { name: `Open ${reference}` }), 'Enter');
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
  });
});
