import { canonicalJson, ERASED, fold } from '@tumor-board/kernel';
import { assess, DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { type Fact, fact } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BOARD_EVENT_DATA } from './case/board-event.js';
import type { Knowledge } from './case/case-assessment.js';
import { type CaseEvent, caseOpenedData } from './case/case-event.js';
import { evolveCase, noCase, recordOf } from './case/case-state.js';
import { decideCase } from './case/decide.js';
import { verifyAssessments } from './case/verify-assessments.js';
import { DELIBERATION_EVENT_DATA } from './deliberation/deliberation-event.js';
import { PATIENT_EVENT_DATA } from './patient/patient-event.js';
import { PROTECTED_FIELDS, withoutProtectedTexts } from './protected-fields.js';

const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['CaseOpened', caseOpenedData],
  ...fact.options.map((option): [string, z.ZodType] => [option.shape.type.value, option]),
  ...Object.entries(BOARD_EVENT_DATA),
  ...Object.entries(DELIBERATION_EVENT_DATA),
  ...Object.entries(PATIENT_EVENT_DATA),
]);

/** What a schema says of a path: the schemas that a value there may have. */
function schemasAt(schema: z.ZodType, [step, ...rest]: readonly string[]): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly) {
    return schemasAt(schema.unwrap() as z.ZodType, step === undefined ? [] : [step, ...rest]);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => schemasAt(option as z.ZodType, step === undefined ? [] : [step, ...rest]));
  }
  if (step === undefined) return [schema];
  if (step === '[]') return schema instanceof z.ZodArray ? schemasAt(schema.element as z.ZodType, rest) : [];
  const member = schema instanceof z.ZodObject ? (schema.shape[step] as z.ZodType | undefined) : undefined;
  return member === undefined ? [] : schemasAt(member, rest);
}

const isText = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum;

describe('protected fields', () => {
  const listed = Object.entries(PROTECTED_FIELDS).flatMap(([type, paths]) => paths.map((path) => ({ type, path })));

  it.each(listed)('$type: $path is a text of that event', ({ type, path }) => {
    const schema = SCHEMAS.get(type);
    if (schema === undefined) throw new Error(`there is no event ${type}`);
    const found = schemasAt(schema, path.replaceAll('[]', '.[]').split('.'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(isText)).toBe(true);
  });

  it('are replaced wherever they stand, and nothing else is', () => {
    const corrected = { id: '#2', corrects: '#1', reason: 'r', replacement: { type: 'DeathRecorded', on: '2025-01-01', cause: 'c' } };
    expect(withoutProtectedTexts('FactCorrected', corrected)).toEqual({
      ...corrected,
      reason: ERASED,
      replacement: { ...corrected.replacement, cause: ERASED },
    });
    expect(withoutProtectedTexts('StagingRecorded', corrected)).toBe(corrected);
  });
});

describe('an assessment', () => {
  const release = knowledgeRelease();
  const knowledge: Knowledge = { release, policy: DEFAULT_POLICY };
  const written = fc.string({ minLength: 1 });

  /** Facts with free text wherever a fact can have one. */
  const withTexts = (facts: readonly Fact[], text: string): Fact[] =>
    facts.map((one) => {
      if (one.type === 'PatientPreferenceRecorded') return { ...one, note: text };
      if (one.type === 'DeathRecorded') return { ...one, cause: text };
      if (one.type === 'FactRetracted') return { ...one, reason: text };
      if (one.type !== 'FactCorrected') return one;
      const [replacement] = withTexts([one.replacement], text);
      return { ...one, reason: text, replacement: replacement as typeof one.replacement };
    });

  it('and its fingerprint do not depend on a protected text', () => {
    fc.assert(
      fc.property(arbitraryCase({ maxLength: 12 }), written, (record, text) => {
        const facts = withTexts(record.facts, text) as typeof record.facts;
        const erased = facts.map((one) => withoutProtectedTexts(one.type, one));
        const [before, after] = [facts, erased].map((list) => assess({ ...record, facts: list }, release, DEFAULT_POLICY));
        expect(canonicalJson(after)).toBe(canonicalJson(before));
        expect(after?.fingerprint).toBe(before?.fingerprint);
      }),
      { numRuns: 60 },
    );
  });

  it('recomputes to what was recorded after an erasure, and a state that was folded before is the state read after', () => {
    fc.assert(
      fc.property(arbitraryCase({ maxLength: 8 }), written, (record, text) => {
        const head = { format: 'tumor-board-case/1' as const, reference: 'C-1', title: text, patient: record.patient };
        const opened = decideCase(noCase(), { type: 'OpenCase', head, facts: withTexts(record.facts, text) }, knowledge, {
          today: '2026-01-05',
        });
        const erasing = decideCase(opened.state, { type: 'EraseCase', because: 'person-asked', today: '2026-01-05' }, knowledge, {
          today: '2026-01-05',
        });
        const readAfter = [...opened.events, ...erasing.events].map(
          (event) => ({ type: event.type, data: withoutProtectedTexts(event.type, event.data) }) as CaseEvent,
        );
        expect(verifyAssessments(readAfter).mismatches).toEqual([]);
        const state = fold({ evolve: evolveCase }, noCase(), readAfter);
        if (state.status === 'none') throw new Error('expected a case');
        expect(recordOf(state)).toEqual(recordOf(erasing.state));
        expect(state.head).toEqual(erasing.state.head);
        expect(state.head.title).toBe(ERASED);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a case that was erased', () => {
  const knowledge: Knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
  const head = { format: 'tumor-board-case/1' as const, reference: 'C-1', title: 'T', patient: { ageYears: 50, sex: 'female' as const } };
  const opened = decideCase(noCase(), { type: 'OpenCase', head }, knowledge, { today: '2026-01-05' }).state;
  const erasure = { type: 'EraseCase', because: 'consent-withdrawn', today: '2026-01-05' } as const;
  const erased = decideCase(opened, erasure, knowledge, { today: '2026-01-05' });
  const staging: Fact = { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };

  it('has a tombstone that says why, and no text', () => {
    expect(erased.events).toEqual([{ type: 'CaseErased', data: { on: '2026-01-05', because: 'consent-withdrawn' } }]);
  });

  it.each([
    { type: 'RecordFacts', facts: [staging] } as const,
    { type: 'OpenCase', head } as const,
    { type: 'ImportCase', head, facts: [] } as const,
  ])('takes no more of $type', (command) => {
    expect(() => decideCase(erased.state, command, knowledge, { today: '2026-01-05' })).toThrow(
      expect.objectContaining({ code: 'case.erased' }),
    );
  });

  it.each([erasure, { type: 'ReassessCase' } as const, { type: 'CheckExpectations', today: '2026-01-06' } as const])(
    'is not changed by $type',
    (command) => {
      expect(decideCase(erased.state, command, knowledge, { today: '2026-01-05' }).events).toEqual([]);
    },
  );

  it('must have been a case', () => {
    expect(() => decideCase(noCase(), erasure, knowledge, { today: '2026-01-05' })).toThrow(
      expect.objectContaining({ code: 'case.unknown' }),
    );
  });
});
