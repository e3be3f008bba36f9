import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import { claimSchema, conclude, LANGUAGE_MODEL, redTeamOpinion } from '@tumor-board/specialists';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseBrief } from '../brief/case-brief.js';
import { factsWith, inputOf, opinionsOn } from '../gateway.fixture.js';
import { PROMPT_VERSION, promptOf } from '../prompt/prompt.js';
import { claimsFromExchange, opinionFromExchange } from './claims-from-exchange.js';
import { type ModelExchange, modelExchange } from './exchange.js';

const input = inputOf(factsWith());
const opinions = opinionsOn(input);
const agents = [...opinions, redTeamOpinion(input, opinions)];
const { brief, names } = caseBrief(input, opinions, 'a1b2');
const prompt = promptOf(brief);

/** The record of an exchange that ended with this response. */
const answered = (response: string, outcome: ModelExchange['outcome'] = 'answered'): ModelExchange =>
  modelExchange.parse({
    format: 'tumor-board-model-exchange/1',
    kind: 'anthropic',
    model: 'm',
    host: 'models.example',
    promptVersion: PROMPT_VERSION,
    promptHash: prompt.hash,
    fingerprint: input.assessment.fingerprint,
    sent: prompt.data,
    names,
    attempts: [
      { outcome: 'answered', status: 200, response, responseHash: sha256Hex(response), tokens: { input: 1, output: 1 }, milliseconds: 1 },
    ],
    outcome,
    tokens: { input: 1, output: 1 },
    milliseconds: 1,
  });
const CONCERN = { option: 'O1', text: 'Is the hearing loss new?', facts: ['F5'], rule: 'P10', evidence: ['ahn-2016'], answers: ['K1'] };

