import { type Effect, EVIDENCE_REGISTER, type EvidenceEntry, REGISTER_SOURCES } from '@tumor-board/knowledge';
import { M1_SUBDIVISIONS } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { differsFromRow, notInParagraph, notInReview, numbersIn } from './register-against-review.js';
import { parseReview, type ReviewText, reviewFile, reviewText } from './review-text.js';

const found = reviewText();
if (found === undefined) {
  console.warn(`SKIPPED: the evidence register is not held against the review, because its text is not at ${reviewFile}`);
}
const review: ReviewText = found ?? parseReview('');
const inTables = EVIDENCE_REGISTER.filter(({ place }) => place.in === 'table');
const withEffects = inTables.filter(({ effects }) =>
  effects.some(({ readIn, measure }) => readIn === 'liu-2023' && measure !== 'comparison'),
);

/** Every copy of a value in which one number is another one. */
function withOneNumberChanged(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value / 10].filter((changed) => changed !== value);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => withOneNumberChanged(item).map((changed) => value.with(index, changed)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => withOneNumberChanged(item).map((changed) => ({ ...value, [key]: changed })));
}

/** The effect with its figures in the opposite order, where the review prints them. */
function withGroupsExchanged(effect: Effect): Effect {
  if (effect.readIn !== 'liu-2023') return effect;
  if (effect.measure === 'median') return { ...effect, figures: effect.figures.toReversed() };
  return effect.measure === 'rate' ? { ...effect, percent: effect.percent.toReversed() } : effect;
}

describe.runIf(found !== undefined)('the register against the text of the review', () => {
  it.each(inTables)('$id is its row: every number of the row is held, and none else', (entry) => {
    expect(differsFromRow(entry, review)).toEqual([]);
  });

  it('holds every row of the six tables', () => {
    for (const table of [2, 3, 4, 5, 6, 7] as const) {
      const rows = inTables.flatMap(({ place }) => (place.in === 'table' && place.table === table ? [place.row] : []));
      expect(rows, `table ${table}`).toEqual(review.tables[table].map((_, index) => index + 1));
    }
  });

  it.each(withEffects)('$id would not pass with one wrong number', (entry) => {
    const wrong = withOneNumberChanged(entry.effects.filter(({ readIn }) => readIn === 'liu-2023')) as EvidenceEntry['effects'][];
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter((effects) => differsFromRow({ ...entry, effects }, review).length === 0)).toEqual([]);
  });

  it.each(withEffects)('$id would not pass with the figures of its groups exchanged', (entry) => {
    const effects = entry.effects.map(withGroupsExchanged);
    const exchanged = JSON.stringify(effects) !== JSON.stringify(entry.effects);
    expect(differsFromRow({ ...entry, effects }, review).length > 0).toBe(exchanged);
  });

  it.each(EVIDENCE_REGISTER.filter(({ place }) => place.in === 'text'))('$id holds only numbers of its paragraph', (entry) => {
    expect(notInParagraph(entry, review)).toEqual([]);
  });

  it.each(EVIDENCE_REGISTER)('$id says of the review only numbers that it prints', (entry) => {
    expect(notInReview(entry, review)).toEqual([]);
  });

  it.each(M1_SUBDIVISIONS)('$id draws its lines where the review prints them', ({ reviewRow, rows, ebvDnaCutOff }) => {
    const cell = review.tables[2][reviewRow - 1]?.[2] ?? '';
    const sets = /Set 1:(?<first>.*)Set 2:(?<second>.*)/.exec(cell);
    const printed = numbersIn(
      sets === null ? cell : ebvDnaCutOff === undefined ? (sets.groups?.['first'] ?? '') : (sets.groups?.['second'] ?? ''),
    );
    const drawn = new Set([...rows.flatMap((row) => numbersIn(row.when)), ...(ebvDnaCutOff === undefined ? [] : [ebvDnaCutOff])]);
    expect(printed.filter((number) => !drawn.has(number))).toEqual([]);
  });

  const references = new Map(
    [...review.whole.matchAll(/^-?\s*(\d{1,2})\. ([A-Z].*(?:\n\n?- .*)?)/gm)].map(([, number, line]) => [Number(number), line ?? '']),
  );
  it.each(REGISTER_SOURCES.filter(({ reviewReference }) => reviewReference !== undefined))(
    '$id is the reference that it says',
    (source) => {
      const reference = references.get(source.reviewReference ?? 0) ?? '';
      expect(reference.startsWith(source.citation.split(' ')[0] ?? '?')).toBe(true);
      const [volume] = /\d{4};\w+:\w+/.exec(source.citation) ?? [];
      expect(reference).toContain(volume ?? '');
    },
  );
});
