import { classified, indeterminate, notApplicable } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEXT_STEP_CODES, type NextStepCode, type ResponseGate } from '../assessment.js';
import { evidenceSource, isEvidenceId } from '../evidence/register.js';
import { assessed, baseline, cycles, lungLesion, scan, systemic } from '../pathway/pathway.fixture.js';
import { compareWithGuidelines, type GuidelineQuestion } from './compare.js';
import { GUIDELINES } from './guideline.js';
import { GUIDELINE_POSITIONS } from './positions.js';

const OLIGOMETASTATIC = classified(true, []);
const WIDESPREAD = classified(false, []);
const UNKNOWN = indeterminate([true, false], ['chart of the metastases'], []);

const question = (code: NextStepCode, changes: Partial<GuidelineQuestion> & { gate?: ResponseGate } = {}): GuidelineQuestion => {
  const { gate = 'not-assessable', ...rest } = changes;
  return { nextStep: { code }, oligometastatic: WIDESPREAD, response: { gate }, ...rest };
};
const positions = (asked: GuidelineQuestion) =>
  Object.fromEntries(compareWithGuidelines(asked).map(({ guideline, position }) => [guideline, position]));
const all = (position: string) => Object.fromEntries(GUIDELINES.map((guideline) => [guideline, position]));

describe('the positions of the guidelines', () => {
  it('have ids of their own and a source that the register holds', () => {
    expect(new Set(GUIDELINE_POSITIONS.map(({ id }) => id)).size).toBe(GUIDELINE_POSITIONS.length);
    for (const { source, date } of GUIDELINE_POSITIONS) {
      expect(isEvidenceId(source)).toBe(true);
      expect(evidenceSource(source).design).toBe('guideline');
      expect(date).toMatch(/^\d{4}$/);
    }
    expect(new Set(GUIDELINE_POSITIONS.map(({ guideline }) => guideline))).toEqual(new Set(GUIDELINES));
  });

  it('carry a grade only where one was read', () => {
    expect(GUIDELINE_POSITIONS.filter(({ grade }) => grade === '1A').map(({ guideline }) => guideline)).toEqual(['CSCO 2021', 'CSCO 2021']);
  });

  it('are not verified where only a third party reports them', () => {
    const unverified = GUIDELINE_POSITIONS.filter(({ verified }) => !verified);
    expect(new Set(unverified.map(({ guideline }) => guideline))).toEqual(new Set(['NCCN 1.2025']));
  });
});

