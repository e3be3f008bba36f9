import { fold } from '@tumor-board/kernel';
import { DEFAULT_POLICY, type SitePolicy } from '@tumor-board/knowledge';
import { given } from '@tumor-board/testing';
import { describe, expect, it } from 'vitest';
import { decideKnowledge } from './decide-knowledge.js';
import {
  activate,
  activated,
  change,
  decider,
  digest,
  later,
  next,
  old,
  R1,
  R2,
  R3,
  reported,
  reportOf,
  rules,
  signed,
  stricter,
  tampered,
  today,
} from './knowledge.fixture.js';
import type { KnowledgeCommand } from './knowledge-command.js';
import type { KnowledgeEvent } from './knowledge-event.js';
import { inForceOn, scheduledAfter } from './knowledge-state.js';

const inForce = (events: readonly KnowledgeEvent[], day = today) => inForceOn(fold(decider, decider.initialState(), events), day);

describe('a site that has decided nothing', () => {
  it('works under the current release and the default policy', () => {
    expect(inForce([])).toMatchObject({
      release: 'npc-2023.08',
      policy: DEFAULT_POLICY,
      policyVersion: 0,
      releaseBy: null,
      policyBy: null,
    });
  });
});

describe('a release', () => {
  it('comes into force on the strength of a signed report', () => {
    given(decider, reported(R1, { release: next.id }), signed(R1))
      .when(activate(R1))
      .thenExactly(activated(R1));
    expect(inForce([reported(R1, { release: next.id }), signed(R1), activated(R1)]).release).toBe(next.id);
  });

  it('does not without a signature, without a report, or on that of another release', () => {
    given(decider, reported(R1, { release: next.id }))
      .when(activate(R1))
      .thenProblem('knowledge.unsigned-impact', { reportId: R1 });
    given(decider).when(activate(R1)).thenProblem('knowledge.unsigned-impact');
    given(decider, reported(R1, { policy: stricter }), signed(R1))
      .when(activate(R1))
      .thenProblem('knowledge.unsigned-impact');
    given(decider, reported(R1, { release: later.id }), signed(R1))
      .when(activate(R1))
      .thenProblem('knowledge.unsigned-impact');
  });

  it('does not when the report compared with something that is no longer in force', () => {
    const policyFirst = [
      reported(R1, { release: next.id }),
      signed(R1),
      reported(R2, { policy: stricter }),
      signed(R2),
      { type: 'PolicyChanged', data: { version: 1, policy: stricter, effectiveFrom: today, reportId: R2 } } as const,
    ];
    given(decider, ...policyFirst)
      .when(activate(R1))
      .thenProblem('knowledge.stale-impact', { inForce: { release: old.id, policyVersion: 1 } });
    expect(inForce(policyFirst)).toMatchObject({ release: old.id, policyVersion: 1 });
  });

  it('does not a second time on the same report: since then there are other cases', () => {
    const back = [
      reported(R1, { release: next.id }),
      signed(R1),
      activated(R1),
      reported(R2, { release: old.id }, { release: next.id, policyVersion: 0 }),
      signed(R2),
      activated(R2, old),
    ];
    given(decider, ...back)
      .when(activate(R1))
      .thenProblem('knowledge.stale-impact', { used: true });
  });

  it('does not when there is no such release', () => {
    given(decider).when(activate(R1, 'npc-1999.01')).thenProblem('knowledge.unknown-release');
    given(decider)
      .when({ ...reportOf(R1), candidate: { release: 'npc-1999.01' } })
      .thenProblem('knowledge.unknown-release');
  });

  it('does not when its content is not the one that was sealed, nor the one that was reported on', () => {
    given(decider, reported(R1, { release: tampered.id }), signed(R1))
      .when(activate(R1, tampered.id))
      .thenProblem('knowledge.release-edited', { release: tampered.id });
    const before = reported(R1, { release: next.id }) as Extract<KnowledgeEvent, { type: 'ImpactReported' }>;
    const resealed: KnowledgeEvent = {
      ...before,
      data: { ...before.data, candidate: { ...before.data.candidate, contentHash: 'e'.repeat(64) } },
    };
    given(decider, resealed, signed(R1)).when(activate(R1)).thenProblem('knowledge.release-edited');
  });

  it('comes into force neither in the past nor before its own day', () => {
    const known = [reported(R1, { release: next.id }), signed(R1), reported(R2, { release: later.id }), signed(R2)];
    given(decider, ...known)
      .when(activate(R1, next.id, '2026-11-22'))
      .thenProblem('knowledge.effective-from-invalid', { first: today });
    given(decider, ...known)
      .when(activate(R2, later.id))
      .thenProblem('knowledge.effective-from-invalid', { first: '2027-06-01' });
    given(decider, ...known)
      .when(activate(R1, next.id, '2027-02-30'))
      .thenProblem('knowledge.effective-from-invalid');
    given(decider, ...known)
      .when(activate(R2, later.id, '2027-06-01'))
      .thenExactly(activated(R2, later, '2027-06-01'));
  });

  it('that is in force already is not activated again', () => {
    given(decider).when(activate(R1, old.id)).thenExactly();
    given(decider, reported(R1, { release: next.id }), signed(R1), activated(R1))
      .when(activate(R1))
      .thenExactly();
  });
});

