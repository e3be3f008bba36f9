import { describe, expect, it } from 'vitest';
import { baseline, inputOf, lesion, responded } from '../panel.fixture.js';
import { AGENTS } from '../run/agents.js';
import { type Need, needsOfCase, openItems, requestsFor } from './need.js';

const need = (changes: Partial<Need> = {}): Need => ({
  item: 'hearing test',
  why: 'cisplatin harms hearing',
  owner: 'audiology',
  when: 'always',
  reads: { kind: 'fact', type: 'FitnessRecorded', field: 'hearingLossGrade' },
  severity: 'data-gap',
  ...changes,
});
const missing = (one: Need, facts = baseline()): string[] => needsOfCase([one], inputOf(facts)).missing.map(({ item }) => item);

describe('what a discipline needs', () => {
  it('is missing until a fact holds the field', () => {
    expect(missing(need())).toEqual([]);
    expect(missing(need(), baseline({ fitness: null }))).toEqual(['hearing test']);
  });

  it('is missing where the field has a value that settles nothing', () => {
    const eber = need({ item: 'EBER', reads: { kind: 'fact', type: 'HistologyReported', field: 'eber', except: ['unknown'] } });
    expect([missing(eber), missing(eber, baseline({ histology: { eber: 'unknown' } }))]).toEqual([[], ['EBER']]);
  });

  it('is missing again once treatment has begun, where it must be newer than that', () => {
    const since = need({ reads: { kind: 'fact', type: 'FitnessRecorded', field: 'hearingLossGrade', since: 'treatment' } });
    expect([missing(since), missing(since, responded())]).toEqual([[], ['hearing test']]);
  });

  it('does not arise out of its occasion, nor after death', () => {
    expect(missing(need({ when: 'progression', reads: { kind: 'person' } }))).toEqual([]);
    expect(missing(need({ reads: { kind: 'person' } }), [...baseline(), { type: 'DeathRecorded', on: '2025-02-01' }])).toEqual([]);
  });

  it('takes up what the assessment calls open, each item once', () => {
    const open = need({ reads: { kind: 'open-item', begins: ['imaging of'] } });
    expect(missing(open, baseline({ imaged: { bone: false, liver: false } }))).toEqual(['imaging of the liver', 'imaging of the bones']);
  });

  it('becomes one request for each missing item', () => {
    const [request] = requestsFor(needsOfCase([need()], inputOf(baseline({ fitness: null }))), 'radiology');
    expect(request).toMatchObject({ stance: 'request', item: 'hearing test', severity: 'data-gap', rule: 'panel/radiology/needs' });
    expect(request?.text).toBe('Hearing test: cisplatin harms hearing (audiology).');
  });
});

describe('every item that the assessment calls open', () => {
  const OF_PAPERS = /^(definition|SVM model|Qiu|Zheng|rule undefined)/;

  it.each([
    [
      'an incomplete baseline',
      baseline({ ebv: null, ecog: null, fitness: null, histology: null, imaged: { lung: false, distantNode: false } }),
    ],
    ['an inexact chart', baseline({ lesions: [lesion({ countIsExact: false }), lesion({ id: 'M2', certainty: 'equivocal' })] })],
    ['a first line', baseline({ lesions: [lesion({ count: 7 })] })],
    ['a response', responded()],
    ['a fitness with doubts', baseline({ lesions: [lesion({ count: 7 })], fitness: { hbsAg: 'positive', bilirubinUln: 2 } })],
  ])('is asked for by some discipline: %s', (_, facts) => {
    const input = inputOf(facts);
    const asked = new Set(AGENTS.flatMap(({ needs }) => needsOfCase(needs, input).missing.map(({ item }) => item)));
    expect(openItems(input).filter((item) => !OF_PAPERS.test(item) && !asked.has(item))).toEqual([]);
  });
});
