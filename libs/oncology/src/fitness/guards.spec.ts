import { describe, expect, it } from 'vitest';
import { FITNESS_ITEMS, limitText, withinLimit } from './guard.js';
import { fitnessGuards } from './guards.js';
import { FITNESS_REQUIREMENTS } from './requirements.js';

describe('the table of fitness guards', () => {
  const guards = fitnessGuards();

  it('names each guard once', () => {
    const ids = guards.map((guard) => guard.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the source of every guard, and evidence where the source was read', () => {
    for (const guard of guards) {
      expect(guard.source, guard.id).not.toBe('');
      if (guard.verified) expect(guard.evidence, guard.id).not.toEqual([]);
    }
  });

  it('shows general knowledge as not verified', () => {
    expect(guards.filter((guard) => guard.source.startsWith('general')).every((guard) => !guard.verified)).toBe(true);
  });

  it('asks for something in every row that only asks', () => {
    for (const guard of guards) if (guard.effect === 'need') expect(guard.needs, guard.id).not.toBeUndefined();
  });

  it('never leaves an agent open for an item that could not block it', () => {
    for (const item of FITNESS_REQUIREMENTS) {
      if (item.without !== 'unknown') continue;
      const blocking = guards.filter(
        (guard) => guard.kind === 'value' && guard.agent === item.agent && guard.looksAt === item.looksAt && guard.effect === 'blocked',
      );
      expect(blocking.length, item.id).toBeGreaterThan(0);
    }
  });

  it('writes the site limit for creatinine clearance into the row', () => {
    const row = fitnessGuards({ cisplatinCrClMin: 60 }).find((guard) => guard.id === 'fitness.cisplatin/crcl');
    expect(row?.limit).toEqual({ below: 60 });
  });
});

describe('a limit', () => {
  it('includes from and to, excludes above and below', () => {
    expect([29, 30, 50, 51].map((value) => withinLimit({ from: 30, to: 50 }, value))).toEqual([false, true, true, false]);
    expect([1.5, 1.6].map((value) => withinLimit({ above: 1.5 }, value))).toEqual([false, true]);
    expect([49, 50].map((value) => withinLimit({ below: 50 }, value))).toEqual([true, false]);
  });

  it('of words matches no number, and one of numbers no word', () => {
    expect(withinLimit({ is: ['partial'] }, 1)).toBe(false);
    expect(withinLimit({ from: 0 }, 'partial')).toBe(false);
  });

  it('reads as words', () => {
    expect(limitText({ from: 50, below: 60 }, FITNESS_ITEMS.creatinineClearanceMlMin.unit)).toBe('from 50, below 60 mL/min');
    expect(limitText({ is: [true] })).toBe('yes');
  });
});