describe('a release that comes into force later', () => {
  const scheduled = [reported(R1, { release: next.id }), signed(R1), activated(R1, next, '2026-12-01')];

  it('leaves the days before it as they are', () => {
    expect(inForce(scheduled, '2026-11-30').release).toBe(old.id);
    expect(inForce(scheduled, '2026-12-01')).toMatchObject({ release: next.id, releaseBy: { reportId: R1, effectiveFrom: '2026-12-01' } });
  });

  it('is what a report on a change after it must compare with', () => {
    const against = (release: string) => reported(R2, { policy: stricter }, { release, policyVersion: 0 });
    given(decider, ...scheduled, against(old.id), signed(R2))
      .when(change(R2, stricter, '2026-12-02'))
      .thenProblem('knowledge.stale-impact', { inForce: { release: next.id, policyVersion: 0 } });
    given(decider, ...scheduled, against(next.id), signed(R2))
      .when(change(R2, stricter, '2026-12-02'))
      .thenEvents((events) => expect(events).toHaveLength(1));
  });

  it('gives way to a change before it, which it was not compared with', () => {
    const state = fold(decider, decider.initialState(), [
      ...scheduled,
      reported(R2, { policy: stricter }),
      signed(R2),
      { type: 'PolicyChanged', data: { version: 1, policy: stricter, effectiveFrom: today, reportId: R2 } } as const,
    ]);
    expect(scheduledAfter(state, today)).toEqual([]);
    expect(inForceOn(state, '2026-12-01')).toMatchObject({ release: old.id, policyVersion: 1 });
  });
});

describe('a policy', () => {
  it('may say everything that a site decides for itself', () => {
    const own: SitePolicy = {
      ...DEFAULT_POLICY,
      localCutoffs: { ZHENG20: { ebvDnaCopiesPerMl: 1000 } },
      quorum: { any: ['radiation-oncology', 'medical-oncology'] },
      timeTargets: { listingDays: 5, resultToBoardDays: 3, outcomeLetterWorkingDays: 1 },
    };
    given(decider, reported(R1, { policy: own }), signed(R1))
      .when(change(R1, own))
      .thenExactly({
        type: 'PolicyChanged',
        data: { version: 1, policy: own, effectiveFrom: today, reportId: R1 },
      });
  });

  const known = [reported(R1, { policy: stricter }), signed(R1)];

  it('comes into force on the strength of a signed report of that very policy, under the next version', () => {
    given(decider, ...known)
      .when(change(R1))
      .thenExactly({ type: 'PolicyChanged', data: { version: 1, policy: stricter, effectiveFrom: today, reportId: R1 } });
    given(decider, ...known)
      .when(change(R1, { ...stricter, cisplatinCrClMin: 60 }))
      .thenProblem('knowledge.unsigned-impact');
  });

  it.each([
    [{ ...stricter, oligometastaticMax: 6 }, 'oligometastaticMax'],
    [{ ...stricter, cisplatinCrClMin: 20 }, 'cisplatinCrClMin'],
    [{ ...stricter, oligometastaticMaximum: 3 }, 'oligometastaticMaximum'],
  ])('that is not valid is refused, naming the field: %o', (policy, field) => {
    const problem = (() => {
      try {
        decideKnowledge(decider.initialState(), change(R1, policy), rules);
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    expect(problem).toMatchObject({ code: 'policy.invalid', faults: [{ path: field }] });
  });

  it('does not come into force when the report compared with something else', () => {
    given(decider, reported(R3, { release: next.id }), signed(R3), activated(R3), ...known)
      .when(change(R1))
      .thenProblem('knowledge.stale-impact');
  });

  it('that is in force already is not changed again', () => {
    given(decider).when(change(R1, DEFAULT_POLICY)).thenExactly();
  });
});

describe('a report', () => {
  it('is recorded once', () => {
    given(decider)
      .when(reportOf(R1))
      .thenExactly(reported(R1, { release: next.id }));
    given(decider, reported(R1, { release: next.id }))
      .when(reportOf(R1))
      .thenExactly();
    given(decider, reported(R1, { release: next.id }))
      .when({ ...reportOf(R1), digest: 'e'.repeat(64) })
      .thenProblem('knowledge.impact-mismatch');
  });

  it('on a policy pins the release that was in force', () => {
    given(decider)
      .when({ ...reportOf(R1), candidate: { policy: stricter }, contentHash: old.contentHash })
      .thenExactly(reported(R1, { policy: stricter }));
    given(decider)
      .when({ ...reportOf(R1), candidate: { policy: stricter } })
      .thenProblem('knowledge.release-edited');
  });

  it('on an edited release is not taken', () => {
    given(decider)
      .when({ ...reportOf(R1), candidate: { release: tampered.id } })
      .thenProblem('knowledge.release-edited');
  });
});

describe('a signature', () => {
  const sign = (fields: object = {}): KnowledgeCommand => ({
    type: 'SignImpact',
    reportId: R1,
    digest,
    meaning: 'read and approved',
    signer: 'Dr A',
    ...fields,
  });

  it('is of a report, by its digest, with a name and a meaning', () => {
    const known = reported(R1, { release: next.id });
    given(decider, known).when(sign()).thenExactly(signed(R1));
    given(decider, known, signed(R1)).when(sign()).thenExactly();
    given(decider, known, signed(R1))
      .when(sign({ signer: 'Dr B' }))
      .thenEvents((events) => expect(events).toHaveLength(1));
    given(decider, known)
      .when(sign({ digest: 'e'.repeat(64) }))
      .thenProblem('knowledge.impact-mismatch');
    given(decider).when(sign()).thenProblem('knowledge.unknown-impact');
    given(decider, known)
      .when(sign({ signer: '  ', meaning: '' }))
      .thenProblem('knowledge.signature-invalid');
  });
});
