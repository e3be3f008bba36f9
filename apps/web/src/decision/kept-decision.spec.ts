import { describe, expect, it } from 'vitest';
import type { Draft } from './decision-content.js';
import { begun, readKept } from './kept-decision.js';

const draft = { id: 'case-1', basisHash: 'a'.repeat(64), content: { plan: 'GP' } } as unknown as Draft;
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a decision that is kept in the tab', () => {
  it('comes back as it was left, with the key that makes sending it again harmless', () => {
    const kept = { ...begun(draft, 'meeting-1'), savedAt: '2026-11-23T08:00:00.000Z' };
    expect(readKept(stored(kept), 'case-1', 'meeting-1')).toEqual(kept);
  });

  it('is not taken for another case or another meeting', () => {
    const kept = stored(begun(draft, 'meeting-1'));
    expect(readKept(kept, 'case-2', 'meeting-1')).toBeUndefined();
    expect(readKept(kept, 'case-1', 'meeting-2')).toBeUndefined();
    expect(readKept(kept, 'case-1', undefined)).toBeUndefined();
    expect(readKept(stored(begun(draft, undefined)), 'case-1', undefined)).toBeDefined();
  });

  it.each([undefined, null, 'text', {}, { key: 'k', draft: {}, content: {} }])('is not read from %j', (value) => {
    expect(readKept(value, 'case-1', undefined)).toBeUndefined();
  });
});
