import { fold, isProblem, type Problem } from '@tumor-board/kernel';
import { assess, DEFAULT_POLICY, headlineOf, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import type { CaseHead, Fact, IdentifiedFact } from '@tumor-board/oncology';
import { given } from '@tumor-board/testing';
import { describe, expect, it } from 'vitest';
import { digestOfAssessment, type Knowledge } from './case-assessment.js';
import type { CaseCommand } from './case-command.js';
import { type AssessmentRevised, type CaseEvent, recordsFact } from './case-event.js';
import { type Case, noCase, recordOf } from './case-state.js';
import { caseDecider, decideCase } from './decide.js';
import { verifyAssessments } from './verify-assessments.js';

const knowledge: Knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
const context = { today: '2024-01-10' };
const decider = caseDecider(knowledge, context);
const head: CaseHead = { format: 'tumor-board-case/1', reference: 'C-1', patient: { ageYears: 50, sex: 'female' } };
const opened: CaseEvent = { type: 'CaseOpened', data: { reference: 'C-1', patient: { ageYears: 50, sex: 'female' } } };

const histology: Fact = { type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const staging: Fact = { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 };
const charted: Fact = {
  type: 'MetastasesCharted',
  on: '2024-01-08',
  lesions: [{ id: 'M1', organ: 'lung', sizeMm: 16, count: 1, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
};
const restaged = (corrects: string): Fact => ({
  type: 'FactCorrected',
  on: '2024-02-01',
  corrects,
  reason: 'read again',
  replacement: { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T2', n: 'N1', m: 'M0' },
});

const types = (events: readonly CaseEvent[]) => events.map((event) => event.type);
const revisions = (events: readonly CaseEvent[]) =>
  events.filter((event): event is AssessmentRevised => event.type === 'AssessmentRevised');
const folded = (events: Iterable<CaseEvent>): Case => fold(decider, noCase(), events);
const caseOf = (...facts: Fact[]): CaseEvent[] => [...decideCase(noCase(), { type: 'OpenCase', head, facts }, knowledge, context).events];
const record = (...facts: Fact[]): CaseCommand => ({ type: 'RecordFacts', facts });
const identified = (...facts: Fact[]): IdentifiedFact[] => facts.map((fact, index) => ({ ...fact, id: fact.id ?? `#${index + 1}` }));

const problemOf = (decide: () => unknown): Problem => {
  try {
    decide();
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('expected a problem');
};

describe('opening a case', () => {
  it('records its head, without the name of the file format', () => {
    given(decider)
      .when({ type: 'OpenCase', head: { ...head, title: 'One', source: { kind: 'synthetic' } } })
      .thenExactly({ type: 'CaseOpened', data: { ...opened.data, title: 'One', source: { kind: 'synthetic' } } } as CaseEvent);
  });

  it('with facts records them one after another, each followed by what it changed', () => {
    const events = caseOf(histology, staging);
    expect(types(events)).toEqual([
      'CaseOpened',
      'HistologyReported',
      'AssessmentRevised',
      'StagingRecorded',
      'AssessmentRevised',
      'CaseListed',
    ]);
    expect(events.filter(recordsFact).map((event) => event.data.id)).toEqual(['#1', '#2']);
    const [first, second] = revisions(events);
    expect(first?.data.cause).toEqual({ kind: 'new-fact', facts: ['#1'] });
    expect(first?.data.changed.every(({ before }) => before === null)).toBe(true);
    expect(second?.data.changed).toContainEqual({ part: 'stage.TNM-8.group', before: expect.any(String), after: 'IVB' });
  });

  it('a second time is refused', () => {
    given(decider, opened).when({ type: 'OpenCase', head }).thenProblem('case.already-open', { reference: 'C-1' });
  });

  it('with a fault in its facts is refused whole, every fault by its path', () => {
    const faulty: Fact[] = [histology, restaged('#9'), { ...ecog, id: '#1' }, staging];
    const refused = problemOf(() => decideCase(noCase(), { type: 'OpenCase', head, facts: faulty }, knowledge, context));
    expect(refused.code).toBe('fact.invalid');
    expect(refused.faults.map(({ path }) => path)).toEqual(['facts[1].corrects', 'facts[2].id']);
  });
});

describe('recording facts', () => {
  it('needs a case', () => {
    given(decider).when(record(ecog)).thenProblem('case.unknown');
  });

  it('carries the revised assessment in the same append, and answers with it', () => {
    const before = folded(caseOf(histology));
    const { events, state, assessment } = decideCase(before, record(staging), knowledge, context);
    expect(types(events)).toEqual(['StagingRecorded', 'AssessmentRevised']);
    expect(assessment).toEqual(assess(recordOf(state), knowledge.release, knowledge.policy));
    expect(events[1]?.data).toMatchObject({
      asOf: '2024-01-08',
      release: knowledge.release.id,
      policy: DEFAULT_POLICY,
      fingerprint: assessment.fingerprint,
      digest: digestOfAssessment(assessment),
    });
    expect(state.headline).toEqual(headlineOf(assessment));
  });

  it('records a fact that changes no part of the headline without a revision', () => {
    const note: Fact = { type: 'PatientPreferenceRecorded', on: '2024-01-08', declines: [], note: 'prefers mornings' };
    given(decider, ...caseOf(histology, staging))
      .when(record(note))
      .thenEvents((events) => expect(types(events)).toEqual([note.type]));
  });

  it('that are recorded already records nothing, and still answers with the assessment', () => {
    const events = caseOf(histology, staging);
    given(decider, ...events)
      .when(record({ ...staging, id: '#2' }))
      .thenExactly();
    const { assessment } = decideCase(folded(events), record({ ...staging, id: '#2' }), knowledge, context);
    expect(assessment.fingerprint).toBe(revisions(events).at(-1)?.data.fingerprint);
  });

  it('under the id of another fact is refused, also when only one field differs', () => {
    given(decider, ...caseOf(histology))
      .when(record({ ...histology, id: '#1', eber: 'unknown' }))
      .thenProblem('fact.invalid');
  });

  it('twice without an id records two facts', () => {
    given(decider, ...caseOf(ecog))
      .when(record(ecog))
      .thenEvents((events) => expect(events.filter(recordsFact).map((e) => e.data.id)).toEqual(['#2']));
  });

  it('records several facts of which a later one refers to an earlier one', () => {
    given(decider, opened)
      .when(record({ ...staging, id: 's' }, restaged('s')))
      .thenEvents((events) => expect(types(events)).toContain('FactCorrected'));
  });
});

describe('a correction', () => {
  it('re-assesses, names the fact it corrects and overwrites nothing', () => {
    const events = caseOf(histology, staging);
    given(decider, ...events)
      .when(record(restaged('#2')))
      .thenEvents((decided) => {
        expect(types(decided)).toEqual(['FactCorrected', 'AssessmentRevised', 'CaseListed']);
        expect(revisions(decided)[0]?.data.cause).toEqual({ kind: 'corrected-fact', facts: ['#3', '#2'] });
      });
    const state = folded([...events, ...decideCase(folded(events), record(restaged('#2')), knowledge, context).events]);
    expect(state.status === 'open' && state.facts.get('#2')).toEqual({ ...staging, id: '#2' });
  });

  it('by retraction takes back what the fact had changed', () => {
    const without = folded(caseOf(histology));
    const events = caseOf(histology, staging);
    const { state, events: decided } = decideCase(
      folded(events),
      record({ type: 'FactRetracted', on: '2024-02-01', retracts: '#2', reason: 'another patient' }),
      knowledge,
      context,
    );
    expect(revisions(decided)[0]?.data.cause).toEqual({ kind: 'retracted-fact', facts: ['#3', '#2'] });
    expect(without.status === 'open' && without.headline['stage.TNM-8.group']).toBe(state.headline['stage.TNM-8.group']);
  });
});

describe('importing a case file', () => {
  const file = (...facts: Fact[]): CaseCommand => ({ type: 'ImportCase', head, facts: identified(...facts) });

  it('opens the case when there is none, as opening with facts does', () => {
    given(decider)
      .when(file(histology, staging))
      .thenExactly(...caseOf(histology, staging));
  });

  it('a second time changes nothing', () => {
    given(decider, ...caseOf(histology, staging))
      .when(file(histology, staging))
      .thenExactly();
  });

  it('that goes on where the record ends adds what is new', () => {
    given(decider, ...caseOf(histology))
      .when(file(histology, staging))
      .thenExactly(...caseOf(histology, staging).slice(3, 5));
  });

  it('that falls short of the record changes nothing', () => {
    given(decider, ...caseOf(histology, staging))
      .when(file(histology))
      .thenExactly();
  });

  it('that tells of another fact is refused, naming the first', () => {
    given(decider, ...caseOf(histology, staging))
      .when(file(histology, { ...staging, t: 'T4' }, ecog))
      .thenProblem('case.reference-taken', { path: 'facts[1]' });
  });

  it.each([
    ['patient', { patient: { ageYears: 51, sex: 'female' } }],
    ['title', { title: 'Another' }],
    ['source', { source: { kind: 'published' } }],
  ] as const)('that tells of another %s is refused', (path, change) => {
    given(decider, ...caseOf(histology))
      .when({ type: 'ImportCase', head: { ...head, ...change }, facts: identified(histology) })
      .thenProblem('case.reference-taken', { path });
  });
});

describe('a change of the rules', () => {
  const stricter: Knowledge = { ...knowledge, policy: sitePolicy({ oligometastaticMax: 3 }) };
  const baseline = caseOf(histology, staging, charted);

  it('is recorded by itself, before the fact that brings it to light', () => {
    given(caseDecider(stricter, context), ...baseline)
      .when(record(ecog))
      .thenEvents((events) => {
        expect(types(events).slice(0, 2)).toEqual(['AssessmentRevised', 'PerformanceStatusRecorded']);
        expect(revisions(events)[0]?.data).toMatchObject({ cause: { kind: 'new-policy', facts: [] }, policy: { oligometastaticMax: 3 } });
      });
  });

  it('is recorded when a re-assessment is asked for, even when no part of the headline changes', () => {
    given(caseDecider(stricter, context), ...baseline)
      .when({ type: 'ReassessCase' })
      .thenEvents((events) => {
        expect(types(events)).toEqual(['AssessmentRevised']);
        expect(revisions(events)[0]?.data.fingerprint).not.toBe(revisions(baseline).at(-1)?.data.fingerprint);
      });
  });

  it('is not recorded where there is none, nor before the first assessment', () => {
    given(decider, ...baseline)
      .when({ type: 'ReassessCase' })
      .thenExactly();
    given(caseDecider(stricter, context), opened).when({ type: 'ReassessCase' }).thenExactly();
  });

  it('verifies: each recorded assessment recomputes under what it names', () => {
    const { events } = decideCase(folded(baseline), { type: 'ReassessCase' }, stricter, context);
    expect(verifyAssessments([...baseline, ...events])).toEqual({ checked: revisions([...baseline, ...events]).length, mismatches: [] });
  });
});

describe('verifying recorded assessments', () => {
  const baseline = caseOf(histology, staging, charted);
  const place = baseline.findIndex((event) => event.type === 'AssessmentRevised');
  const tampered = (change: Partial<AssessmentRevised['data']>) =>
    verifyAssessments(
      baseline.map((event, index) => (index === place ? { ...event, data: { ...event.data, ...change } } : event)) as CaseEvent[],
    );

  it.each([
    ['digest', { digest: '0'.repeat(64) }],
    ['fingerprint', { fingerprint: '0'.repeat(64) }],
    ['asOf', { asOf: '1999-01-01' }],
    ['release', { release: 'npc-1999.01' }],
  ] as const)('names the revision whose %s does not come out', (what, change) => {
    const [first] = tampered(change).mismatches;
    expect(first).toMatchObject({ version: place + 1, what, recorded: Object.values(change)[0] });
  });

  it('finds a fact that was changed afterwards', () => {
    const changed = baseline.map((event) =>
      event.type === 'StagingRecorded' ? { ...event, data: { ...event.data, t: 'T4' as const } } : event,
    );
    expect(verifyAssessments(changed).mismatches.length).toBeGreaterThan(0);
  });
});
