import type { Reason } from '@tumor-board/kernel';
import { type AgentClass, guardId } from '@tumor-board/oncology';
import type { Declined } from './preferences.js';
import type { Situation } from './situation.js';

/** The agents that a step can name, with the class whose fitness is judged and the wish that speaks of them. */
export const AGENTS = {
  cisplatin: { fitness: 'cisplatin', wish: 'cisplatin' },
  carboplatin: { fitness: 'carboplatin', wish: 'carboplatin' },
  gemcitabine: { fitness: 'gemcitabine', wish: 'gemcitabine' },
  'anti-PD-1': { fitness: 'antiPd1', wish: 'antiPd1' },
  capecitabine: { fitness: 'fluoropyrimidine', wish: 'capecitabine' },
} as const satisfies Record<string, { readonly fitness: AgentClass; readonly wish: keyof Declined }>;
export type Agent = keyof typeof AGENTS;

/** Guards that call for caution and say "hold": an agent on hold is not named until the event has come down. */
const HOLDS: ReadonlySet<string> = new Set([guardId('antiPd1', 'irae-grade-2'), guardId('antiPd1', 'hold-at-any-grade')]);

export const byWish = (facts: readonly string[]): Reason => ({
  text: 'the patient declines it',
  facts,
  rule: 'preference',
  evidence: ['product-rule'],
});

/** Why an agent may not be named now: a guard that blocks or holds it, or the patient's wish. Empty when it may. */
export function againstAgent({ fitness, declined }: Pick<Situation, 'fitness' | 'declined'>, agent: Agent): readonly Reason[] {
  const { fitness: agentClass, wish } = AGENTS[agent];
  const { verdict, because } = fitness[agentClass];
  const wished = declined[wish];
  return [
    ...(verdict === 'blocked' ? because : because.filter(({ rule }) => rule !== undefined && HOLDS.has(rule))),
    ...(wished === undefined ? [] : [byWish(wished)]),
  ];
}

/** True when nothing that is recorded keeps an agent from being named. */
export const mayBeNamed = (situation: Pick<Situation, 'fitness' | 'declined'>, agent: Agent): boolean =>
  againstAgent(situation, agent).length === 0;
