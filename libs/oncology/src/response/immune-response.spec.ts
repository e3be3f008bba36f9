import { describe, expect, it } from 'vitest';
import { confirmationWindow } from './confirmation-window.js';
import { IMMUNE_START, type ImmuneScan, type ImmuneState, type ImmuneStep, immuneResponse } from './immune-response.js';
import type { ProgressionCategories } from './overall-response.js';
import { micrometres } from './sum-of-diameters.js';

const TARGET: ProgressionCategories = { target: true, nonTarget: false, newLesion: false };
const NON_TARGET: ProgressionCategories = { target: false, nonTarget: true, newLesion: false };
const NEW_LESION: ProgressionCategories = { target: false, nonTarget: false, newLesion: true };

interface Given extends Partial<Omit<ImmuneScan, 'evaluatedSum'>> {
  readonly sumMm?: number;
}
const scan = (on: string, { sumMm = 50, ...rest }: Given = {}): ImmuneScan => ({
  fact: `scan ${on}`,
  on,
  overall: rest.progression ? 'PD' : 'SD',
  progression: null,
  evaluatedSum: micrometres(sumMm),
  complete: true,
  newLesions: [],
  nonTargetFurtherGrowth: false,
  clinicallyStable: true,
  ...rest,
});
const lesion = (id: string, mm?: number) => ({ lesion: id, organ: 'liver', unequivocal: true, ...(mm === undefined ? {} : { mm }) });

function follow(...scans: readonly ImmuneScan[]): ImmuneStep[] {
  let state: ImmuneState = IMMUNE_START;
  return scans.map((next) => {
    const step = immuneResponse(state, next);
    state = step.state;
    return step;
  });
}
const letters = (...scans: readonly ImmuneScan[]) => follow(...scans).map((step) => step.response);

// 2025-01-29 is 28 days after 2025-01-01, 2025-02-26 is 56.
const first = scan('2025-01-01', { progression: TARGET, sumMm: 60 });

describe('an unconfirmed progression of the targets (iRECIST)', () => {
  it('is confirmed by 5 mm of further growth', () => {
    const [, second] = follow(first, scan('2025-01-29', { progression: TARGET, sumMm: 65 }));
    expect(second).toMatchObject({ response: 'iCPD', confirmedBy: ['target-growth'], late: false });
  });

  it('is not confirmed by 4.999 mm', () => {
    expect(letters(first, scan('2025-01-29', { progression: TARGET, sumMm: 64.999 }))).toEqual(['iUPD', 'iUPD']);
  });

  it('counts growth from the first scan: 4 mm and 2 mm confirm together', () => {
    const second = scan('2025-01-29', { progression: TARGET, sumMm: 64 });
    expect(letters(first, second, scan('2025-02-26', { progression: TARGET, sumMm: 66 }))).toEqual(['iUPD', 'iUPD', 'iCPD']);
  });

  it('cannot be confirmed on day 27', () => {
    expect(letters(first, scan('2025-01-28', { progression: TARGET, sumMm: 90 }))).toEqual(['iUPD', 'iUPD']);
  });

  it('counts the 28 days from the first scan, whatever came between', () => {
    const between = scan('2025-01-15', { progression: TARGET, sumMm: 64 });
    expect(letters(first, between, scan('2025-01-29', { progression: TARGET, sumMm: 65 }))).toEqual(['iUPD', 'iUPD', 'iCPD']);
  });

  it('is confirmed late after 56 days', () => {
    const [, onDay56] = follow(first, scan('2025-02-26', { progression: TARGET, sumMm: 65 }));
    const [, onDay57] = follow(first, scan('2025-02-27', { progression: TARGET, sumMm: 65 }));
    expect([onDay56?.late, onDay57?.late]).toEqual([false, true]);
  });

  it('is confirmed by an incomplete sum only when what was seen has grown by 5 mm', () => {
    expect(letters(first, scan('2025-01-29', { progression: TARGET, sumMm: 65, complete: false }))).toEqual(['iUPD', 'iCPD']);
    expect(letters(first, scan('2025-01-29', { progression: TARGET, sumMm: 64, complete: false }))).toEqual(['iUPD', 'iUPD']);
  });

  it('on an incomplete sum counts growth from the next complete one', () => {
    const incomplete = scan('2025-01-01', { progression: TARGET, sumMm: 60, complete: false });
    const second = scan('2025-01-29', { progression: TARGET, sumMm: 80 });
    const third = scan('2025-02-26', { progression: TARGET, sumMm: 85 });
    expect(letters(incomplete, second, third)).toEqual(['iUPD', 'iUPD', 'iCPD']);
  });

  it('is confirmed by progression of another kind', () => {
    const [, second] = follow(first, scan('2025-01-29', { progression: { target: true, nonTarget: true, newLesion: false }, sumMm: 60 }));
    expect(second).toMatchObject({ response: 'iCPD', confirmedBy: ['progression-in-another-category'] });
  });

  it('is confirmed by a first new lesion, as progression of another kind', () => {
    const progression = { target: true, nonTarget: false, newLesion: true };
    const [, second] = follow(first, scan('2025-01-29', { progression, sumMm: 60, newLesions: [lesion('n', 12)] }));
    expect(second).toMatchObject({ response: 'iCPD', confirmedBy: ['progression-in-another-category'] });
  });

  it('waits through a scan that is not evaluable', () => {
    const second = scan('2025-01-20', { overall: 'NE' });
    expect(letters(first, second, scan('2025-01-29', { progression: TARGET, sumMm: 65 }))).toEqual(['iUPD', 'NE', 'iCPD']);
  });

  it('is void once a scan is no longer progression, and the next one starts anew', () => {
    const steps = follow(
      first,
      scan('2025-01-29', { overall: 'PR', sumMm: 30 }),
      scan('2025-02-26', { progression: TARGET, sumMm: 66 }),
      scan('2025-03-26', { progression: TARGET, sumMm: 71 }),
    );
    expect(steps.map((step) => [step.response, step.state.reset])).toEqual([
      ['iUPD', false],
      ['iPR', true],
      ['iUPD', true],
      ['iCPD', true],
    ]);
  });

  it('stays confirmed whatever follows', () => {
    const confirmed = scan('2025-01-29', { progression: TARGET, sumMm: 65 });
    expect(letters(first, confirmed, scan('2025-03-01', { overall: 'PR' }), scan('2025-04-01', { overall: 'NE' })).slice(1)).toEqual([
      'iCPD',
      'iCPD',
      'iCPD',
    ]);
  });

  it('should be followed by a scan 4 to 8 weeks later', () => {
    const pending = follow(first)[0]?.state.pending;
    expect(pending && confirmationWindow(pending)).toEqual({
      fact: 'scan 2025-01-01',
      on: '2025-01-01',
      opensOn: '2025-01-29',
      closesOn: '2025-02-26',
    });
  });
});

