import type { EventBody } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import golden from '../../golden/case-events.v1.json' with { type: 'json' };
import { DELIBERATION_EVENT_TYPES } from '../deliberation/deliberation-event.js';
import { BOARD_EVENT_TYPES } from './board-event.js';
import { CASE_EVENT_DATA, type CaseEvent, FACT_TYPES, factOf, factRecorded, parseCaseEvent, recordsFact } from './case-event.js';
import { type Case, evolveCase, noCase } from './case-state.js';
import { describeEvent } from './describe-event.js';

const events: readonly (EventBody & { schemaVersion: number })[] = golden;

describe('the golden file of case events, schema version 1', () => {
  it('has an example of every type of event', () => {
    expect(new Set(events.map((event) => event.type))).toEqual(new Set(CASE_EVENT_DATA.keys()));
    expect(CASE_EVENT_DATA.size).toBe(FACT_TYPES.length + BOARD_EVENT_TYPES.length + DELIBERATION_EVENT_TYPES.length + 3);
  });

  it.each(events)('$type still parses to the very same data', (event) => {
    expect(parseCaseEvent(event)).toEqual({ type: event.type, data: event.data });
  });

  it('folds to the case it tells of', () => {
    let state: Case = noCase();
    for (const event of events) state = evolveCase(state, parseCaseEvent(event));
    if (state.status !== 'open') throw new Error('expected an open case');
    expect(state.version).toBe(events.length);
    expect(state.head.reference).toBe('GOLDEN-1');
    expect([...state.facts.keys()]).toEqual(Array.from({ length: 19 }, (_, index) => `#${index + 1}`));
    expect(state.headline).toEqual({ nextStep: 'complete-baseline' });
    expect(state.revision).toMatchObject({ release: 'npc-2023.08', digest: 'd'.repeat(64), policy: { oligometastaticMax: 3 } });
  });

  it.each(events)('$type has a line of its own in a history', (event) => {
    const line = describeEvent(parseCaseEvent(event));
    expect(line.length).toBeGreaterThan(5);
    expect(line).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('an event of a case', () => {
  it('is refused when its type is none of a case', () => {
    expect(() => parseCaseEvent({ type: 'MeetingOpened', data: {} })).toThrow(/not an event of a case/);
    expect(() => parseCaseEvent({ type: 'toString', data: {} })).toThrow(/not an event of a case/);
  });

  it('is refused when a field is wrong, naming the field', () => {
    const body = { type: 'PerformanceStatusRecorded', data: { id: '#1', on: '2024-01-08', ecog: 7 } };
    expect(() => parseCaseEvent(body)).toThrow(/data\.ecog/);
  });

  it('is refused when a fact has no id', () => {
    expect(() => parseCaseEvent({ type: 'DeathRecorded', data: { on: '2024-01-08' } })).toThrow(/data\.id/);
  });

  it('gives back the fact it was made of', () => {
    const facts = events.map((body) => parseCaseEvent(body)).filter((event) => recordsFact(event));
    expect(facts.map((event) => factRecorded(factOf(event)))).toEqual(facts);
  });

  it('cannot happen before the case is opened, nor open it twice', () => {
    const [opened, histology] = events as unknown as [CaseEvent, CaseEvent];
    expect(() => evolveCase(noCase(), histology)).toThrow(/has not been opened/);
    expect(() => evolveCase(evolveCase(noCase(), opened), opened)).toThrow(/open already/);
  });

  it('of a type that this version does not know stops the fold instead of being passed over', () => {
    const open = evolveCase(noCase(), events[0] as unknown as CaseEvent);
    expect(() => evolveCase(open, { type: 'FromTheFuture', data: {} } as unknown as CaseEvent)).toThrow(/does not know/);
  });
});
