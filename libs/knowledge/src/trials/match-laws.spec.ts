import { type Fact, type IdentifiedFact, parseCaseFile } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseline, cycles, radiotherapy, recordOf, scan, systemic } from '../pathway/pathway.fixture.js';
import { matchTrial } from './match-trial.js';
import type { Trial } from './trial.js';
import { trialSubject } from './trial-subject.js';
import { TRIALS } from './trials.js';

describe('any match', () => {
  const metCriteria = (trial: Trial, facts: readonly IdentifiedFact[], ageYears: number): Set<string> => {
    const subject = trialSubject({ patient: { ageYears, sex: 'female' }, facts }, { validOn: '2025-12-01' });
    return new Set(matchTrial(trial, subject).criteria.flatMap(({ criterion, outcome: one }) => (one === 'met' ? [criterion] : [])));
  };

  const lesions = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('M1', 'M2'),
      organ: fc.constantFrom('liver' as const, 'lung' as const, 'bone' as const),
      count: fc.integer({ min: 1, max: 6 }),
      countIsExact: fc.boolean(),
      certainty: fc.constantFrom('definite' as const, 'probable' as const, 'equivocal' as const),
      sizeMm: fc.integer({ min: 5, max: 70 }),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  const imaged = fc.record({ liver: fc.boolean(), lung: fc.boolean(), bone: fc.boolean(), distantNode: fc.boolean() });
  /** A case whose facts do not contradict each other, each item recorded once; the laboratory in time or not. */
  const coherent = fc
    .record({
      lesions,
      imaged,
      ecog: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      histology: fc.constantFrom('non-keratinising-undifferentiated' as const, 'keratinising' as const),
      edition: fc.constantFrom('TNM-8' as const, 'TNM-9' as const),
      agents: fc.constantFrom<string[]>(['gemcitabine', 'cisplatin', 'toripalimab'], ['gemcitabine', 'cisplatin'], []),
      cycles: fc.integer({ min: 0, max: 7 }),
      mm: fc.constantFrom(0, 20, 35, 60),
      labsOn: fc.constantFrom('2025-11-16', '2025-11-17', '2025-11-28'),
      labs: fc.record({
        hemoglobinGL: fc.constantFrom(89, 90),
        neutrophilsE9L: fc.constantFrom(1.4, 1.5, 2),
        plateletsE9L: fc.constantFrom(99, 100),
        creatinineClearanceMlMin: fc.constantFrom(59, 60),
        bilirubinUln: fc.constantFrom(1.5, 1.6),
        altUln: fc.constantFrom(2.5, 3, 6),
      }),
      irradiated: fc.boolean(),
    })
    .map((drawn) => {
      const facts: Fact[] = [
        ...baseline({
          lesions: drawn.lesions,
          imaged: drawn.imaged,
          ecog: drawn.ecog,
          histology: { histology: drawn.histology },
          staging: { edition: drawn.edition },
          fitness: null,
        }),
        systemic('2025-01-13', { agents: drawn.agents }),
        cycles('2025-04-14', drawn.cycles),
        scan('2025-04-15', drawn.mm),
        ...(drawn.irradiated ? [radiotherapy('2025-06-01'), scan('2025-09-10', drawn.mm)] : []),
        { type: 'FitnessRecorded', on: drawn.labsOn, ...drawn.labs },
      ];
      return recordOf(facts).facts;
    });

  it('never gains a met criterion when every fact of some kinds is taken away', () => {
    const kinds = fc.subarray([
      'HistologyReported',
      'StagingRecorded',
      'MetastasesCharted',
      'PerformanceStatusRecorded',
      'FitnessRecorded',
      'SystemicTherapyStarted',
      'SystemicTherapyCyclesCompleted',
      'RadiotherapyDelivered',
      'BaselineLesionsMeasured',
      'ResponseAssessed',
    ]);
    fc.assert(
      fc.property(coherent, kinds, fc.constantFrom(17, 40, 70), (facts, taken, age) => {
        for (const trial of TRIALS) {
          const before = metCriteria(trial, facts, age);
          const after = metCriteria(
            trial,
            facts.filter(({ type }) => !(taken as string[]).includes(type)),
            age,
          );
          expect(
            [...after].filter((criterion) => !before.has(criterion)),
            trial.id,
          ).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('rests every met criterion on a fact of the case, but age', () => {
    fc.assert(
      fc.property(arbitraryCase(), (record) => {
        const ids = new Set(record.facts.map(({ id }) => id));
        for (const trial of TRIALS) {
          for (const { kind, outcome: one, facts } of matchTrial(trial, trialSubject(record)).criteria) {
            expect(facts.filter((id) => !ids.has(id))).toEqual([]);
            expect(one === 'met' && kind !== 'age' && facts.length === 0).toBe(false);
          }
        }
      }),
    );
  });

  it('of a case without any facts is never possible', () => {
    const empty = parseCaseFile({ format: 'tumor-board-case/1', reference: 'E', patient: { ageYears: 50, sex: 'male' }, facts: [] });
    for (const trial of TRIALS) expect(matchTrial(trial, trialSubject(empty)).overall).not.toBe('possible');
  });

  it('is never possible with a criterion that is not met, and says so that no one takes it for eligibility', () => {
    fc.assert(
      fc.property(arbitraryCase(), (record) => {
        for (const trial of TRIALS) {
          const { overall, criteria, text } = matchTrial(trial, trialSubject(record));
          expect(['possible', 'excluded', 'unknown']).toContain(overall);
          expect(overall === 'possible' && criteria.some(({ outcome: one }) => one === 'not-met')).toBe(false);
          expect(text.endsWith('A match is not eligibility.')).toBe(true);
        }
      }),
    );
  });
});
