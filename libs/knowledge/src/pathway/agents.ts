import type { Reason } from '@tumor-board/kernel';
import { type AgentClass, ANTI_PD1_HOLDS } from '@tumor-board/oncology';
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

/** The reason of an option that the patient does not want. Product rule: nothing is proposed against a recorded wish. */
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
    ...(verdict === 'blocked' ? because : because.filter(({ rule }) => rule !== undefined && ANTI_PD1_HOLDS.has(rule))),
    ...(wished === undefined ? [] : [byWish(wished)]),
  ];
}

/** True when nothing that is recorded keeps an agent from being named. */
export const mayBeNamed = (situation: Pick<Situation, 'fitness' | 'declined'>, agent: Agent): boolean =>
  againstAgent(situation, agent).length === 0;
