import { DEFAULT_POLICY } from '@tumor-board/knowledge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideKnowledge } from './decide-knowledge.js';
import { activate, change, decider, digest, next, old, R1, R2, R3, reportOf, rules, stricter } from './knowledge.fixture.js';
import type { KnowledgeCommand } from './knowledge-command.js';
import type { KnowledgeEvent } from './knowledge-event.js';
import { inForceOn, type SiteKnowledge } from './knowledge-state.js';
import { afterKnowledgeEvent } from './reassessment-workflow.js';

type Step = readonly [what: string, reportId: string, day: number, flag: boolean];

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.constantFrom('report', 'sign', 'release', 'policy'), fc.constantFrom(R1, R2, R3), fc.constantFrom(0, 1, 2), fc.boolean()),
  { maxLength: 25 },
);
const days = ['2026-11-23', '2026-11-24', '2026-11-25'];

/** The command of a step: often one that must be refused. */
function commandOf(state: SiteKnowledge, [what, reportId, day, flag]: Step): KnowledgeCommand {
  const effectiveFrom = days[day] as string;
  const now = inForceOn(state, effectiveFrom);
  switch (what) {
    case 'report': {
      const release = now.release === next.id ? old : next;
      const against = { release: now.release, policyVersion: now.policyVersion };
      return flag
        ? { ...reportOf(reportId), candidate: { release: release.id }, contentHash: release.contentHash, against }
        : {
            ...reportOf(reportId),
            candidate: { policy: now.policyVersion % 2 === 0 ? stricter : DEFAULT_POLICY },
            contentHash: rules.release(now.release).contentHash,
            against,
          };
    }
    case 'sign':
      return { type: 'SignImpact', reportId, digest, meaning: 'read', signer: 'Dr A' };
    case 'release':
      return activate(reportId, flag ? next.id : old.id, effectiveFrom);
    default:
      return change(reportId, flag ? stricter : DEFAULT_POLICY, effectiveFrom);
  }
}

/** What comes of a command; nothing of one that is refused. */
function decided(state: SiteKnowledge, command: KnowledgeCommand): readonly KnowledgeEvent[] {
  try {
    return decideKnowledge(state, command, rules);
  } catch {
    return [];
  }
}

/** The reports that the changes of a history rest on, as they stood before, and what was in force before each. */
function historyOf(history: readonly Step[]) {
  let state = decider.initialState();
  const changes: { report: unknown; signatures: number; before: { release: string; policyVersion: number } }[] = [];
  for (const step of history) {
    for (const event of decided(state, commandOf(state, step))) {
      const follows = afterKnowledgeEvent(event);
      if (follows.kind === 'reassess-all') {
        const report = state.reports.get(follows.activation);
        const { release, policyVersion } = inForceOn(state, follows.effectiveFrom);
        changes.push({ report, signatures: report?.signatures.length ?? 0, before: { release, policyVersion } });
      }
      state = decider.evolve(state, event);
    }
  }
  return { state, changes };
}

describe('whatever is asked in whatever order', () => {
  it('every change rests on a report that was signed, unused, and made against what the change replaced', () => {
    fc.assert(
      fc.property(steps, (history) => {
        for (const { report, signatures, before } of historyOf(history).changes) {
          expect(report).toMatchObject({ used: false, against: before });
          expect(signatures).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('the changes that stand come into force in the order in which they were decided', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const order = historyOf(history).state.changes.map(({ effectiveFrom }) => effectiveFrom);
        expect(order).toEqual(order.toSorted());
      }),
    );
  });

  it('changes do happen, or the laws above say nothing', () => {
    const history: Step[] = [
      ['report', R1, 0, true],
      ['sign', R1, 0, true],
      ['release', R1, 1, true],
      ['report', R2, 2, false],
      ['sign', R2, 0, true],
      ['policy', R2, 2, true],
    ];
    expect(historyOf(history).changes).toHaveLength(2);
  });
});