describe('a recorded exchange', () => {
  it('is read as drafts, with labels turned back into ids', () => {
    const { drafts } = claimsFromExchange(answered(JSON.stringify({ concerns: [CONCERN, CONCERN] })));
    expect(drafts).toEqual([
      {
        stance: 'concern',
        option: input.assessment.nextStep.code,
        text: CONCERN.text,
        facts: ['fitness'],
        rule: 'P10',
        evidence: ['ahn-2016'],
        answers: [names.claims[0]],
      },
    ]);
  });

  it('never turns a guess into an id: only labels that were given mean something', () => {
    const guess = { ...CONCERN, facts: ['fitness', 'F0', 'F10000', 'f5'], option: 'repeat-imaging', answers: [] };
    const [draft] = claimsFromExchange(answered(JSON.stringify({ concerns: [guess] }))).drafts;
    expect(draft).toMatchObject({
      option: 'unknown:repeat-imaging',
      facts: ['unknown:fitness', 'unknown:F0', 'unknown:F10000', 'unknown:f5'],
    });
  });

  it.each(['timeout', 'broken', 'too-long', 'over-budget'] as const)('gives nothing when it ended with %s, whatever came', (outcome) => {
    const exchange = answered(JSON.stringify({ concerns: [CONCERN] }), outcome);
    expect(claimsFromExchange(exchange)).toEqual({ drafts: [], rephrasings: [], dropped: [] });
    expect(opinionFromExchange(exchange)).toBeUndefined();
  });

  it.each([
    ['a citation that is a sentence', { evidence: ['see the guideline of 2020'] }, 'not-a-claim'],
    ['a rule that is a script', { rule: '<script>' }, 'not-a-claim'],
    ['no text', { text: ' ' }, 'unreadable'],
    ['a line break', { text: 'One.\nTwo.' }, 'unreadable'],
    ['twenty-one facts', { facts: Array.from({ length: 21 }, () => 'F1') }, 'too-many'],
  ])('drops a concern with %s', (_, changes, because) => {
    expect(claimsFromExchange(answered(JSON.stringify({ concerns: [{ ...CONCERN, ...changes }] })))).toEqual({
      drafts: [],
      rephrasings: [],
      dropped: [{ what: 'concern', because }],
    });
  });

  it('never lets a model do more than raise concerns and ask, whatever it answers', () => {
    const some = <T>(...values: T[]) => fc.constantFrom(...values);
    const label = fc.oneof(
      some('F1', 'F5', 'K1', 'O1', 'O3', 'case', 'P10', 'fitness.cisplatin/crcl', 'ahn-2016', '__proto__'),
      fc.string(),
    );
    const labels = fc.array(label, { maxLength: 3 });
    const claim = fc.record({
      option: label,
      text: fc.oneof(some('Stop cisplatin.', 'Is the hearing loss new?'), fc.string({ unit: 'binary' })),
      facts: labels,
      rule: fc.oneof(fc.constant(null), label),
      evidence: labels,
      answers: labels,
      item: fc.oneof(some(...brief.missing), fc.string()),
      stance: fc.oneof(some('for', 'against', 'concern', 'request', 'veto', ' AGAINST '), fc.string()),
      severity: fc.oneof(some('veto', 'data-gap', 'preference', null), fc.string()),
    });
    const answer = fc.record({
      concerns: fc.array(claim, { maxLength: 6 }),
      questions: fc.array(claim, { maxLength: 4 }),
      rephrasings: fc.array(fc.record({ claim: label, text: fc.string() }), { maxLength: 3 }),
      decision: fc.anything(),
    });
    const silent = conclude(input, agents).synthesis;
    fc.assert(
      fc.property(answer, (said) => {
        const opinion = opinionFromExchange(answered(JSON.stringify(said)));
        if (opinion === undefined) throw new Error('the model was absent');
        for (const one of opinion.claims) expect(claimSchema.safeParse(one).success).toBe(true);
        const { ledger, synthesis } = conclude(input, [...agents, opinion]);
        const heard = ledger.entries.filter((entry) => entry.author.kind === 'model' && entry.standing === 'admitted');
        for (const { claim: one, weight } of heard) {
          expect(['concern', 'request']).toContain(one.stance);
          expect([weight, one.discipline]).toEqual([null, LANGUAGE_MODEL]);
        }
        expect(synthesis.vetoes).toEqual(silent.vetoes);
        expect(synthesis.dissent).toEqual(silent.dissent);
        expect(synthesis.options.map((one) => [one.for, one.against])).toEqual(silent.options.map((one) => [one.for, one.against]));
      }),
      { numRuns: 60 },
    );
  });

  it('is read the same again, whatever came', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (response) => {
        const exchange = answered(response);
        const again = modelExchange.parse(JSON.parse(JSON.stringify(exchange)));
        expect(canonicalJson(claimsFromExchange(again))).toBe(canonicalJson(claimsFromExchange(exchange)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the version of the prompt', () => {
  it('is raised with every change of its fixed words and of the form of the answer', () => {
    expect([PROMPT_VERSION, sha256Hex(prompt.system)]).toEqual(['1', 'd496b789cdd440d4b9ede98ad4aa550523d2908f74829d1d55ed8dca384afc72']);
  });

  it('is raised with every change of how an answer is read', () => {
    const all = {
      concerns: [CONCERN, { ...CONCERN, stance: 'against', severity: 'veto' }, { ...CONCERN, text: 'Ask Wei Chen.' }],
      questions: [{ option: 'case', item: 'what the patient wants', text: 'What matters most now?', facts: [] }],
      rephrasings: [{ claim: 'K1', text: 'Hearing loss of grade 2 reaches the limit (from 2): no cisplatin.' }],
    };
    const fixed = {
      sent: JSON.stringify({ claims: [{ ref: 'K1', text: 'Hearing loss grade 2 (limit: from 2): no cisplatin.', mayBeRephrased: true }] }),
      names: { facts: ['f', 'g'], options: ['o'], claims: ['radiology/0'] },
    };
    const { drafts, rephrasings, dropped } = claimsFromExchange({ ...answered(JSON.stringify(all)), ...fixed });
    expect([drafts.length, rephrasings.length, dropped.length]).toEqual([3, 1, 1]);
    expect([PROMPT_VERSION, sha256Hex(canonicalJson({ drafts, rephrasings, dropped }))]).toEqual([
      '1',
      '0bd1ba94df499f87affaa1fdd01f48bc64610cf7db52ff08a62364160f09b999',
    ]);
  });
});
