import { canonicalJson } from '@tumor-board/kernel';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { type CaseFile, type Fact, parseCaseFile } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from './chair/synthesise.js';
import { panelInput } from './input/panel-input.js';
import { PANEL } from './opinion/discipline.js';
import { needsOfCase, openItems } from './opinion/need.js';
import { baseline, cycles, event, radiotherapy, sample, scan, systemic } from './panel.fixture.js';
import { AGENTS } from './run/agents.js';
import { deliberate, replay } from './run/deliberate.js';
import { panelRunSchema } from './run/panel-run.js';

const arbitraryPolicy = fc
  .record({ oligometastaticMax: fc.constantFrom(3 as const, 4 as const, 5 as const), cisplatinCrClMin: fc.constantFrom(50, 55, 60) })
  .map(sitePolicy);
const lesions = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('M1', 'M2', 'M3', 'M4'),
    organ: fc.constantFrom('liver' as const, 'lung' as const, 'bone' as const, 'distant-node' as const),
    sizeMm: fc.constantFrom(8, 15, 49, 50, 51, 70),
    count: fc.constantFrom(1, 1, 1, 2, 3, 6),
    countIsExact: fc.constantFrom(true, true, true, false),
    certainty: fc.constantFrom('definite' as const, 'definite' as const, 'probable' as const, 'equivocal' as const),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A case that takes the course of the strategy, or leaves it: random facts alone seldom reach radiotherapy or maintenance. */
const plausibleCase: fc.Arbitrary<CaseFile> = fc
  .record({
    baseline: fc.record({
      lesions,
      ecog: fc.constantFrom(0 as const, 0 as const, 1 as const, 1 as const, 2 as const, 3 as const, 4 as const),
      histology: fc.record({
        histology: fc.constantFrom('non-keratinising-undifferentiated' as const, 'keratinising' as const),
        eber: fc.constantFrom('positive' as const, 'positive' as const, 'negative' as const, 'unknown' as const),
      }),
      fitness: fc.record({
        creatinineClearanceMlMin: fc.constantFrom(28, 42, 50, 55, 60, 95),
        hearingLossGrade: fc.constantFrom(0, 1, 2),
        plateletsE9L: fc.constantFrom(99, 100, 220),
        dpyd: fc.constantFrom('normal' as const, 'partial' as const, 'deficient' as const),
        autoimmuneDisease: fc.constantFrom('none' as const, 'controlled' as const, 'active' as const),
        organTransplant: fc.boolean(),
        hbsAg: fc.constantFrom('negative' as const, 'positive' as const),
      }),
      ebv: fc.record({ value: fc.constantFrom(900, 2_500, 25_000, 30_000, 62_000, 200_000) }),
      declines: fc.oneof(
        fc.constant([]),
        fc.subarray(['radiotherapy', 'cisplatin', 'immunotherapy', 'ablation', 'maintenance']),
        fc.constantFrom(['everything'], []),
      ),
      imaged: fc.record({ bone: fc.boolean(), liver: fc.boolean() }),
    }),
    agents: maybe(
      fc.constantFrom(['gemcitabine', 'cisplatin', 'toripalimab'], ['gemcitabine', 'carboplatin'], ['gemcitabine', 'cisplatin']),
    ),
    cycles: fc.integer({ min: 0, max: 8 }),
    scan: maybe(
      fc.record({
        mm: fc.constantFrom(0, 20, 28, 29, 40, 47, 48, 60),
        modality: fc.constantFrom('mri+ct', 'pet-ct'),
        newLesions: fc.constantFrom(
          [],
          [{ lesion: 'L1', organ: 'liver', unequivocal: true }],
          [{ lesion: 'L2', organ: 'bone', unequivocal: false }],
        ),
        clinicallyStable: maybe(fc.boolean()),
      }),
    ),
    marker: maybe(fc.constantFrom(0, 0, 900, 100_000)),
    ended: maybe(fc.constantFrom('completed' as const, 'toxicity' as const, 'progression' as const)),
    event: maybe(fc.constantFrom('pneumonitis', 'mucositis', 'cisplatin allergy', 'spinal cord compression')),
    irradiated: fc.boolean(),
    ablated: fc.boolean(),
    died: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ baseline: given, agents, cycles: count, scan: read, marker, ended, event: term, irradiated, ablated, died }) => {
    const facts: (Fact | undefined)[] = [
      ...baseline(given as Parameters<typeof baseline>[0]),
      ...(agents === undefined ? [] : [systemic('2025-01-13', { agents: [...agents] }), cycles('2025-05-10', count)]),
      read &&
        scan('2025-05-20', read.mm, {
          modality: read.modality,
          newLesions: [...read.newLesions],
          ...(read.clinicallyStable === undefined ? {} : { clinicallyStable: read.clinicallyStable }),
        }),
      marker === undefined ? undefined : sample('2025-05-21', marker),
      term === undefined ? undefined : event('2025-05-22', term, 3, { immuneRelated: term === 'pneumonitis', attributedTo: 'cisplatin' }),
      ended === undefined || agents === undefined ? undefined : { type: 'SystemicTherapyEnded', on: '2025-05-25', reason: ended },
      irradiated ? radiotherapy('2025-07-01') : undefined,
      ablated
        ? { type: 'LocalTherapyDelivered', on: '2025-07-10', modality: 'sbrt', lesions: ['M1'], doseGy: 40, fractions: 5 }
        : undefined,
      died ? { type: 'DeathRecorded', on: '2025-08-01' } : undefined,
    ];
    return parseCaseFile({
      format: 'tumor-board-case/1',
      reference: 'plausible',
      patient: { ageYears: 71, sex: 'male' },
      facts: facts.filter((fact) => fact !== undefined),
    });
  });
