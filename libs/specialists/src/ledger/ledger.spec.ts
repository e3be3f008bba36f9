import type { Fact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { type Author, type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { baseline, inputOf, lesion } from '../panel.fixture.js';
import { opinionBy } from '../run/deliberate.js';
import { type LedgerEntry, ledgerOf } from './ledger.js';

const AGENT = { kind: 'agent', version: '1' } as unknown as Exclude<Author, { kind: 'agent' }>;
const PERSON = { kind: 'person', account: 'account:1' } as const;
const MODEL = { kind: 'model', model: 'm', promptVersion: '1' } as const;
const CASE: Fact[] = [
  ...baseline({ lesions: [lesion({ count: 7 })], fitness: { creatinineClearanceMlMin: 42 }, declines: null }),
  { type: 'AdverseEventRecorded', id: 'wrong', on: '2025-01-06', term: 'rash', grade: 1, immuneRelated: false },
  { type: 'FactRetracted', id: 'retraction', on: '2025-01-07', retracts: 'wrong', reason: 'another patient' },
];
const input = inputOf(CASE);
const STEP = input.assessment.nextStep.code;

const draft = (changes: Partial<Draft> = {}): Draft => ({
  stance: 'for',
  option: STEP,
  text: 'Start.',
  facts: ['ecog'],
  rule: 'P10',
  evidence: ['table-3/jupiter-02'],
  ...changes,
});
function judged(
  changes: Partial<Draft>,
  author: Exclude<Author, { kind: 'agent' }> = AGENT,
  fingerprint = input.assessment.fingerprint,
): LedgerEntry {
  const [entry] = ledgerOf([opinionBy(author, 'medical-oncology', fingerprint, [draft(changes)])], input).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}
const bare = { facts: [], evidence: [], rule: undefined } as unknown as Partial<Draft>;

describe('the claim ledger', () => {
  it('admits a claim whose citations exist and support its kind', () => {
    expect(judged({})).toMatchObject({ standing: 'admitted', struck: [], flags: [], weight: null });
  });

  it.each<[string, Partial<Draft>, string]>([
    ['a fact that was never recorded', { facts: ['nobody'] }, 'unknown-fact'],
    ['a fact that was retracted', { facts: ['wrong'] }, 'fact-not-standing'],
    ['a retraction instead of a fact', { facts: ['retraction'] }, 'fact-not-standing'],
    ['evidence that the register does not hold', { evidence: ['smith-2031'] }, 'unknown-evidence'],
    ['a rule that does not exist', { rule: 'P99' }, 'unknown-rule'],
    ['an addition to a row that the assessment does not make', { rule: 'P10/because-i-say-so' }, 'unknown-rule'],
    ['a guard that nothing recorded meets', { rule: 'fitness.cisplatin/hearing' }, 'rule-does-not-apply'],
    ['a veto by a rule that protects nobody', { stance: 'against', severity: 'veto' }, 'veto-without-safety-rule'],
    ['a guard that does not exist', { rule: 'fitness.cisplatin/moon' }, 'unknown-rule'],
    ['an option that is not on the table', { option: 'homeopathy' }, 'unknown-option'],
    ['evidence about something else', { evidence: ['table-6/pan-2011'] }, 'evidence-off-topic'],
    ['an answer to a claim that nobody made', { stance: 'concern', answers: ['radiology/0'] }, 'unknown-claim'],
    ['an argument without rule or evidence', { ...bare, facts: ['ecog'] }, 'no-support'],
    ['an argument against without rule or evidence', { ...bare, stance: 'against', facts: ['ecog'] }, 'no-support'],
    ['a concern without fact or rule', { ...bare, stance: 'concern', evidence: ['table-3/jupiter-02'] }, 'no-ground'],
    ['a request for what is on record', { stance: 'request', item: 'creatinine clearance' }, 'not-missing'],
    ['a request without an item', { stance: 'request' }, 'no-item'],
    ['a veto by way of a concern', { stance: 'concern', severity: 'veto' }, 'veto-without-safety-rule'],
    [
      'a veto without a rule',
      { ...bare, stance: 'against', evidence: ['table-3/jupiter-02'], severity: 'veto' },
      'veto-without-safety-rule',
    ],
  ])('strikes %s', (_, changes, reason) => {
    expect(judged(changes)).toMatchObject({ standing: 'struck', struck: [reason] });
  });

  it('strikes a claim that was altered after it was made', () => {
    const opinion = opinionBy(AGENT, 'medical-oncology', input.assessment.fingerprint, [draft()]);
    const altered = { ...opinion, claims: opinion.claims.map((claim) => ({ ...claim, text: 'Do not start.' })) };
    expect(ledgerOf([altered], input).entries.map(({ struck }) => struck)).toEqual([['altered']]);
  });

  it('keeps what it strikes, and counts it', () => {
    const opinion = opinionBy(AGENT, 'radiology', input.assessment.fingerprint, [draft(), draft({ facts: ['nobody'] })]);
    const ledger = ledgerOf([opinion], input);
    expect([ledger.admitted, ledger.struck, ledger.entries.length]).toEqual([1, 1, 2]);
    expect(ledger.entries[1]?.claim.text).toBe('Start.');
  });

  it('admits a request for what is missing, a veto with its rule, and evidence on the topic of its option', () => {
    expect(judged({ stance: 'request', item: 'what the patient wants' }).standing).toBe('admitted');
    expect(
      judged({
        stance: 'against',
        option: 'cisplatin',
        rule: 'fitness.cisplatin/crcl',
        facts: ['fitness'],
        evidence: ['ahn-2016'],
        severity: 'veto',
      }),
    ).toMatchObject({
      standing: 'admitted',
      weight: 'veto',
    });
    expect(judged({ option: WHOLE_CASE, stance: 'concern', evidence: ['table-6/pan-2011'] }).standing).toBe('admitted');
  });

  it('flags evidence and rules that are not verified, and admits them', () => {
    expect(judged({ option: WHOLE_CASE, stance: 'concern', evidence: ['wang-2010'] })).toMatchObject({
      standing: 'admitted',
      flags: ['unverified-evidence'],
    });
    expect(judged({ stance: 'concern', rule: 'panel/nuclear-medicine/pet-after-chemotherapy' })).toMatchObject({
      flags: ['unverified-rule'],
    });
  });
});

describe('a person in the ledger', () => {
  it('may say something without a citation: flagged, and weighed as a preference whatever it asked for', () => {
    expect(judged({ ...bare, stance: 'against' }, PERSON)).toMatchObject({
      standing: 'admitted',
      flags: ['uncited'],
      weight: 'preference',
    });
    expect(judged({ ...bare, stance: 'against', severity: 'veto' }, PERSON)).toMatchObject({ standing: 'admitted', weight: 'preference' });
  });

  it('is struck like anybody for a citation that does not exist', () => {
    expect(judged({ facts: ['nobody'] }, PERSON).struck).toEqual(['unknown-fact']);
    expect(judged({ evidence: ['smith-2031'] }, PERSON).struck).toEqual(['unknown-evidence']);
  });

  it('may ask for what no rule knows of, not for what is on record', () => {
    expect(judged({ stance: 'request', item: 'photographs of the skin' }, PERSON)).toMatchObject({
      standing: 'admitted',
      flags: ['not-on-record'],
    });
    expect(judged({ stance: 'request', item: 'creatinine clearance' }, PERSON).struck).toEqual(['not-missing']);
  });

  it('is shown to have spoken on an earlier version of the case', () => {
    expect(judged({}, PERSON, '0'.repeat(64)).flags).toEqual(['given-on-earlier-version']);
  });
});

describe('a language model in the ledger', () => {
  it.each(['for', 'against'] as const)('may not argue %s an option', (stance) => {
    expect(judged({ stance }, MODEL).struck).toEqual(['not-for-a-model']);
  });

  it('may raise a concern and ask, on the same terms as an agent', () => {
    expect(judged({ stance: 'concern' }, MODEL).standing).toBe('admitted');
    expect(judged({ stance: 'request', item: 'what the patient wants' }, MODEL).standing).toBe('admitted');
    expect(judged({ ...bare, stance: 'concern' }, MODEL).struck).toEqual(['no-ground']);
  });

  it('may not veto', () => {
    expect(judged({ stance: 'concern', severity: 'veto' }, MODEL).struck).toContain('not-for-a-model');
  });
});
