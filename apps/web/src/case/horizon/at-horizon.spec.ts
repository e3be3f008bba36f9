import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../case-queries.js';
import { daysOf, eventsAt, factsAt, lastDayOf, recordedBefore, stopOf } from './at-horizon.js';

const ecog = (id: string, on: string, knownOn = on): IdentifiedFact => ({ type: 'PerformanceStatusRecorded', id, on, knownOn, ecog: 1 });
const facts: readonly IdentifiedFact[] = [
  ecog('1', '2025-01-01'),
  ecog('2', '2025-02-01', '2025-03-01'),
  { type: 'FactRetracted', id: '3', on: '2025-04-01', retracts: '1', reason: 'another patient' },
];
const ids = (search: object) => factsAt(facts, search).map(({ id }) => id);

describe('a case at a horizon', () => {
  it('is read up to the end of the earlier of the two days', () => {
    expect(lastDayOf({ validOn: '2025-02-01', knownOn: '2025-01-31' })).toBe('2025-01-31');
    expect(recordedBefore({ knownOn: '2024-02-28' })).toBe('2024-02-29T00:00:00Z');
    expect(recordedBefore({})).toBeUndefined();
  });

  it('has the facts that were known by then', () => {
    expect(ids({ knownOn: '2025-02-28' })).toEqual(['1']);
    expect(ids({ knownOn: '2025-03-01' })).toEqual(['1', '2']);
  });

  it('has the facts of what had happened by then, as they are corrected since', () => {
    expect(ids({ validOn: '2025-01-15' })).toEqual(['1', '3']);
    expect(ids({})).toEqual(['1', '2', '3']);
  });

  it('has what the board had done by then', () => {
    const event = (version: number, more: object) =>
      ({ version, fact: null, on: null, knownOn: null, recordedAt: '2025-05-01T12:00:00.000000Z', ...more }) as HistoryEvent;
    const events = [
      event(1, {}),
      event(2, { fact: '1', on: '2025-01-01' }),
      event(3, { fact: '2', on: '2025-02-01', knownOn: '2025-03-01' }),
    ];
    const versions = (search: object) => eventsAt(events, search).map(({ version }) => version);
    expect(versions({ knownOn: '2025-02-15' })).toEqual([2]);
    expect(versions({ knownOn: '2025-05-01' })).toEqual([1, 2, 3]);
    expect(versions({ validOn: '2025-02-01' })).toEqual([2, 3]);
  });
});

describe('the days of a case', () => {
  it('are those on which something became true or known, each once', () => {
    expect(daysOf(facts, undefined, 'validOn')).toEqual(['2025-01-01', '2025-02-01', '2025-04-01']);
    expect(daysOf(facts, undefined, 'knownOn')).toEqual(['2025-01-01', '2025-03-01', '2025-04-01']);
  });

  it('have a stop each, and one more for now', () => {
    const days = ['2025-01-01', '2025-03-01'];
    expect([undefined, '2025-03-05', '2025-03-01', '2025-02-01', '2024-01-01'].map((day) => stopOf(days, day))).toEqual([2, 1, 1, 0, 0]);
  });
});