describe('beside the guidelines', () => {
  it('the first line agrees with all of them, in oligometastatic and in widespread disease', () => {
    expect(positions(question('start-systemic'))).toEqual(all('agrees'));
    expect(positions(question('continue-systemic', { oligometastatic: OLIGOMETASTATIC }))).toEqual(all('agrees'));
    expect(positions(question('start-systemic', { oligometastatic: UNKNOWN }))).toEqual(all('agrees'));
  });

  it('ablation up front differs from all of them: they begin with systemic therapy', () => {
    const comparisons = compareWithGuidelines(question('ablate-upfront', { oligometastatic: OLIGOMETASTATIC }));
    for (const { position, text } of comparisons) {
      expect(position).toBe('differs');
      expect(text).toContain('ablating the metastases');
    }
  });

  it('locoregional radiotherapy after a good response agrees with those that speak of it', () => {
    expect(positions(question('locoregional-rt', { gate: 'good' }))).toEqual({
      ...all('silent'),
      'CSCO 2021': 'agrees',
      'NCCN 1.2022': 'agrees',
      'ESMO-EURACAN 2021': 'agrees',
    });
  });

  it('NCCN says nothing of it in widespread disease that did not respond, and in oligometastatic disease asks for no response', () => {
    expect(positions(question('locoregional-rt', { gate: 'poor' }))['NCCN 1.2022']).toBe('silent');
    expect(positions(question('locoregional-rt', { gate: 'poor', oligometastatic: OLIGOMETASTATIC }))['NCCN 1.2022']).toBe('agrees');
  });

  it('what is not settled of the case leaves a position open, never silent', () => {
    const [, nccn] = compareWithGuidelines(question('locoregional-rt', { gate: 'poor', oligometastatic: UNKNOWN }));
    expect(nccn).toMatchObject({ guideline: 'NCCN 1.2022', position: 'open', text: expect.stringContaining('not settled') });
    expect(positions(question('maintenance', { oligometastatic: notApplicable('no distant metastasis') }))['NCCN 1.2025']).toBe('open');
  });

  it('maintenance is known of ESMO 2023, and of NCCN 2025 by a third party', () => {
    const comparisons = compareWithGuidelines(question('maintenance', { oligometastatic: OLIGOMETASTATIC, gate: 'good' }));
    expect(comparisons.filter(({ position }) => position === 'agrees').map(({ guideline, verified }) => [guideline, verified])).toEqual([
      ['NCCN 1.2025', false],
      ['ESMO-EURACAN 2023', true],
    ]);
  });

  it('going on without locoregional radiotherapy differs from those that have it', () => {
    const asked = question('maintenance', { gate: 'good', locoregionalRadiotherapyGiven: false });
    expect(positions(asked)).toEqual({
      'CSCO 2021': 'differs',
      'NCCN 1.2022': 'differs',
      'NCCN 1.2025': 'silent',
      'ESMO-EURACAN 2021': 'differs',
      'ESMO-EURACAN 2023': 'agrees',
    });
    expect(positions({ ...asked, locoregionalRadiotherapyGiven: true })['CSCO 2021']).toBe('silent');
    expect(positions({ ...asked, nextStep: { code: 'surveillance' } })['CSCO 2021']).toBe('differs');
  });

  it('local treatment of the metastases and what follows failure is nowhere spoken of', () => {
    for (const code of ['consolidate-metastases', 'change-systemic', 'confirm-progression', 'supportive-care'] as const) {
      expect(positions(question(code, { gate: 'poor' }))).toEqual(all('silent'));
    }
  });

  it('carboplatin is noted where a guideline is not known to name it', () => {
    const comparisons = compareWithGuidelines({
      ...question('start-systemic'),
      nextStep: { code: 'start-systemic', regimen: ['carboplatin'] },
    });
    expect(comparisons.filter(({ text }) => text.includes('not known to name carboplatin')).map(({ guideline }) => guideline)).toEqual(
      GUIDELINES.filter((guideline) => guideline !== 'NCCN 1.2025'),
    );
  });

  it('takes an assessment as it is', () => {
    const responded = assessed([
      ...baseline({ lesions: [lungLesion({ count: 7 })] }),
      systemic(),
      cycles('2025-04-14', 4),
      scan('2025-04-15', 20),
    ]);
    const [csco] = compareWithGuidelines(responded);
    expect(csco).toMatchObject({ position: 'agrees', grades: ['1A'], evidence: ['csco-2021'], verified: true });
  });
});

describe('any comparison', () => {
  const arbitraryQuestion = fc.record({
    code: fc.constantFrom(...NEXT_STEP_CODES),
    oligometastatic: fc.constantFrom(OLIGOMETASTATIC, WIDESPREAD, UNKNOWN),
    gate: fc.constantFrom<ResponseGate>('good', 'poor', 'conflict', 'not-assessable'),
    given: fc.constantFrom(true, false, undefined),
  });
  const asked = ({
    code,
    oligometastatic,
    gate,
    given,
  }: typeof arbitraryQuestion extends fc.Arbitrary<infer T> ? T : never): GuidelineQuestion => ({
    ...question(code, { oligometastatic, gate }),
    ...(given === undefined ? {} : { locoregionalRadiotherapyGiven: given }),
  });

  it('names every guideline once, with its source', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (drawn) => {
        const comparisons = compareWithGuidelines(asked(drawn));
        expect(comparisons.map(({ guideline }) => guideline)).toEqual(GUIDELINES);
        for (const { evidence } of comparisons) expect(evidence.filter(isEvidenceId)).not.toEqual([]);
      }),
    );
  });

  it('that is settled stays so when the extent becomes known', () => {
    fc.assert(
      fc.property(arbitraryQuestion, fc.constantFrom(OLIGOMETASTATIC, WIDESPREAD), (drawn, extent) => {
        const before = positions(asked({ ...drawn, oligometastatic: UNKNOWN }));
        const after = positions(asked({ ...drawn, oligometastatic: extent }));
        for (const guideline of GUIDELINES) expect([after[guideline], 'open']).toContain(before[guideline]);
      }),
    );
  });
});
