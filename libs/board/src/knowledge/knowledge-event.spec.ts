import type { EventBody } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import golden from '../../golden/knowledge-events.v1.json' with { type: 'json' };
import { KNOWLEDGE_EVENT_DATA, knowledgeStream, parseKnowledgeEvent } from './knowledge-event.js';
import { evolveKnowledge, inForceOn, nothingDecided } from './knowledge-state.js';

const events: readonly (EventBody & { schemaVersion: number })[] = golden;
const state = events.map((event) => parseKnowledgeEvent(event)).reduce(evolveKnowledge, nothingDecided());

describe('the golden file of knowledge events, schema version 1', () => {
  it('has an example of every type of event', () => {
    expect(new Set(events.map((event) => event.type))).toEqual(new Set(KNOWLEDGE_EVENT_DATA.keys()));
  });

  it.each(events)('$type still parses to the very same data', (event) => {
    expect(parseKnowledgeEvent(event)).toEqual({ type: event.type, data: event.data });
  });

  it('folds to what was in force on each day', () => {
    expect(state.version).toBe(events.length);
    const onDay = (day: string) => {
      const { release, policyVersion, policy } = inForceOn(state, day);
      return [release, policyVersion, policy.oligometastaticMax];
    };
    expect(onDay('2026-11-30')).toEqual(['npc-2023.08', 0, 5]);
    expect(onDay('2026-12-01')).toEqual(['npc-2026.11', 0, 5]);
    expect(onDay('2026-12-09')).toEqual(['npc-2026.11', 0, 5]);
    expect(onDay('2026-12-10')).toEqual(['npc-2026.11', 1, 3]);
  });
});

describe('an event of the knowledge stream', () => {
  it.each([
    [{ type: 'CaseOpened', data: {} }, /not an event of a site's knowledge/],
    [{ type: 'ImpactSigned', data: { ...events[1]?.data, digest: 'short' } }, /data\.digest/],
    [{ type: 'PolicyChanged', data: { ...events[5]?.data, policy: { oligometastaticMax: 7 } } }, /data\.policy/],
    [{ type: 'ReleaseActivated', data: { ...events[2]?.data, effectiveFrom: '2026-02-30' } }, /data\.effectiveFrom/],
  ])('is refused when it is not as its schema says: %o', (event, message) => {
    expect(() => parseKnowledgeEvent(event as EventBody)).toThrow(message);
  });

  it('cannot rest on a report that was never recorded', () => {
    expect(() => evolveKnowledge(nothingDecided(), parseKnowledgeEvent(events[2] as EventBody))).toThrow(/never recorded/);
  });

  it('of a type that this version does not know stops the fold instead of being passed over', () => {
    expect(() => evolveKnowledge(state, { type: 'FromTheFuture', data: {} } as never)).toThrow(/does not know/);
  });

  it('stands in one stream a site, whose name never changes', () => {
    expect(knowledgeStream('default')).toMatch(/^knowledge-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(knowledgeStream('default')).toBe(knowledgeStream('default'));
    expect(knowledgeStream('north')).not.toBe(knowledgeStream('south'));
  });
});