describe('an unconfirmed progression of the non-targets', () => {
  const start = scan('2025-01-01', { progression: NON_TARGET });
  it('is confirmed by any further growth of theirs', () => {
    expect(letters(start, scan('2025-01-29', { progression: NON_TARGET, nonTargetFurtherGrowth: true }))).toEqual(['iUPD', 'iCPD']);
  });
  it('is not confirmed by growth of targets that are not progressive', () => {
    expect(letters(start, scan('2025-01-29', { progression: NON_TARGET, sumMm: 57 }))).toEqual(['iUPD', 'iUPD']);
  });
});

describe('an unconfirmed progression by new lesions', () => {
  const start = (...sizes: (number | undefined)[]) =>
    scan('2025-01-01', { progression: NEW_LESION, newLesions: sizes.map((mm, index) => lesion(`n${index}`, mm)) });
  const then = (...sizes: (number | undefined)[]) =>
    scan('2025-01-29', { progression: NEW_LESION, newLesions: sizes.map((mm, index) => lesion(`n${index}`, mm)) });

  it.each([
    ['the measurable ones grew by 5 mm together', [10, 12], [12, 15], 'iCPD'],
    ['the measurable ones grew by less', [10, 12], [12, 14.999], 'iUPD'],
    ['one grew by 6 mm while another shrank by 2 mm', [10, 12], [16, 10], 'iUPD'],
    ['a small one grew a little', [9], [9.5], 'iCPD'],
    ['nothing changed', [9, 20], [9, 20], 'iUPD'],
    ['one more appeared', [12], [12, 6], 'iCPD'],
    ['none was ever measured', [undefined], [undefined], 'iUPD'],
    ['a size is known only later', [undefined], [14], 'iUPD'],
  ])('%s', (_, before, after, response) => {
    expect(letters(start(...before), then(...after))).toEqual(['iUPD', response]);
  });

  it('before 4 weeks is confirmed only by one more lesion in a patient who is not clinically stable', () => {
    const early = (clinicallyStable: boolean | undefined, ...ids: string[]) =>
      letters(start(12), scan('2025-01-20', { progression: NEW_LESION, newLesions: ids.map((id) => lesion(id, 12)), clinicallyStable }))[1];
    expect(early(false, 'n0', 'n1')).toBe('iCPD');
    expect(early(true, 'n0', 'n1')).toBe('iUPD');
    expect(early(undefined, 'n0', 'n1')).toBe('iUPD');
    expect(early(false, 'n0')).toBe('iUPD');
  });
});

describe('without progression', () => {
  it.each([
    ['CR', 'iCR'],
    ['PR', 'iPR'],
    ['SD', 'iSD'],
    ['non-CR/non-PD', 'non-iCR/non-iUPD'],
    ['NE', 'NE'],
  ] as const)('%s is %s', (overall, letter) => {
    expect(letters(scan('2025-01-01', { overall }))).toEqual([letter]);
  });
});
