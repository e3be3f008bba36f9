import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { day, given, type Json } from './given.js';
import { pressAt, tabTo, typeAt } from './keyboard.js';
import { hasFocus, visitAs } from './screen.js';

let caseId: string;
beforeAll(async () => {
  caseId = await given.waitingCase(`PANEL-${randomUUID().slice(0, 8)}`);
});

const region = (page: Page): Locator => page.getByRole('region', { name: 'Opinions of the panel' });
const form = (page: Page): Locator => page.getByRole('form', { name: 'Enter a claim' });
const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name, exact: true });
const claimOf = (page: Page, text: string): Locator => region(page).getByRole('listitem').filter({ hasText: text });
const select = (page: Page, name: string): Locator => form(page).getByRole('combobox', { name, exact: true });
const field = (page: Page, name: string): Locator => form(page).getByRole('textbox', { name, exact: true });

/** What the panel came to: what is missing, and option by option who speaks for and against it. */
async function readsThePanel(page: Page): Promise<void> {
  await region(page).getByText('concluded', { exact: true }).waitFor();
  await region(page)
    .getByText(/^Missing: /)
    .first()
    .waitFor();
  const option = region(page).getByRole('row', { name: /^Continue systemic therapy/ });
  await option.getByText('medical oncology').first().waitFor();
  await region(page)
    .getByText(/\d+ claims admitted, \d+ struck/)
    .waitFor();
}

const opinionOf = (page: Page): Locator => button(region(page), /^medical oncology agent/);
const evidence = (page: Page): Locator => page.getByRole('dialog', { name: /^Evidence/ });

describe('a clinician beside the panel', () => {
  it('reads what was said and what it rests on', async () => {
    const page = await visitAs('radiologist', `/cases/${caseId}`);
    await page.getByRole('tab', { name: 'Panel' }).click();
    await readsThePanel(page);
    await opinionOf(page).click();
    const said = region(page).getByRole('table').last();
    await said
      .getByRole('button', { name: /^seymour|^liu|^product-rule|-\d{4}/ })
      .first()
      .click();
    await evidence(page).getByText('verified').first().waitFor();
    await button(page, 'Close').click();
    await evidence(page).waitFor({ state: 'hidden' });
    expect(await barriers(page)).toEqual([]);
  });

  it('enters claims of one’s own into the same ledger, and takes one back', async () => {
    const [stands, struck] = ['The scan is mine, and it is good.', 'Never, whatever the rules say.'];
    const page = await visitAs('radiologist', `/cases/${caseId}`);
    await page.getByRole('tab', { name: 'Panel' }).click();
    await readsThePanel(page);
    await button(region(page), 'Enter a claim').click();
    await select(page, 'You speak').selectOption('concern');
    await field(page, 'What you say').fill(stands);
    await page.getByRole('tab', { name: 'Record' }).click();
    await page.getByRole('tab', { name: 'Panel' }).click();
    await button(region(page), 'Enter a claim').click();
    expect(await field(page, 'What you say').inputValue()).toBe(stands);
    await form(page).getByLabel('Facts that it rests on').first().click();
    await page.getByRole('option', { name: /^#12 / }).click();
    await page.keyboard.press('Escape');
    await button(form(page), 'Enter it').click();
    await claimOf(page, stands).getByText('stands', { exact: true }).waitFor();
    await button(claimOf(page, stands), 'fact #12').waitFor();

    await button(region(page), 'Enter a claim').click();
    await select(page, 'You speak').selectOption('against');
    await select(page, 'Of').selectOption('continue-systemic');
    await select(page, 'Weight').selectOption('veto');
    await field(page, 'Rule behind the veto').fill('P999');
    await field(page, 'What you say').fill(struck);
    await button(form(page), 'Enter it').click();
    await claimOf(page, struck).getByText('struck', { exact: true }).waitFor();
    await claimOf(page, struck)
      .getByText(/^Struck: /)
      .waitFor();
    await button(claimOf(page, struck), `Take it back: ${struck}`).click();
    await claimOf(page, struck).getByText('taken back', { exact: true }).waitFor();

    await page.goto(`/cases/${caseId}?knownOn=${day(0)}&tab=panel`);
    await claimOf(page, stands).getByText('stands', { exact: true }).waitFor();
    expect(await button(claimOf(page, stands), /^Take it back/).count()).toBe(0);

    const other = await visitAs('pathologist', `/cases/${caseId}`);
    await other.getByRole('tab', { name: 'Panel' }).click();
    await claimOf(other, stands)
      .getByText(/Demo Radiologist, radiology/)
      .waitFor();
    expect(await button(claimOf(other, stands), /^Take it back/).count()).toBe(0);
  });

  it('needs no mouse', async () => {
    const text = 'Ask the patient before anything else.';
    const page = await visitAs('medical-oncologist', `/cases/${caseId}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('p');
    await readsThePanel(page);
    await tabTo(opinionOf(page), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(button(region(page), 'Enter a claim'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(select(page, 'You speak'));
    await page.keyboard.type('to ask');
    await typeAt(field(page, 'What you ask for'), 'what the patient wants');
    await typeAt(field(page, 'What you say'), text);
    await pressAt(button(form(page), 'Enter it'), 'Enter');
    await claimOf(page, text).waitFor();
    await expect.poll(() => hasFocus(button(region(page), 'Enter a claim'))).toBe(true);
    await tabTo(button(claimOf(page, text), `Take it back: ${text}`), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await claimOf(page, text).getByText('taken back', { exact: true }).waitFor();
  });

  it('sees other words of a language model beneath those of the agent, never in their place', async () => {
    const page = await visitAs('chair', '/favicon.svg');
    let original = '';
    await page.route(`**/api/cases/${caseId}/deliberation*`, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as Json & {
        ledger: { entries: { claim: { id: string; text: string }; standing: string }[] } | null;
      };
      const entry = answer.ledger?.entries.find(({ claim }) => claim.text.startsWith('Gemcitabine'));
      original = entry?.claim.text ?? '';
      const rephrasings = entry === undefined ? [] : [{ claim: entry.claim.id, text: 'Nothing speaks against it.', model: 'small-1' }];
      await route.fulfill({ response, json: { ...answer, rephrasings } });
    });
    await page.goto(`/cases/${caseId}`);
    await page.getByRole('tab', { name: 'Panel' }).click();
    await button(region(page), /^pharmacy and safety agent/).click();
    const claim = region(page).getByRole('cell').filter({ hasText: 'In the words of a language model (small-1):' });
    await claim.getByText('Nothing speaks against it.').waitFor();
    expect(await claim.last().innerText()).toContain(original);
  });
});
