import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visitAs } from './screen.js';

/** What the first view may load of scripts, compressed, in bytes. */
const BUDGET = 200_000;
/** An attribute that the library for charts sets on what it draws. */
const CHARTS = 'data-zr-dom-id';

interface Loaded {
  readonly name: string;
  readonly encodedBodySize: number;
  readonly decodedBodySize: number;
}

/** The scripts that a page has loaded, with their sizes in bytes as they came and as they are run. */
const scripts = (page: Page): Promise<readonly Loaded[]> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as unknown as readonly Loaded[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, encodedBodySize, decodedBodySize })),
  );

const drawsCharts = async (page: Page): Promise<boolean> => {
  const texts = await Promise.all((await scripts(page)).map(async ({ name }) => (await page.request.get(name)).text()));
  return texts.some((text) => text.includes(CHARTS));
};

describe('the scripts', () => {
  it('are compressed, and less than 200 kB for the first view of the queue', async () => {
    const page = await visitAs('coordinator', '/queue');
    await page.getByRole('row', { name: 'V15' }).waitFor();
    const loaded = await scripts(page);
    for (const { name, encodedBodySize, decodedBodySize } of loaded.filter((script) => script.decodedBodySize > 1_000)) {
      expect(encodedBodySize, name).toBeLessThan(decodedBodySize);
    }
    const total = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(BUDGET);
  });

  it('for charts come with a case, and not before', async () => {
    const page = await visitAs('coordinator', '/queue');
    await page.getByRole('row', { name: 'V15' }).waitFor();
    expect(await drawsCharts(page)).toBe(false);
    await page.getByRole('link', { name: 'V15' }).click();
    await page.locator('canvas, svg').first().waitFor();
    await expect.poll(() => drawsCharts(page)).toBe(true);
  });
});
