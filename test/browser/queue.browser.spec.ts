import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ask, askAs, caseFile, ecog, type Recorded } from '../e2e/http.js';
import { hasFocus, visitAs } from './screen.js';

const { token, url } = inject('product');
askAs(url, token);

const visitQueue = (search = '') => visitAs('coordinator', `/queue${search}`);
const rowOf = (page: Page, reference: string) => page.getByRole('row', { name: reference });
/** The references of the rows, from the top. */
const shown = (page: Page): Promise<string[]> => page.getByRole('row').getByRole('link').allTextContents();
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the references' });
const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

const inQueue = async (asked = ''): Promise<string[]> => {
  const { body } = await ask<{ cases: { reference: string }[] }>(`${url}/api/queue?limit=50${asked}`);
  return body.cases.map(({ reference }) => reference);
};

/** A case of somebody else, beside the browser. */
const open = async (): Promise<{ readonly id: string; readonly reference: string }> => {
  const reference = `LIVE-${randomUUID().slice(0, 8)}`;
  const { body } = await ask<Recorded>(`${url}/api/cases`, caseFile(reference, [ecog(1)]));
  return { id: body.id, reference };
};
const newLesionSeen = {
  type: 'ResponseAssessed',
  on: '2025-03-03',
  modality: 'CT',
  targets: [],
  nonTarget: 'none',
  newLesions: [{ lesion: 'N1', organ: 'liver', mm: 22, unequivocal: true }],
};

describe('the queue', () => {
  it('stands in the order of urgency, and says why each case waits and what it lacks', async () => {
    const page = await visitQueue('?search=V');
    const first = rowOf(page, 'V15');
    await first.getByText('progression', { exact: true }).waitFor();
    await first.getByText('confirm progression').waitFor();
    expect(await shown(page)).toEqual(await inQueue('&search=V'));
    await rowOf(page, 'V10').getByText('not ready').waitFor();
    await rowOf(page, 'V10').getByText('baseline EBV DNA').waitFor();
  });

  it('is ordered and filtered by what the address says, which can be passed on', async () => {
    const page = await visitQueue('?search=V');
    await rowOf(page, 'V15').waitFor();
    await select(page, 'Reason').selectOption('new-case');
    await expect.poll(() => shown(page)).toEqual(await inQueue('&search=V&reason=new-case'));
    const due = page.getByRole('columnheader', { name: 'Due' });
    expect(await due.getAttribute('aria-sort')).toBe(null);
    await due.getByRole('button').click();
    await expect.poll(() => due.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => shown(page)).toEqual(await inQueue('&search=V&reason=new-case&order=due'));
    const other = await visitAs('chair', page.url());
    await rowOf(other, 'V01').waitFor();
    expect(await shown(other)).toEqual(await inQueue('&search=V&reason=new-case&order=due'));
    expect(await select(other, 'Reason').inputValue()).toBe('new-case');
  });

  it('finds a case by its reference, and says so when there is none', async () => {
    const page = await visitQueue();
    await rowOf(page, 'V15').waitFor();
    await search(page).fill('V22');
    await expect.poll(() => shown(page)).toEqual(['V22']);
    await search(page).fill('nobody');
    await page.getByText('No case in the queue is like this.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await rowOf(page, 'V15').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await search(page).inputValue()).toBe('');
  });

  it('is moved through by keyboard', async () => {
    const page = await visitQueue('?search=V');
    const [first = '', second = ''] = await inQueue('&search=V');
    await rowOf(page, first).waitFor();
    const isAt = (reference: string) => hasFocus(page.getByRole('link', { name: reference }));
    await page.keyboard.press('j');
    await expect.poll(() => isAt(first)).toBe(true);
    await page.keyboard.press('j');
    await expect.poll(() => isAt(second)).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(() => isAt(first)).toBe(true);
    await page.keyboard.press('x');
    expect(await page.getByRole('checkbox', { name: `Select ${first}` }).isChecked()).toBe(true);
    await page.keyboard.press('/');
    await expect.poll(() => hasFocus(search(page))).toBe(true);
    await page.getByRole('link', { name: second }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: second }).first().waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/cases\/[0-9a-f-]{36}$/);
    await page.goBack();
    await rowOf(page, first).waitFor();
  });

  it('keeps views under a name, in this browser', async () => {
    const page = await visitQueue('?readiness=not-ready&search=V');
    await rowOf(page, 'V10').waitFor();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('To chase');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name of the view' }).waitFor({ state: 'hidden' });
    await page.goto('/queue');
    await rowOf(page, 'V15').waitFor();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'To chase', exact: true }).click();
    await expect.poll(() => shown(page)).toEqual(await inQueue('&search=V&readiness=not-ready'));
    expect(await search(page).inputValue()).toBe('V');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Remove the view To chase' }).click();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByText('No view is saved yet.').waitFor();
  });
});

describe('a queue that is open while others work', () => {
  it('shows a new case, and then why it has become urgent, without being loaded again', async () => {
    const page = await visitQueue('?search=LIVE-');
    await page.getByText('Live', { exact: true }).waitFor();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const { id, reference } = await open();
    await rowOf(page, reference).getByText('incomplete baseline').waitFor();
    expect((await ask(`${url}/api/cases/${id}/facts`, newLesionSeen)).status).toBe(200);
    await rowOf(page, reference).getByText('progression', { exact: true }).waitFor();
    expect(loads).toBe(0);
  });

  it('says when the connection is lost, keeps what it shows, and catches up', async () => {
    const page = await visitQueue('?search=LIVE-');
    await page.getByText('Live', { exact: true }).waitFor();
    const { reference: before } = await open();
    await rowOf(page, before).waitFor();
    await page.context().setOffline(true);
    await page.getByText('No connection.').waitFor();
    const { reference: meanwhile } = await open();
    await rowOf(page, before).waitFor();
    expect(await rowOf(page, meanwhile).count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    await rowOf(page, meanwhile).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
  });

  it('comes back when listening was refused, as by a service that stops', async () => {
    const page = await visitAs('coordinator', '/favicon.svg');
    let refused = 0;
    await page.route('**/api/live?*', async (route) => {
      refused += 1;
      await (refused > 2 ? route.continue() : route.fulfill({ status: 503, json: {} }));
    });
    await page.goto('/queue?search=LIVE-');
    await page.getByText('Reconnecting').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(refused).toBe(3);
    const { reference } = await open();
    await rowOf(page, reference).waitFor();
  });

  it('says when the service does not answer, and tries again when told to', async () => {
    const page = await visitAs('coordinator', '/favicon.svg');
    await page.route('**/api/queue*', (route) => route.abort());
    await page.goto('/queue');
    await page.getByRole('alert', { name: 'The service cannot be reached' }).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await rowOf(page, 'V15').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
