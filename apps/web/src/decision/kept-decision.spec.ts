import { describe, expect, it } from 'vitest';
import type { Draft } from './decision-content.js';
import { begun, changed, readKept, signedAs } from './kept-decision.js';

const draft = { id: 'case-1', basisHash: 'a'.repeat(64), content: { plan: 'GP' } } as unknown as Draft;
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a decision that is kept in the tab', () => {
  it('comes back as it was left, with the key that makes sending it again harmless', () => {
    const kept = { ...begun(draft, 'meeting-1'), savedAt: '2026-11-23T08:00:00.000Z' };
    expect(readKept(stored(kept), 'case-1', 'meeting-1')).toEqual(kept);
  });

  it('is not taken for another case', () => {
    expect(readKept(stored(begun(draft, 'meeting-1')), 'case-2', 'meeting-1')).toBeUndefined();
  });

  it('goes with its writer into a meeting, to another one, and out of it', () => {
    const kept = begun(draft, undefined);
    const inMeeting = readKept(stored(kept), 'case-1', 'meeting-1');
    expect(inMeeting).toEqual({ ...kept, meetingId: 'meeting-1' });
    expect(readKept(stored(inMeeting), 'case-1', 'meeting-2')?.meetingId).toBe('meeting-2');
    expect(readKept(stored(inMeeting), 'case-1', undefined)?.meetingId).toBe(null);
  });

  it('is another one there when it was sent already', () => {
    const sent = signedAs(begun(draft, undefined), 'chair');
    const there = readKept(stored(sent), 'case-1', 'meeting-1');
    expect(there).toMatchObject({ content: draft.content, sentAs: null });
    expect(there?.key).not.toBe(sent.key);
  });

  it('is sent again under its key, and under another one when something else is signed', () => {
    const kept = changed(begun(draft, 'meeting-1'), { content: draft.content });
    const sent = signedAs(kept, 'chair');
    expect(signedAs(sent, 'chair').key).toBe(kept.key);
    expect(signedAs(sent, 'author').key).not.toBe(kept.key);
    expect(changed(sent, { content: draft.content })).toMatchObject({ sentAs: null, content: draft.content });
    expect(changed(sent, { draft }).key).not.toBe(kept.key);
  });

  it.each([undefined, null, 'text', {}, { key: 'k', draft: {}, content: {} }])('is not read from %j', (value) => {
    expect(readKept(value, 'case-1', undefined)).toBeUndefined();
  });
});
