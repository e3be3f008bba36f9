import { DEFAULT_POLICY } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import type { AssessmentRevised } from '../case/case-event.js';
import { activated, R1, reported, signed, stricter } from './knowledge.fixture.js';
import { afterKnowledgeEvent, afterRevision, callsForTheBoard, type InForceSince } from './reassessment-workflow.js';

describe('after an event of the knowledge stream', () => {
  it('every case is assessed anew when a release or a policy comes into force', () => {
    expect(afterKnowledgeEvent(activated(R1))).toEqual({
      kind: 'reassess-all',
      activation: R1,
      change: 'release',
      to: 'npc-next',
      effectiveFrom: '2026-11-23',
    });
    const data = { version: 3, policy: stricter, effectiveFrom: '2026-12-01', reportId: R1 };
    expect(afterKnowledgeEvent({ type: 'PolicyChanged', data })).toMatchObject({ change: 'policy', to: '3', effectiveFrom: '2026-12-01' });
  });

  it('nothing happens after a report or a signature, and it says why', () => {
    const ignored = { kind: 'ignore', reason: 'a report puts nothing into force' };
    expect(afterKnowledgeEvent(reported(R1, { policy: stricter }))).toEqual(ignored);
    expect(afterKnowledgeEvent(signed(R1))).toEqual(ignored);
  });
});

describe('after a revision of a case', () => {
  const inForce: InForceSince = { release: 'npc-next', policy: DEFAULT_POLICY, since: '2026-11-23T10:00:00.000000Z' };
  const revised = (release: string, policy = DEFAULT_POLICY) => ({ release, policy }) as AssessmentRevised['data'];
  const late = '2026-11-23T10:00:00.000000Z';
  const early = '2026-11-23T09:59:59.999999Z';

  it('under something else, although something was in force already, the case is assessed once more', () => {
    expect(afterRevision(revised('npc-2023.08'), late, inForce).kind).toBe('reassess-case');
    expect(afterRevision(revised('npc-next', stricter), late, inForce).kind).toBe('reassess-case');
  });

  it('under what is in force nothing happens', () => {
    expect(afterRevision(revised('npc-next'), late, inForce)).toMatchObject({
      kind: 'ignore',
      reason: expect.stringContaining('under what is in force'),
    });
  });

  it('that was recorded before nothing happens: the re-assessment of all reaches it', () => {
    expect(afterRevision(revised('npc-2023.08'), early, inForce)).toMatchObject({
      kind: 'ignore',
      reason: expect.stringContaining('reaches it'),
    });
  });
});

describe('the board looks again', () => {
  const change = (part: string, before: string | null, after: string | null) => [{ part, before, after }];

  it.each([
    change('nextStep', 'maintenance', 'locoregional-rt'),
    change('response.gate', 'good', 'conflict'),
    change('m1.YAO23', 'low', 'intermediate'),
    change('m1.YAO23', 'low [near-threshold]', 'intermediate [near-threshold]'),
    [...change('alerts', null, 'a'), ...change('m1.SUN19', 'M1a', 'M1a or M1b?')],
  ])('when what it decided on is another: %o', (...changed) => {
    expect(callsForTheBoard(changed)).toBe(true);
  });

  it.each([
    [],
    change('nextStep.regimen', 'gp', 'gp, toripalimab'),
    change('oligometastatic', 'true', 'false'),
    change('stage', 'IVB (TNM-8)', 'IVA (TNM-9)'),
    change('m1.YAO23', 'low', 'low [near-threshold]'),
    change('alerts', null, 'ebv-dna-assay-changed'),
  ])('for nothing else: %o', (...changed) => {
    expect(callsForTheBoard(changed)).toBe(false);
  });
});
