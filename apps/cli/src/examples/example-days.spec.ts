import { describe, expect, it } from 'vitest';
import { exampleDays } from './example-days.js';

describe('the days of the examples', () => {
  it.each([
    ['2026-11-23', 'monday', '2026-11-25'],
    ['2026-11-26', 'thursday', '2026-11-30'],
    ['2026-11-27', 'friday', '2026-12-01'],
    ['2026-11-28', 'saturday', '2026-12-01'],
    ['2026-11-29', 'sunday', '2026-12-01'],
  ])('lead from %s, a %s, to the second working day', (today, _weekday, next) => {
    expect(exampleDays(new Date(`${today}T12:00:00Z`), 'UTC')).toEqual({ today, now: '12:00', timeZone: 'UTC', next });
  });

  it('are those of the clocks of this machine', () => {
    const late = new Date('2026-11-23T23:30:00Z');
    expect(exampleDays(late, 'Asia/Hong_Kong')).toEqual({
      today: '2026-11-24',
      now: '07:30',
      timeZone: 'Asia/Hong_Kong',
      next: '2026-11-26',
    });
    expect(exampleDays(late, 'Etc/Unknown').timeZone).toBe('UTC');
  });
});
