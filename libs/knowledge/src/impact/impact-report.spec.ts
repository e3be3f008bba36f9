import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import type { Impact, ImpactPart } from './impact-of.js';
import { emptyImpactTally, impactReport, isIntactImpactReport, mergedTallies, withImpact } from './impact-report.js';

const [current, candidate] = [knowledgeRelease('npc-2023.08'), knowledgeRelease('npc-2026.11')].map((release) => ({
  release,
  policy: sitePolicy(),
})) as [Parameters<typeof emptyImpactTally>[0], Parameters<typeof emptyImpactTally>[1]];
const empty = emptyImpactTally(current, candidate, 2);

const impact = (reference: string, ...parts: (readonly [ImpactPart, string, string])[]): Impact => ({
  reference,
  parts: parts.map(([part, before, after]) => ({ part, before, after, because: [] })),
  relist: parts.some(([part]) => part === 'nextStep'),
  relistBecause: [],
});
const reportOf = (impacts: readonly (Impact | null)[]) => impactReport(impacts.reduce(withImpact, empty));

describe('an impact report', () => {
  it('counts cases, parts and transitions, and names cases to look at', () => {
    const report = reportOf([
      null,
      impact('C', ['nextStep', 'maintenance', 'surveillance'], ['stage', 'IVB (TNM-8)', 'IVA (TNM-9)']),
      impact('A', ['stage', 'IVB (TNM-8)', 'IVA (TNM-9)']),
      null,
      impact('B', ['stage', 'IVB (TNM-8)', 'IVA (TNM-9)']),
      impact('D', ['stage', 'IVB (TNM-8)', 'IVB (TNM-9)']),
    ]);
    expect(report).toMatchObject({
      format: 'tumor-board-impact/1',
      current: { release: 'npc-2023.08', contentHash: current.release.contentHash, policy: { oligometastaticMax: 5 } },
      candidate: { release: 'npc-2026.11', contentHash: candidate.release.contentHash },
      casesRead: 6,
      casesChanged: 4,
      casesToRelist: 1,
      parts: [
        { part: 'nextStep', count: 1 },
        { part: 'stage', count: 4 },
      ],
      transitions: [
        { part: 'nextStep', before: 'maintenance', after: 'surveillance', count: 1, examples: ['C'] },
        { part: 'stage', after: 'IVA (TNM-9)', count: 3, examples: ['A', 'B'] },
        { part: 'stage', after: 'IVB (TNM-9)', count: 1, examples: ['D'] },
      ],
    });
  });

  it('of no case is a report', () => {
    expect(reportOf([])).toMatchObject({ casesRead: 0, casesChanged: 0, parts: [], transitions: [] });
  });

  it('carries a digest of its content', () => {
    const report = reportOf([impact('A', ['nextStep', 'maintenance', 'surveillance'])]);
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(isIntactImpactReport(report)).toBe(true);
    expect(isIntactImpactReport({ ...report, casesToRelist: 0 })).toBe(false);
    expect(isIntactImpactReport(JSON.parse(JSON.stringify(report)))).toBe(true);
  });

  it('does not change a tally that it is made from', () => {
    const before = JSON.stringify(impactReport(empty));
    withImpact(empty, impact('A', ['nextStep', 'maintenance', 'surveillance']));
    expect(JSON.stringify(impactReport(empty))).toBe(before);
  });

  const arbitraryImpacts = fc
    .uniqueArray(
      fc.record({
        reference: fc.stringMatching(/^[a-z]{1,4}$/),
        parts: fc.uniqueArray(fc.constantFrom('nextStep', 'm1.YAO23', 'stage'), { maxLength: 3 }),
        values: fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('v', 'w')),
      }),
      { selector: ({ reference }) => reference, maxLength: 30 },
    )
    .map((drawn) =>
      drawn.map(({ reference, parts, values: [before, after] }) =>
        parts.length === 0
          ? null
          : impact(reference, ...parts.map((part): [ImpactPart, string, string] => [part as ImpactPart, before, after])),
      ),
    );

  it('is the same to the byte in whatever order the cases are read, and in however many threads', () => {
    fc.assert(
      fc.property(
        arbitraryImpacts.chain((impacts) =>
          fc.tuple(fc.constant(impacts), fc.shuffledSubarray(impacts, { minLength: impacts.length }), fc.nat({ max: impacts.length })),
        ),
        ([impacts, shuffled, cut]) => {
          const whole = JSON.stringify(reportOf(impacts));
          expect(JSON.stringify(reportOf(shuffled))).toBe(whole);
          const [first, second] = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) => part.reduce(withImpact, empty)) as [
            typeof empty,
            typeof empty,
          ];
          expect(JSON.stringify(impactReport(mergedTallies(first, second)))).toBe(whole);
          expect(JSON.stringify(impactReport(mergedTallies(second, first)))).toBe(whole);
        },
      ),
    );
  });

  it('keeps no more than the transitions and a few examples of each', () => {
    let tally = empty;
    for (let index = 0; index < 5_000; index++)
      tally = withImpact(tally, impact(`R${9_999 - index}`, ['stage', 'IVB (TNM-8)', 'IVA (TNM-9)']));
    expect(tally.transitions.size).toBe(1);
    expect(impactReport(tally).transitions).toMatchObject([{ count: 5_000, examples: ['R5000', 'R5001'] }]);
  });
});
