import { describe, expect, it } from 'vitest';
import { atDay, dayAt, firstShown, lastMonths, spanOf } from './day.js';

describe('the scale of the timeline', () => {
  it('reads and writes days', () => expect(dayAt(atDay('2025-03-30'))).toBe('2025-03-30'));

  it('has room before the first day and after the last', () => {
    expect(spanOf({ firstDay: '2025-01-10', lastDay: '2025-02-10' }).map(dayAt)).toEqual(['2025-01-03', '2025-02-24']);
  });

  it('has room around the last day where there is no other', () => {
    expect(spanOf({ firstDay: null, lastDay: '2025-02-10' }).map(dayAt)).toEqual(['2025-02-03', '2025-02-24']);
  });

  it('shows all days at first, or those of the facts where the board spoke long after the last', () => {
    const facts = { firstDay: '2025-01-10', lastFactDay: '2025-02-10' };
    expect(firstShown({ ...facts, lastDay: '2025-02-10' })).toBeNull();
    expect(firstShown({ ...facts, lastDay: '2025-06-10' })).toBeNull();
    expect(firstShown({ ...facts, lastDay: '2025-06-11' })).toEqual({ from: '2025-01-03', to: '2025-02-24' });
  });

  it('shows the last months, and no more than there is', () => {
    const span = spanOf({ firstDay: '2025-01-10', lastDay: '2025-12-10' });
    expect(lastMonths(span, 3)).toEqual({ from: '2025-09-23', to: '2025-12-24' });
    expect(lastMonths(span, 99).from).toBe('2025-01-03');
  });
});
