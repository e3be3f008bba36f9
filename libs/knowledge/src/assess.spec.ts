import { canonicalJson, type Finding, possibleValues } from '@tumor-board/kernel';
import { type Fact, M1_SYSTEMS, parseCaseFile } from '@tumor-board/oncology';
import { arbitraryCase, arbitraryFacts } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type CaseRecord } from './assess.js';
import { NEXT_STEP_CODES } from './assessment.js';
import { isEvidenceId } from './evidence/register.js';
import { applyChanges, changedParts, headlineOf } from './headline.js';
import { baseline, recordOf, sample, scan, systemic } from './pathway/pathway.fixture.js';
import { sitePolicy } from './policy.js';
import { knowledgeRelease } from './releases/catalogue.js';

const release = knowledgeRelease('npc-2023.08');
const policy = sitePolicy();
const under = (record: CaseRecord, horizon = {}) => assess(record, release, policy, horizon);
const of = (facts: readonly Fact[], horizon = {}) => under(recordOf(facts), horizon);

/** Every reason of an assessment, wherever it stands. */
function reasonsIn(value: unknown): { facts: string[]; evidence?: string[] }[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && 'facts' in value && !('code' in value) ? [value as { facts: string[]; evidence?: string[] }] : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}

/** What more facts brought in that fewer facts had ruled out. */
function widened(fewer: Finding<string>, more: Finding<string>): string[] {
  if (fewer.status === 'not-applicable' && more.status !== 'not-applicable') return ['applies'];
  return possibleValues(more).filter((value) => !possibleValues(fewer).includes(value));
}

