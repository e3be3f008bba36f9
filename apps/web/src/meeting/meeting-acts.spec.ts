import { describe, expect, it } from 'vitest';
import { inOrderOfDiscussion, shownItem } from './agenda-order.js';
import { foreseen } from './meeting-acts.js';
import type { AgendaItem, Meeting } from './meeting-queries.js';

const item = (itemId: string, part: Partial<AgendaItem> = {}) =>
  ({ itemId, status: 'waiting', mode: 'discussion', ...part }) as unknown as AgendaItem;
const meeting = (...agenda: AgendaItem[]) => ({ agenda }) as unknown as Meeting;
const of = ({ agenda }: Meeting) => agenda.map(({ itemId, status, mode }) => `${itemId} ${status} ${mode}`);

describe('what is shown before the service agrees', () => {
  it('lets one case be in discussion at a time', () => {
    const before = meeting(item('a', { status: 'in-discussion' }), item('b'), item('c', { status: 'decided' }));
    expect(of(foreseen(before, { kind: 'call', itemId: 'b' }))).toEqual([
      'a waiting discussion',
      'b in-discussion discussion',
      'c decided discussion',
    ]);
  });

  it('moves, takes off and pulls back', () => {
    const before = meeting(item('a'), item('b', { mode: 'without-discussion' }));
    expect(of(foreseen(before, { kind: 'move', itemId: 'b', after: null }))[0]).toContain('b');
    expect(of(foreseen(before, { kind: 'remove', itemId: 'a', reason: 'died' }))).toEqual(['b waiting without-discussion']);
    expect(of(foreseen(before, { kind: 'pull-back', itemId: 'b' }))[1]).toBe('b waiting discussion');
  });

  it('foresees nothing of what only the service can tell', () => {
    const before = meeting(item('a'));
    expect(foreseen(before, { kind: 'defer', itemId: 'a', deferral: { reason: 'no-time' } })).toBe(before);
    expect(foreseen(before, { kind: 'fill' })).toBe(before);
  });
});

describe('the case that is shown large', () => {
  const agenda = [
    item('a', { mode: 'without-discussion' }),
    item('b', { status: 'decided' }),
    item('c'),
    item('d', { status: 'in-discussion' }),
  ];

  it('comes in the order of discussion, what goes without at the end', () => {
    expect(inOrderOfDiscussion({ agenda }).map(({ itemId }) => itemId)).toEqual(['b', 'c', 'd', 'a']);
  });

  it('is the chosen one, else the one in discussion, else the first that is open', () => {
    const order = inOrderOfDiscussion({ agenda });
    expect(shownItem(order, 'b')?.itemId).toBe('b');
    expect(shownItem(order, undefined)?.itemId).toBe('d');
    expect(shownItem(order, 'gone')?.itemId).toBe('d');
    expect(
      shownItem(
        order.filter(({ status }) => status !== 'in-discussion'),
        undefined,
      )?.itemId,
    ).toBe('c');
    expect(shownItem([], undefined)).toBeUndefined();
  });
});
