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
    expect(guards.filter((guard) => guard.source === '')).toEqual([]);
    expect(guards.filter((guard) => guard.verified && guard.evidence.length === 0)).toEqual([]);
  });

  it('shows general knowledge as not verified', () => {
    expect(guards.filter((guard) => guard.source.startsWith('general')).every((guard) => !guard.verified)).toBe(true);
  });

  it('asks for something in every row that only asks', () => {
    expect(guards.filter((guard) => guard.effect === 'need' && guard.needs === undefined)).toEqual([]);
  });

  it('never leaves an agent open for an item that could not block it', () => {
    const canBlock = new Set(
      guards.flatMap((guard) => (guard.kind === 'value' && guard.effect === 'blocked' ? [`${guard.agent} ${guard.looksAt}`] : [])),
    );
    const open = FITNESS_REQUIREMENTS.filter((item) => item.without === 'unknown');
    expect(open.filter((item) => !canBlock.has(`${item.agent} ${item.looksAt}`))).toEqual([]);
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
