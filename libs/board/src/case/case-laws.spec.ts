import { canonicalJson, fold, isProblem } from '@tumor-board/kernel';
import { assess, DEFAULT_POLICY, headlineOf, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { arbitraryClinicalFact } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from './case-assessment.js';
import type { CaseCommand } from './case-command.js';
import { type CaseEvent, factOf, parseCaseEvent, recordsFact } from './case-event.js';
import { type Case, evolveCase, noCase, recordOf } from './case-state.js';
import { decideCase } from './decide.js';
import { verifyAssessments } from './verify-assessments.js';

const context = { today: '2025-12-31' };
const knowledge: Knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
const opened: CaseEvent = { type: 'CaseOpened', data: { reference: 'C-1', patient: { ageYears: 50, sex: 'female' } } };
const evolveAll = (state: Case, events: Iterable<CaseEvent>): Case => fold({ evolve: evolveCase }, state, events);
const folded = (events: Iterable<CaseEvent>): Case => evolveAll(noCase(), events);
const record = (...facts: Extract<CaseCommand, { type: 'RecordFacts' }>['facts']): CaseCommand => ({ type: 'RecordFacts', facts });

describe('laws of the case', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: arbitraryClinicalFact.map((fact) => ({ kind: 'fact' as const, fact })) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('retract' as const), at: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('policy' as const), max: fc.constantFrom(3, 4, 5) }) },
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  /** A case as commands make it: whatever is refused leaves it as it was. */
  const live = (steps: readonly Step[]): CaseEvent[] => {
    let current = knowledge;
    const events: CaseEvent[] = [opened];
    let state = folded(events);
    for (const next of steps) {
      let command: CaseCommand = { type: 'ReassessCase' };
      if (next.kind === 'policy') current = { ...knowledge, policy: sitePolicy({ oligometastaticMax: next.max as 3 | 4 | 5 }) };
      if (next.kind === 'fact') command = record(next.fact);
      if (next.kind === 'retract')
        command = record({ type: 'FactRetracted', on: '2025-12-31', retracts: `#${next.at + 1}`, reason: 'error' });
      try {
        const decision = decideCase(state, command, current, context);
        events.push(...decision.events);
        state = decision.state;
      } catch (error) {
        if (!isProblem(error, 'fact.invalid')) throw error;
      }
    }
    return events;
  };
  const lives = fc.array(step, { maxLength: 14 }).map(live);
  const seen = (state: Case) => (state.status === 'none' ? state : { ...state, facts: state.facts.toArray() });

  it('folding a prefix and then the rest is folding all', () => {
    fc.assert(
      fc.property(lives, fc.nat(40), (events, cut) => {
        expect(seen(evolveAll(folded(events.slice(0, cut)), events.slice(cut)))).toEqual(seen(folded(events)));
      }),
      { numRuns: 30 },
    );
  });

  it('replaying any history recomputes every recorded assessment to the same bytes, also from stored JSON', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const stored = (JSON.parse(canonicalJson(events)) as CaseEvent[]).map(parseCaseEvent);
        expect(verifyAssessments(stored)).toEqual({
          checked: events.filter(({ type }) => type === 'AssessmentRevised').length,
          mismatches: [],
        });
      }),
      { numRuns: 30 },
    );
  });

  it('the merged changes are the headline of the assessment under what it was last assessed under', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const state = folded(events);
        if (state.status !== 'open' || state.revision === null) return;
        const { release, policy } = state.revision;
        expect(state.headline).toEqual(headlineOf(assess(recordOf(state), knowledgeRelease(release), policy)));
      }),
      { numRuns: 30 },
    );
  });

  it('an abandoned decision leaves no trace in the state it was made on', () => {
    fc.assert(
      fc.property(lives, arbitraryClinicalFact, arbitraryClinicalFact, (events, abandoned, kept) => {
        const state = folded(events);
        const before = canonicalJson(seen(state));
        decideCase(state, record(abandoned), knowledge, context);
        expect(canonicalJson(seen(state))).toBe(before);
        const decided = decideCase(state, record(kept), knowledge, context);
        expect(decided.events.filter(recordsFact).map((event) => factOf(event).type)).toEqual([kept.type]);
        expect(seen(evolveAll(state, decided.events))).toEqual(seen(decided.state));
      }),
      { numRuns: 30 },
    );
  });
});
