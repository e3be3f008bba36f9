import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardSteps } from '../e2e/board-steps.js';
import { dataFolder, type Service, startService, stopAll } from '../e2e/processes.js';
import { barriers } from './accessible.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { visit } from './screen.js';

/** What comes into force concerns every case of a product, so this job is done in one of its own. */
let own: Service;
let password: string;
let folder: Awaited<ReturnType<typeof dataFolder>>;
let decisionId: string;

const [old, next] = ['npc-2023.08', 'npc-2026.11'] as const;

beforeAll(async () => {
  folder = await dataFolder();
  own = await startService({ DATA_DIR: folder.path });
  password = /all have the password (\S+), kept in/.exec(own.stdout())?.[1] ?? '';
  const given = boardSteps(own.url, password);
  decisionId = (await given.decide(await given.waitingCase('DECIDED'))).decisionId;
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

const visitOwn = async (login: string, address: string): Promise<Page> => {
  const page = await visit(`${own.url}/favicon.svg`);
  const answer = await page.request.post(`${own.url}/api/session`, { data: { login, password } });
  expect(answer.status()).toBe(201);
  await page.goto(`${own.url}${address}`);
  return page;
};
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const rowOf = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('row').filter({ hasText: name });
const found = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'register' });
const passwordIn = (page: Page): Locator => page.getByLabel('Your password, once more');
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search' });

/** The figures of a trial with what keeps one from reading too much into them. */
async function readsTheTrial(page: Page): Promise<void> {
  const entry = page.getByRole('dialog', { name: 'GEM20110714' });
  await entry.getByText('HR 0.55 (95 % CI 0.44–0.68)').waitFor();
  await entry.getByText('none of the trials of this table is of de novo disease alone').waitFor();
  expect(await barriers(page)).toEqual([]);
}

/** What differs between the release and the one in force, down to the rows of the pathway. */
async function readsTheDifference(page: Page): Promise<void> {
  const compared = region(page, 'Compare with the one in force');
  await rowOf(compared, 'default edition').waitFor();
  await compared.getByRole('region', { name: 'pathway' }).getByText('P10').waitFor();
  await compared.getByText('Computed otherwise: P10, P24').waitFor();
}

/** Nothing comes into force before the report is signed, which names the cases. */
async function readsTheImpact(page: Page): Promise<void> {
  const report = region(page, 'What would change');
  await report.getByText(/^\d+ of \d+ cases would change/).waitFor();
  await rowOf(report, /^Stage/)
    .filter({ hasText: 'V0' })
    .first()
    .waitFor();
  expect(await button(page, 'Bring it into force').isDisabled()).toBe(true);
}

const isReassessed = async (page: Page, change: string): Promise<void> => {
  const row = rowOf(page, change);
  await row.getByText('done', { exact: true }).waitFor();
  await row.getByText(/^(\d+) of \1$/).waitFor();
};

describe('the knowledge editor', () => {
  it('finds what the advice rests on, and brings a release into force after its impact is signed', async () => {
    const page = await visitOwn('knowledge-editor', '/knowledge');
    await found(page).waitFor();
    await search(page).fill('wang');
    const wang = rowOf(page, 'Wang 2010');
    await wang.getByText('source not verified').waitFor();
    await wang.getByRole('button', { name: 'Show Wang 2010' }).click();
    await page.getByRole('dialog').getByText('not verified', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await search(page).fill('gemcitabine cisplatin');
    await button(page, 'Show GEM20110714').click();
    await readsTheTrial(page);
    await button(page, 'Close').click();

    await tab(page, 'Releases').click();
    await rowOf(page, next).getByRole('button', { name: 'Show' }).click();
    await readsTheDifference(page);
    await button(page, 'Report the impact').click();
    await readsTheImpact(page);
    await passwordIn(page).fill('not this one');
    await button(page, 'Sign the report').click();
    await page.getByText('The password is wrong. Nothing was signed.').waitFor();
    await passwordIn(page).fill(password);
    await button(page, 'Sign the report').click();
    await button(page, '✓ signed').waitFor();
    await rowOf(region(page, 'Reports that wait'), 'signed by').waitFor();
    await button(page, 'Bring it into force').click();
    await rowOf(page, next).getByText('in force', { exact: true }).waitFor();
    await page.getByText(/In force from \d{4}-\d{2}-\d{2}/).waitFor();
    await tab(page, 'Re-assessments').click();
    await isReassessed(page, `release ${next}`);

    const auditor = await visitOwn('auditor', `/audit/hindsight/${decisionId}`);
    const stage = auditor.getByRole('row', { name: /^Stage IVB/ });
    await stage.getByText('new rule').waitFor();
    expect(await stage.innerText()).toContain(`${old} → ${next}`);
  });

  it('needs no mouse, for the policy of the site as well', async () => {
    const page = await visitOwn('knowledge-editor', '/knowledge');
    await found(page).waitFor();
    await typeAt(search(page), 'gemcitabine cisplatin');
    await expect.poll(() => new URL(page.url()).search).toContain('gemcitabine');
    await pressAt(button(page, 'Show GEM20110714'), 'Enter');
    await readsTheTrial(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await tabTo(tab(page, 'Evidence'), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await pressAt(rowOf(page, old).getByRole('button', { name: 'Show' }), 'Enter');
    await readsTheDifference(page);
    await pressAt(button(page, 'Report the impact'), 'Enter');
    await readsTheImpact(page);

    await tabTo(tab(page, 'Releases'), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Nothing is changed yet.').waitFor();
    await typeAt(page.getByRole('spinbutton', { name: 'Most lesions that still count as oligometastatic' }), '3');
    await region(page, 'Change the policy').getByText('5 → 3').waitFor();
    await pressAt(button(page, 'Report the impact'), 'Enter');
    await region(page, 'What would change').getByRole('status').waitFor();
    expect(await button(page, 'Bring it into force').isDisabled()).toBe(true);
    await typeAt(page.getByRole('textbox', { name: 'Your signature stands for' }), 'Our board treats no more than three.');
    await typeAt(passwordIn(page), password);
    await page.keyboard.press('Enter');
    await button(page, '✓ signed').waitFor();
    // Somebody who signs may look something up before the policy comes into force.
    await tabTo(tab(page, 'Site policy'), 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await region(page, 'What would change').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    const waiting = region(page, 'Reports that wait');
    await waiting.getByText(/Our board treats no more than three/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await pressAt(button(waiting, 'Bring the signed change into force'), 'Enter');
    await page.getByText(/^version 1, since/).waitFor();
    await page.getByText(/In force from \d{4}-\d{2}-\d{2}/).waitFor();
    await waiting.getByText('No report waits.').waitFor();
    await tabTo(tab(page, 'Site policy'), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await isReassessed(page, 'policy 1');
  });
});