const anyCase = fc.oneof(arbitraryCase({ maxLength: 30 }), plausibleCase);

/** A case with what it is assessed under; the input is made inside a property, so that a counterexample is a case to read. */
const arbitraryGiven = fc.record({
  record: anyCase,
  release: fc.constantFrom('npc-2023.08', 'npc-2026.11'),
  policy: arbitraryPolicy,
});
type Given = typeof arbitraryGiven extends fc.Arbitrary<infer T> ? T : never;
const inputOf = ({ record, release, policy }: Given) => panelInput(record, knowledgeRelease(release), policy);
const RUNS = { numRuns: 40 };
/** A run takes milliseconds; a machine that does other things beside it may take much longer. */
const PATIENT = { timeout: 60_000 };

describe('the panel on any case', PATIENT, () => {
  it('never has a claim of its own agents struck: agents are honest', () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        const input = inputOf(given);
        const struck = deliberate(input).ledger.entries.filter(({ standing }) => standing === 'struck');
        expect(struck.map(({ struck: why, claim }) => ({ why, claim }))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('cites facts that stand, and names every claim once', () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        const input = inputOf(given);
        const standing = new Set(input.timeline.facts.map(({ id }) => id));
        const claims = deliberate(input).opinions.flatMap((opinion) => opinion.claims);
        for (const { facts } of claims) expect(facts.filter((id) => !standing.has(id))).toEqual([]);
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      }),
      RUNS,
    );
  });

  it('gives the same bytes again, and after a journey through JSON', () => {
    fc.assert(
      fc.property(arbitraryGiven, fc.subarray([...PANEL]), (given, absent) => {
        const input = inputOf(given);
        const run = deliberate(input, { absent });
        expect(canonicalJson(deliberate(input, { absent }))).toBe(canonicalJson(run));
        const stored = panelRunSchema.parse(JSON.parse(JSON.stringify(run)));
        expect(stored).toEqual(run);
        expect(replay(run, input)).toBe('same');
      }),
      RUNS,
    );
  });

  it('has no statement of the chair without an admitted claim, and no word of a voice changed', () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        const input = inputOf(given);
        const { ledger, synthesis } = deliberate(input);
        const admitted = new Map(ledger.entries.flatMap(({ standing, claim }) => (standing === 'admitted' ? [[claim.id, claim]] : [])));
        const statements = [
          ...synthesis.vetoes,
          ...synthesis.dataGaps,
          ...synthesis.openQuestions,
          ...synthesis.options.flatMap(({ statement }) => statement ?? []),
        ];
        for (const { claims } of statements) {
          expect(claims.length).toBeGreaterThan(0);
          for (const id of claims) expect(admitted.has(id), id).toBe(true);
        }
        for (const option of synthesis.options) {
          for (const { claim, text } of [...option.for, ...option.against, ...option.concerns, ...option.challenges]) {
            expect(admitted.get(claim)?.text).toBe(text);
          }
        }
      }),
      RUNS,
    );
  });

  it('shows who is absent, says nothing for them, and lets the others say the same', () => {
    fc.assert(
      fc.property(arbitraryGiven, fc.subarray([...PANEL].filter((one) => one !== 'red-team')), (given, absent) => {
        const input = inputOf(given);
        const [all, some] = [deliberate(input), deliberate(input, { absent })];
        expect(some.synthesis.absent).toEqual(absent);
        for (const opinion of some.opinions) {
          if (opinion.discipline === 'red-team') continue;
          const whole = all.opinions.find(({ discipline }) => discipline === opinion.discipline);
          expect(opinion.claims).toEqual(opinion.status === 'absent' ? [] : whole?.claims);
        }
      }),
      RUNS,
    );
  });

  it('never votes: whatever is said again by somebody else changes no position', () => {
    fc.assert(
      fc.property(arbitraryGiven, fc.infiniteStream(fc.boolean()), (given, repeated) => {
        const input = inputOf(given);
        const { ledger } = deliberate(input);
        const again = ledger.entries.filter(() => repeated.next().value === true);
        const louder = {
          ...ledger,
          entries: [...ledger.entries, ...again.map((entry) => ({ ...entry, author: { kind: 'person' as const, account: 'a' } }))],
        };
        const positions = (heard: typeof ledger) =>
          synthesise({ ledger: heard, options: input.options, absent: [] }).options.map(({ position }) => position);
        expect(positions(louder)).toEqual(positions(ledger));
      }),
      RUNS,
    );
  });
});

