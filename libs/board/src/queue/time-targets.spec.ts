import { sitePolicy } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { dueBy, lettersDueBy } from './time-targets.js';

const own = sitePolicy({ timeTargets: { listingDays: 5, resultToBoardDays: 3, outcomeLetterWorkingDays: 4 } });

describe('how long things may take', () => {
  it.each([
    ['first-presentation', '2026-11-30', '2026-11-28'],
    ['result', '2026-11-30', '2026-11-26'],
    ['emergency', '2026-11-23', '2026-11-23'],
  ] as const)('a case that waits for %s is due by %s, or as the site decided by %s', (waiting, byDefault, bySite) => {
    expect(dueBy(waiting, '2026-11-23', sitePolicy())).toBe(byDefault);
    expect(dueBy(waiting, '2026-11-23', own)).toBe(bySite);
  });

  it.each([
    // A Monday, a Thursday, a Friday and a Saturday.
    ['2026-11-23', '2026-11-25', '2026-11-27'],
    ['2026-11-26', '2026-11-30', '2026-12-02'],
    ['2026-11-27', '2026-12-01', '2026-12-03'],
    ['2026-11-28', '2026-12-01', '2026-12-03'],
  ])('letters of a meeting on %s are out by %s, or as the site decided by %s', (on, byDefault, bySite) => {
    expect(lettersDueBy(on, sitePolicy())).toBe(byDefault);
    expect(lettersDueBy(on, own)).toBe(bySite);
  });
});