describe('an assessment', () => {
  it('can be given for any valid case, and always proposes a step', () => {
    fc.assert(
      fc.property(arbitraryCase(), (record) => {
        expect(NEXT_STEP_CODES).toContain(under(record).nextStep.code);
      }),
      { numRuns: 400 },
    );
  });

  it('has the same bytes for the same input, however its objects were built', () => {
    fc.assert(
      fc.property(arbitraryCase(), (record) => {
        const again = parseCaseFile(JSON.parse(canonicalJson({ ...record, facts: record.facts })));
        expect(JSON.stringify(under(again))).toBe(JSON.stringify(under(record)));
      }),
    );
  });

  it('cites only facts of the case and sources of the register', () => {
    fc.assert(
      fc.property(arbitraryCase(), (record) => {
        const ids = new Set(record.facts.map((fact) => fact.id));
        for (const reason of reasonsIn(under(record))) {
          for (const id of reason.facts) expect(ids).toContain(id);
          expect((reason.evidence ?? []).filter((id) => !isEvidenceId(id))).toEqual([]);
        }
      }),
    );
  });

  it('as known on a day does not see what became known later', () => {
    fc.assert(
      fc.property(arbitraryFacts(), arbitraryFacts({ maxLength: 5 }), (early, late) => {
        const known = early.map((fact) => ({ ...fact, knownOn: '2027-01-01' }) as Fact);
        const later = late
          .map((fact, index) => ({ ...fact, id: `late${index}`, knownOn: '2027-06-01' }) as Fact)
          .filter((fact) => !('corrects' in fact || 'retracts' in fact));
        const horizon = { knownOn: '2027-03-01' };
        expect(of([...known, ...later], horizon)).toEqual(of(known, horizon));
      }),
    );
  });

  it('keeps the baseline classes when only later scans, samples and cycles are added', () => {
    const before = of([...baseline(), systemic()]);
    const after = of([
      ...baseline(),
      systemic(),
      scan('2025-03-10', 60, { newLesions: [{ lesion: 'N', organ: 'liver', unequivocal: true }] }),
    ]);
    for (const system of M1_SYSTEMS) expect(after.m1[system]).toEqual(before.m1[system]);
    expect(after.stage).toEqual(before.stage);
  });

  it('never makes a settled class another one when an item that was missing arrives', () => {
    const missing = fc.subarray(['histology', 'staging', 'chart', 'e0', 'fitness', 'ecog', 'baseline']);
    const lesions = fc
      .constantFrom(1, 2, 3, 4, 5, 6)
      .chain((count) =>
        fc
          .constantFrom('liver' as const, 'lung' as const, 'bone' as const, 'distant-node' as const)
          .map((organ) => [{ id: 'M1', organ, count, countIsExact: true, certainty: 'definite' as const }]),
      );
    fc.assert(
      fc.property(missing, missing, lesions, fc.constantFrom(0, 2_500, 2_501, 25_000, 62_000, 62_001), (left, also, drawn, copies) => {
        const all = baseline({ lesions: drawn }).map((fact) => (fact.id === 'e0' ? { ...sample('2025-01-06', copies), id: 'e0' } : fact));
        const more = of(all.filter((fact) => !left.includes(fact.id as string)));
        const fewer = of(all.filter((fact) => ![...left, ...also].includes(fact.id as string)));
        for (const system of M1_SYSTEMS) expect(widened(fewer.m1[system], more.m1[system])).toEqual([]);
        for (const edition of ['TNM-8', 'TNM-9'] as const) {
          for (const value of possibleValues(more.stage[edition].m)) expect(possibleValues(fewer.stage[edition].m)).toContain(value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is of the last day on record, or of the day asked for', () => {
    expect(of(baseline()).asOf).toBe('2025-01-07');
    expect(of(baseline(), { validOn: '2025-01-06' }).asOf).toBe('2025-01-06');
  });

  it('of measurements and nothing else still has its response', () => {
    const facts = baseline({ histology: null, ecog: null, staging: null, lesions: null, fitness: null, ebv: null });
    expect(of([...facts, scan('2025-03-01', 28)]).response.assessments).toMatchObject([{ overall: 'PR', sumMm: 28, immune: null }]);
  });

  it('says what is missing and which findings it would settle', () => {
    const { missing } = of(baseline({ ebv: null }));
    expect(missing.find((item) => item.item === 'baseline EBV DNA')?.wouldSettle).toEqual(
      expect.arrayContaining(['m1.YANG21', 'm1.CHAN25-2', 'nextStep']),
    );
  });
});

describe('the fingerprint', () => {
  const { fingerprint } = of(baseline());

  it('changes with any fact, the patient, the release’s content and the policy', () => {
    const record = recordOf(baseline());
    const others = [
      under(recordOf(baseline({ ecog: 1 }))),
      under({ ...record, patient: { ...record.patient, ageYears: 47 } }),
      assess(record, { ...release, contentHash: 'other' }, policy),
      assess(record, release, sitePolicy({ oligometastaticMax: 3 })),
      of([...baseline(), systemic()]),
    ];
    expect(new Set([fingerprint, ...others.map((other) => other.fingerprint)]).size).toBe(6);
  });

  it('does not change with the order of members', () => {
    const shuffled = baseline().map((fact) => Object.fromEntries(Object.entries(fact).toReversed()) as Fact);
    expect(of(shuffled).fingerprint).toBe(fingerprint);
  });
});

describe('the headline', () => {
  it('after the changes is the headline of the new assessment', () => {
    fc.assert(
      fc.property(arbitraryCase(), arbitraryCase(), (a, b) => {
        const [before, after] = [headlineOf(under(a)), headlineOf(under(b))];
        expect(applyChanges(before, changedParts(before, after))).toEqual(after);
        expect(changedParts(after, after)).toEqual([]);
      }),
    );
  });

  it('shows a class with what it rests on', () => {
    const headline = headlineOf(of([...baseline(), systemic(), sample('2025-01-20', 5_000)]));
    expect(headline).toMatchObject({
      'stage.TNM-9.group': 'IVA',
      'm1.JIANG16': 'M1a or M1b?',
      'm1.SUN19': 'not applicable',
      nextStep: 'continue-systemic',
    });
    expect(headline['m1.YANG21']).toBe('low [threshold-of-another-assay, near-threshold]');
  });
});
