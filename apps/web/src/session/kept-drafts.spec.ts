import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropDraft, dropDrafts, keepDraft, keptDraft } from './kept-drafts.js';

/** What a tab stores, as browsers list it: its places are its own fields. */
function tab(): Storage {
  const places: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(places, {
    getItem: hidden((place: string) => (Object.hasOwn(places, place) ? places[place] : null)),
    setItem: hidden((place: string, text: string) => {
      places[place] = text;
    }),
    removeItem: hidden((place: string) => {
      delete places[place];
    }),
  }) as unknown as Storage;
}

describe('drafts that are kept in the tab', () => {
  beforeEach(() => vi.stubGlobal('sessionStorage', tab()));
  afterEach(() => vi.unstubAllGlobals());

  it('come back by account and name', () => {
    keepDraft('ann', 'decision.1', { plan: 'GP' });
    expect(keptDraft('ann', 'decision.1')).toEqual({ plan: 'GP' });
    expect(keptDraft('ann', 'decision.2')).toBeUndefined();
    expect(keptDraft('bob', 'decision.1')).toBeUndefined();
  });

  it('are forgotten one by one, and all at once when somebody signs out', () => {
    keepDraft('ann', 'one', 1);
    keepDraft('ann', 'two', 2);
    sessionStorage.setItem('other', 'stays');
    dropDraft('ann', 'one');
    expect(keptDraft('ann', 'one')).toBeUndefined();
    dropDrafts();
    expect(keptDraft('ann', 'two')).toBeUndefined();
    expect(sessionStorage.getItem('other')).toBe('stays');
  });

  it('stay for the same person who signs in again, and for nobody else', () => {
    keepDraft('ann', 'one', 1);
    keepDraft('bob', 'one', 2);
    dropDrafts('ann');
    expect(keptDraft('ann', 'one')).toBe(1);
    expect(keptDraft('bob', 'one')).toBeUndefined();
  });

  it('are not read when they are no JSON, and a tab without room keeps nothing', () => {
    sessionStorage.setItem('tumor-board.draft.ann.one', '{');
    expect(keptDraft('ann', 'one')).toBeUndefined();
    vi.stubGlobal('sessionStorage', {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(() => keepDraft('ann', 'one', 1)).not.toThrow();
  });
});
