import { type Finding, possibleValues } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lesion } from '../facts/lesion.js';
import { enumerate, factsOf, NEGATIVE, NONE, type Recorded } from './by-hand.fixture.js';
import { M1_SYSTEMS } from './m1-system.js';
import { read } from './recorded-case.fixture.js';

const REASONS = [NONE, NEGATIVE, 'not bone-only disease'];
/** What a finding says, in the form in which the enumeration by hand says it. */
const saidBy = (finding: Finding<string>) => ({
  status: finding.status,
  classes: possibleValues(finding),
  mayNotApply: finding.status === 'indeterminate' ? (finding.mayNotApply?.split('; ').sort(byText) ?? []) : [],
  missing: finding.status === 'indeterminate' ? [...finding.missing].sort(byText) : [],
});
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What it should say when every completion was tried by hand. */
function toSay(answers: ReadonlySet<string>, matter: ReadonlySet<string>) {
  const given = [...answers].filter((answer) => !REASONS.includes(answer)).flatMap((answer) => answer.split(' '));
  const classes = [...new Set(given)].sort(byText);
  const reasons = [...answers].filter((answer) => REASONS.includes(answer)).sort(byText);
  if (classes.length === 0) return { status: 'not-applicable', classes, mayNotApply: [], missing: [] };
  if (classes.length + reasons.length === 1) return { status: 'classified', classes, mayNotApply: [], missing: [] };
  return { status: 'indeterminate', classes, mayNotApply: reasons, missing: [...matter].sort(byText) };
}

const lesionGroup = fc.record({
  place: fc.constantFrom('liver', 'lung', 'bone', 'distant-node', 'skin', 'pleura'),
  count: fc.integer({ min: 1, max: 6 }),
  countIsExact: fc.boolean(),
  certainty: fc.constantFrom('definite', 'definite', 'probable', 'equivocal'),
});
const toLesion = (drawn: { place: string; count: number; countIsExact: boolean; certainty: string }, index: number): Lesion => ({
  id: `L${index}`,
  organ: drawn.place === 'skin' || drawn.place === 'pleura' ? 'other' : (drawn.place as Lesion['organ']),
  ...(drawn.place === 'skin' || drawn.place === 'pleura' ? { site: drawn.place } : {}),
  count: drawn.count,
  countIsExact: drawn.countIsExact,
  certainty: drawn.certainty as Lesion['certainty'],
});
const ORGANS = ['liver', 'lung', 'bone', 'distantNode'] as const;
const recordedCase = fc
  .record({
    groups: fc.array(lesionGroup, { maxLength: 3 }).map((drawn) => drawn.map(toLesion)),
    notImaged: fc.subarray([...ORGANS], { maxLength: 1 }),
    e0: fc.constantFrom<Recorded['e0']>('unknown', 'nd', 2500, 2501, 25_000, 25_001, 62_000, 62_001),
    e1: fc.constantFrom<Recorded['e1']>('unknown', 'nd', 'detectable'),
    eber: fc.constantFrom<Recorded['eber']>('positive', 'positive', 'negative'),
  })
  // Equivocal groups at one other site are one item; the enumeration by hand would take them one by one.
  .filter(({ groups }) => {
    const sites = groups.filter(({ organ, certainty }) => organ === 'other' && certainty === 'equivocal').map(({ site }) => site);
    return new Set(sites).size === sites.length;
  });

/** Every answer left now was possible then. */
const narrows = <T>(then: Finding<T>, now: Finding<T>): boolean =>
  possibleValues(now).every((value) => possibleValues(then).includes(value));

/** What was settled then is settled now; with {@link narrows}, as the same class. */
const keeps = (then: Finding<string>, now: Finding<string>): boolean =>
  then.status === now.status || (then.status !== 'classified' && then.status !== 'not-applicable');

describe('three-valued logic', () => {
  it.each(M1_SYSTEMS)('%s gives exactly what trying every completion by hand gives', (system) => {
    fc.assert(
      fc.property(recordedCase, (recorded) => {
        const finding = read(factsOf(recorded)).m1[system];
        const { answers, matter } = enumerate(recorded, system);
        expect(saidBy(finding)).toEqual(toSay(answers, matter));
        expect(finding.status === 'not-applicable' ? [...answers] : [finding.status]).toContain(
          finding.status === 'not-applicable' ? finding.reason : finding.status,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never takes a class back when more becomes known, nor adds one', () => {
    const settle = (recorded: Recorded, which: number): Recorded => {
      const groups = recorded.groups.map((lesion, index) =>
        index === which % 3 ? { ...lesion, countIsExact: true, certainty: 'definite' as const } : lesion,
      );
      return {
        groups,
        notImaged: which % 2 === 0 ? [] : recorded.notImaged,
        e0: recorded.e0 === 'unknown' ? (which % 5 === 0 ? 'nd' : which % 5 === 1 ? 70_000 : 'unknown') : recorded.e0,
        e1: recorded.e1 === 'unknown' && which % 7 === 0 ? 'nd' : recorded.e1,
        eber: recorded.eber,
      };
    };
    fc.assert(
      fc.property(recordedCase, fc.nat({ max: 209 }), (before, which) => {
        const less = read(factsOf(before));
        const more = read(factsOf(settle(before, which)));
        expect(M1_SYSTEMS.filter((system) => !narrows(less.m1[system], more.m1[system]))).toEqual([]);
        expect(M1_SYSTEMS.filter((system) => !keeps(less.m1[system], more.m1[system]))).toEqual([]);
        for (const max of [3, 4, 5] as const) {
          expect(narrows(less.oligometastatic(max), more.oligometastatic(max))).toBe(true);
        }
        for (const edition of ['TNM-8', 'TNM-9'] as const) {
          expect(narrows(less.stage[edition].m, more.stage[edition].m)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows nothing less with a chart than without one', () => {
    fc.assert(
      fc.property(recordedCase, (recorded) => {
        const charted = read(factsOf(recorded)).m1;
        const uncharted = read(factsOf(recorded).filter(({ type }) => type !== 'MetastasesCharted')).m1;
        expect(M1_SYSTEMS.filter((system) => !narrows(uncharted[system], charted[system]))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
