import { type Reason, remember } from '@tumor-board/kernel';
import type { CaseHead } from '../facts/case-file.js';
import type { Timeline } from '../facts/timeline.js';
import { AGENT_CLASSES, type AgentClass, FITNESS_ITEMS, type FitnessGuard, guardId, limitText, withinLimit } from './guard.js';
import { DEFAULT_FITNESS_LIMITS, type FitnessLimits, fitnessGuards } from './guards.js';
import { type FitnessProfile, fitnessProfile, selects } from './profile.js';
import { FITNESS_REQUIREMENTS } from './requirements.js';

/** Whether a group of agents can be given. `unknown`: an item is missing that could forbid it; never read as "no". */
export interface FitnessVerdict {
  readonly verdict: 'eligible' | 'caution' | 'blocked' | 'unknown';
  /** What the verdict rests on. */
  readonly because: readonly Reason[];
  /** What to obtain or arrange, each named once. */
  readonly needs: readonly string[];
}

export type Fitness = Readonly<Record<AgentClass, FitnessVerdict>>;

/** Judges each group of agents by the guard table, from the last standing value of each item. */
export function fitness(timeline: Timeline, patient: CaseHead['patient'], limits: FitnessLimits = DEFAULT_FITNESS_LIMITS): Fitness {
  const profile = fitnessProfile(timeline, patient);
  const guards = byAgent(fitnessGuards(limits));
  return Object.fromEntries(AGENT_CLASSES.map((agent) => [agent, verdictOf(agent, guards[agent], profile)])) as Record<
    AgentClass,
    FitnessVerdict
  >;
}

/** The rows of the table for each group of agents. */
const byAgent = remember((guards: readonly FitnessGuard[]): Readonly<Record<AgentClass, readonly FitnessGuard[]>> => {
  const of = (agent: AgentClass) => guards.filter((guard) => guard.agent === agent);
  return {
    cisplatin: of('cisplatin'),
    carboplatin: of('carboplatin'),
    gemcitabine: of('gemcitabine'),
    antiPd1: of('antiPd1'),
    fluoropyrimidine: of('fluoropyrimidine'),
  };
});

interface Hit {
  readonly guard: FitnessGuard;
  readonly reason: Reason;
}

function verdictOf(agent: AgentClass, guards: readonly FitnessGuard[], profile: FitnessProfile): FitnessVerdict {
  const hits = guards.flatMap((guard) => hitsOf(guard, profile));
  const missing = FITNESS_REQUIREMENTS.filter((item) => item.agent === agent && profile.items[item.looksAt] === undefined);
  const needs = [...new Set([...missing.map((item) => item.need), ...hits.flatMap(({ guard }) => guard.needs ?? [])])];
  const reasons = (effect: FitnessGuard['effect']): Reason[] =>
    hits.flatMap(({ guard, reason }) => (guard.effect === effect ? [reason] : []));
  const blocked = reasons('blocked');
  if (blocked.length > 0) return { verdict: 'blocked', because: blocked, needs };
  const caution = reasons('caution');
  const unknown = missing.flatMap((item): Reason[] =>
    item.without === 'unknown' ? [{ text: `${FITNESS_ITEMS[item.looksAt].label} is not known`, facts: [], rule: item.id }] : [],
  );
  if (unknown.length > 0) return { verdict: 'unknown', because: [...unknown, ...caution], needs };
  if (caution.length > 0) return { verdict: 'caution', because: caution, needs };
  return { verdict: 'eligible', because: [nothingAgainst(agent, guards, profile)], needs };
}

function hitsOf(guard: FitnessGuard, profile: FitnessProfile): Hit[] {
  switch (guard.kind) {
    case 'value': {
      const observed = profile.items[guard.looksAt];
      if (observed === undefined || !withinLimit(guard.limit, observed.value)) return [];
      const { label, unit } = FITNESS_ITEMS[guard.looksAt];
      const shown = observed.value === true ? 'yes' : observed.value;
      const limit = 'is' in guard.limit ? '' : ` (limit: ${limitText(guard.limit)})`;
      return [hit(guard, `${label} ${shown}${unit === '' ? '' : ` ${unit}`}${limit}: ${guard.consequence}`, observed.facts)];
    }
    case 'event':
      return profile.events
        .filter((event) => selects(guard.looksAt, event) && withinLimit(guard.limit, event.grades[guard.grade]))
        .map((event) =>
          hit(guard, `${event.term}, grade ${event.grades[guard.grade]} ${GRADE_WORDS[guard.grade]}: ${guard.consequence}`, event.facts),
        );
  }
}

const GRADE_WORDS = {
  'worst-ever': 'at worst',
  'worst-unresolved': 'and not yet resolved',
  'worst-resolved': 'and since resolved',
  current: 'now',
} as const;

const hit = (guard: FitnessGuard, text: string, facts: readonly string[]): Hit => ({
  guard,
  reason: {
    text: guard.verified ? text : `${text} (not verified in its source)`,
    facts,
    rule: guard.id,
    ...(guard.evidence.length === 0 ? {} : { evidence: guard.evidence }),
  },
});

function nothingAgainst(agent: AgentClass, guards: readonly FitnessGuard[], profile: FitnessProfile): Reason {
  const read = guards.flatMap((guard) => (guard.kind === 'value' ? (profile.items[guard.looksAt]?.facts ?? []) : []));
  return {
    text: 'nothing recorded speaks against it',
    facts: [...new Set(read)],
    rule: guardId(agent, 'eligible'),
  };
}
