import { describe, expect, it } from 'vitest';
import { dayFault, readDay } from './day-text.js';

describe('a day that is typed', () => {
  it.each(['2025-03-04', '20250304', '2025/03/04', '2025.3.4', ' 2025-3-04 '])('%j is 2025-03-04', (typed) => {
    expect(readDay(typed)).toBe('2025-03-04');
  });

  it.each(['', '03/04/2025', '04.03.2025', '2025-03', '2025304', '2025-03/04', '25-03-04', '2025-03-04T00:00', 'today'])(
    '%j is no day',
    (typed) => {
      expect(readDay(typed)).toBeUndefined();
    },
  );

  it('exists in the calendar', () => {
    expect(readDay('2024-02-29')).toBe('2024-02-29');
    expect(readDay('2025-02-29')).toBeUndefined();
    expect(readDay('2025-04-31')).toBeUndefined();
    expect(readDay('2025-13-01')).toBeUndefined();
  });
});

describe('the fault of a day', () => {
  it('is told apart: no day, too early, too late', () => {
    const within = { min: '2025-01-01', max: '2025-12-31' };
    expect(dayFault('2025-02-31', within)).toBe('no-day');
    expect(dayFault('2024-12-31', within)).toBe('too-early');
    expect(dayFault('2026-01-01', within)).toBe('too-late');
    expect(dayFault('20250101', within)).toBeUndefined();
  });

  it('is none while nothing is typed', () => {
    expect(dayFault(' ', { min: '2025-01-01' })).toBeUndefined();
  });
});
