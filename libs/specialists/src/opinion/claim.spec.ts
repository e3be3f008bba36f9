import { describe, expect, it } from 'vitest';
import { type Author, claimId, claimOf, claimSchema, type Draft } from './claim.js';
import { argueFor, ask, counted, grouped, listed, sentence } from './draft.js';

const agent = (version: string): Author => ({ kind: 'agent', version });
const draft: Draft = argueFor('start-systemic', 'Start.', { facts: ['a', 'a', 'b'], rule: 'P10', evidence: ['you-2020'] });

describe('the id of a claim', () => {
  it('is the same for the same content, in whatever version of the agent', () => {
    expect(claimId(agent('1'), 'radiology', draft)).toBe(claimId(agent('2'), 'radiology', { ...draft }));
    expect(claimId(agent('1'), 'radiology', draft)).toMatch(/^radiology\/[0-9a-f]{16}$/);
  });

  it.each<[string, Partial<Draft>]>([
    ['text', { text: 'Stop.' }],
    ['stance', { stance: 'against' }],
    ['option', { option: 'case' }],
    ['facts', { facts: ['a'] }],
    ['rule', { rule: 'P11' }],
    ['evidence', { evidence: [] }],
    ['severity', { severity: 'veto' }],
  ])('is another with another %s', (_, changes) => {
    expect(claimId(agent('1'), 'radiology', { ...draft, ...changes })).not.toBe(claimId(agent('1'), 'radiology', draft));
  });

  it('tells disciplines and authors apart', () => {
    const ids = [
      claimId(agent('1'), 'radiology', draft),
      claimId(agent('1'), 'surgery', draft),
      claimId({ kind: 'person', account: 'a' }, 'radiology', draft),
      claimId({ kind: 'person', account: 'b' }, 'radiology', draft),
      claimId({ kind: 'model', model: 'a', promptVersion: '1' }, 'radiology', draft),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a claim', () => {
  it('is stored as its schema says, each citation once', () => {
    const claim = claimOf(agent('1'), 'radiology', draft);
    expect(claimSchema.parse(JSON.parse(JSON.stringify(claim)))).toEqual(claim);
    expect(claim.facts).toEqual(['a', 'b']);
    expect(claimOf(agent('1'), 'radiology', ask('case', 'an item', 'Please.', { rule: 'P10' })).item).toBe('an item');
  });

  it.each([{ stance: 'vote' }, { text: ' ' }, { severity: 'absolute' }, { discipline: 'astrology' }])('with %j is refused', (wrong) => {
    expect(claimSchema.safeParse({ ...claimOf(agent('1'), 'radiology', draft), ...wrong }).success).toBe(false);
  });
});

describe('the words of a claim', () => {
  it('are sentences with numbers as they are read', () => {
    expect([grouped(25_000), grouped(999), grouped(1_234_567), grouped(1234.5)]).toEqual(['25,000', '999', '1,234,567', '1,234.5']);
    expect([counted(1, 'lesion'), counted(3, 'lesion'), counted(2, 'criterion', 'criteria')]).toEqual([
      '1 lesion',
      '3 lesions',
      '2 criteria',
    ]);
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
    expect([sentence('stop'), sentence('Why?')]).toEqual(['Stop.', 'Why?']);
  });
});
