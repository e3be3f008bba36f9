import { citedEntrySchema, citedRegister, effectText, REVIEW_TABLES } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from '../program.fixture.js';

const register = citedRegister();
const json = async (...options: string[]) => {
  const { status, written } = await run(['evidence', '--json', ...options]);
  expect(status).toBe(0);
  return z.array(citedEntrySchema).parse(JSON.parse(written));
};

describe('evidence', () => {
  it('prints every entry as JSON when asked', async () => {
    expect(await json()).toEqual(register);
  });

  it('prints every table under its heading, and then the rest', async () => {
    const { written } = await run(['evidence']);
    const headings = written.split('\n').filter((line) => /^[A-Z]/.test(line));
    expect(headings.slice(0, 6).map((line) => line.slice(0, 8))).toEqual(REVIEW_TABLES.map((table) => `Table ${table}:`));
    expect(headings).toContain('Outside the review');
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('prints every entry with its figures, caveats and sources', async () => {
    const { lines } = await run(['evidence']);
    for (const { id, effects, groups, caveats, sources } of register) {
      const at = lines.findIndex((line) => line.split(/ {2,}/).includes(id));
      expect(at, id).toBeGreaterThan(-1);
      const end = lines.findIndex((line, index) => index > at && !line.startsWith('      '));
      const said = lines.slice(at, end === -1 ? undefined : end).join('\n');
      for (const effect of effects) expect(said).toContain(effectText(effect, groups));
      for (const { text } of caveats) expect(said).toContain(text);
      for (const { citation } of sources) expect(said).toContain(citation);
    }
  });

  it('aligns the columns of a table', async () => {
    const { lines } = await run(['evidence', '--table', '6']);
    const rows = lines.filter((line) => /^\d/.test(line));
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row.indexOf('retrospective'))).size).toBe(1);
  });

  it('marks what is not verified, and says how a slip is read', async () => {
    const { written } = await run(['evidence', '--table', '2']);
    expect(written).toContain('(not verified)');
    expect(written).toContain('misprint: printed "22.6.0%", read as 22.6%.');
  });

  it('narrows by words, table and system', async () => {
    expect((await json('--search', 'toripalimab progression-free')).map(({ id }) => id)).toContain('table-3/jupiter-02');
    expect((await json('--system', 'YAO23', '--table', '2')).map(({ id }) => id)).toEqual(['table-2/yao-2023']);
    expect((await run(['evidence', '--search', 'nobody'])).written).toBe('');
  });

  it.each([
    [['--table', '1'], 'Expected a table of the review: 2, 3, 4, 5, 6, 7.'],
    [['--system', 'YAO24'], 'Allowed choices are SHEN15'],
  ])('refuses %s in one line', async (options, complaint) => {
    const { status, complained } = await run(['evidence', ...options]);
    expect(status).toBe(1);
    expect(complained).toContain(complaint);
    expect(complained.trimEnd().split('\n')).toHaveLength(1);
  });
});