/** What the record asks for when every fact of a type is gone. */
const ASKED_FOR: Readonly<Record<string, RegExp>> = {
  FitnessRecorded: /^creatinine clearance$/,
  PerformanceStatusRecorded: /^ECOG performance status$/,
  PatientPreferenceRecorded: /^what the patient wants$/,
  AdverseEventRecorded: /^toxicity so far$/,
};

function without(record: CaseFile, type: string): CaseFile {
  const gone = new Set(record.facts.filter((fact) => fact.type === type).map(({ id }) => id));
  const refersTo = (fact: CaseFile['facts'][number]): string =>
    fact.type === 'FactCorrected' ? fact.corrects : fact.type === 'FactRetracted' ? fact.retracts : fact.id;
  return parseCaseFile({ ...record, facts: record.facts.filter((fact) => !gone.has(refersTo(fact))) });
}

describe('missing data', PATIENT, () => {
  it.each(Object.keys(ASKED_FOR))('never make a veto vanish in silence: without any %s what is missing is asked for', (type) => {
    const asked = ASKED_FOR[type] as RegExp;
    fc.assert(
      fc.property(anyCase, (record) => {
        const [release, policy] = [knowledgeRelease('npc-2023.08'), sitePolicy()];
        const before = panelInput(record, release, policy);
        const after = panelInput(without(record, type), release, policy);
        // Before any systemic therapy nobody can have seen its toxicity.
        if (type === 'AdverseEventRecorded' && after.course.firstDose === undefined) return;
        const vetoed = (input: typeof before) =>
          deliberate(input).synthesis.options.flatMap(({ option, position }) => (position === 'vetoed' ? [option] : []));
        const vanished = vetoed(before).filter((option) => !vetoed(after).includes(option));
        if (vanished.length === 0) return;
        const missing = deliberate(after).opinions.flatMap((opinion) => opinion.missing);
        expect(
          missing.some((item) => asked.test(item)),
          `${vanished.join(', ')}; missing: ${missing.join(', ')}`,
        ).toBe(true);
      }),
      RUNS,
    );
  });
});

/** What no record can settle, because a paper left it open. */
const NOBODY_CAN_OBTAIN = /^(definition|SVM model|Qiu|Zheng|rule undefined)/;

describe('what the assessment calls open', PATIENT, () => {
  it('is asked for by some discipline, as far as somebody can obtain it', () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        const input = inputOf(given);
        if (input.timeline.latest('DeathRecorded') !== undefined) return;
        const negative = input.timeline.latest('HistologyReported')?.eber === 'negative';
        const asked = new Set(AGENTS.flatMap(({ needs }) => needsOfCase(needs, input).missing.map(({ item }) => item)));
        const unasked = openItems(input).filter((item) => {
          if (NOBODY_CAN_OBTAIN.test(item) || asked.has(item)) return false;
          return !(item.includes('EBV DNA') && (negative || item.startsWith('EBV DNA after')));
        });
        expect(unasked).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});
