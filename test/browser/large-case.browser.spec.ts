import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { given, recentFacts } from './given.js';
import { typeAt } from './keyboard.js';
import { visitAs } from './screen.js';

const FACTS = 500;
/** No request takes more facts than a few hundred. */
const AT_ONCE = 300;
/** However long the record, no more lines than these are drawn. */
const MOST_LINES = 60;

const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Years of follow-up: a sample of EBV DNA every other day, and a scan every sixty. */
function manyFacts(): readonly { readonly on: string }[] {
  const first = '2020-01-01';
  const start = recentFacts().slice(0, 6);
  const isScan = (index: number): boolean => index % 30 === 29;
  const rest = Array.from({ length: FACTS - start.length }, (_, index) => {
    const on = daysAfter(first, 2 * (index + 1));
    if (!isScan(index)) {
      const value = 100 + ((index * 7919) % 50_000);
      return {
        type: 'EbvDnaMeasured',
        on,
        result: 'quantified',
        unit: 'copies/mL',
        assay: 'A',
        limitOfDetection: 20,
        specimen: 'plasma',
        value,
      };
    }
    const target = (lesion: string) => ({ lesion, organ: 'lung', kind: 'non-nodal', state: 'measured', mm: 15 + (index % 10) });
    return {
      type: 'ResponseAssessed',
      on,
      modality: 'CT',
      targets: [target('RLL1'), target('RLL2')],
      nonTarget: 'non-CR/non-PD',
      newLesions: [],
      clinicallyStable: true,
    };
  });
  return [...start.map((fact) => ({ ...fact, on: first })), ...rest];
}

describe('a case of 500 facts', () => {
  it('is shown whole, with no more lines than are in sight, and brushed to any days', async () => {
    const facts = manyFacts();
    const id = await given.openCase(`LARGE-${randomUUID().slice(0, 8)}`, facts.slice(0, AT_ONCE));
    await given.done('coordinator', `cases/${id}/facts`, facts.slice(AT_ONCE));
    const page = await visitAs('radiation-oncologist', `/cases/${id}`);
    const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    const chart = timeline.getByRole('img');
    await chart.locator('canvas').first().waitFor();
    const shown = (which: string) => timeline.getByRole('textbox', { name: `Shown ${which}`, exact: true }).inputValue();
    const [from, to] = [await shown('from'), await shown('to')];

    // Across the bar under the chart, from a third to two thirds of it.
    const { width = 0, height = 0 } = (await chart.boundingBox()) ?? {};
    await chart.hover({ position: { x: width / 3, y: height - 14 } });
    const { x = 0, y = 0 } = (await chart.boundingBox()) ?? {};
    const bar = y + height - 14;
    await page.mouse.down();
    await page.mouse.move(x + width / 2, bar, { steps: 5 });
    await page.mouse.move(x + (2 * width) / 3, bar, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await shown('from')) > from && (await shown('to')) < to).toBe(true);

    await timeline.getByText('All', { exact: true }).click();
    await expect.poll(() => shown('from')).toBe(from);
    await typeAt(timeline.getByRole('textbox', { name: 'Shown from', exact: true }), '2022-01-01');
    await timeline.getByText('Table', { exact: true }).click();
    await timeline.getByRole('row', { name: '2022-' }).first().waitFor();
    expect(await timeline.getByRole('row', { name: '2021-' }).count()).toBe(0);
    const values = timeline.getByRole('region', { name: 'Values of the timeline' });
    expect(await values.getByRole('row').count()).toBeLessThan(MOST_LINES);
    await values.focus();
    const last = values.getByRole('row', { name: facts.at(-1)?.on ?? '' });
    // Lines are measured as they come into sight, so that the end may move on while one goes there.
    await expect.poll(async () => await page.keyboard.press('End').then(() => last.count())).toBeGreaterThan(0);
    expect(await values.getByRole('row').count()).toBeLessThan(MOST_LINES);

    await page.getByRole('tab', { name: 'Record' }).click();
    const record = page.getByRole('region', { name: 'Facts of the record' });
    await page.getByText(`${FACTS} facts`, { exact: true }).waitFor();
    const lines = record.getByRole('row');
    await lines.filter({ hasText: `#${FACTS}` }).waitFor();
    expect(await lines.count()).toBeLessThan(MOST_LINES);
    await record.focus();
    await page.keyboard.press('End');
    await lines.filter({ hasText: 'Histology' }).waitFor();
    expect(await lines.count()).toBeLessThan(MOST_LINES);

    // Two pages of history before it, and nothing of them is of that day.
    await page.goto(`/cases/${id}?knownOn=2020-01-09&tab=history`);
    const history = page.getByRole('region', { name: 'History' });
    await history.getByRole('row', { name: '2020-01-09' }).waitFor();
    expect(await history.getByRole('row', { name: '2020-01-11' }).count()).toBe(0);
  });
});
