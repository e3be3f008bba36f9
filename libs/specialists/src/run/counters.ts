import type { Position } from '../chair/synthesis.js';
import { type LedgerEntry, STRIKE_REASONS, type StrikeReason } from '../ledger/ledger.js';
import type { OpinionDiscipline, PanelDiscipline } from '../opinion/discipline.js';
import type { PanelRun } from './panel-run.js';

/** What a discipline holds of an option: by its arguments that stand. */
export type HeldStance = 'for' | 'against' | 'both' | 'none';

/** A discipline that holds something else of an option than in the run before. */
export interface ChangedMind {
  readonly discipline: OpinionDiscipline;
  readonly option: string;
  readonly before: HeldStance;
  readonly after: HeldStance;
}

/** The claims of one discipline in one run. */
export interface DisciplineCounters {
  readonly discipline: OpinionDiscipline;
  readonly claims: number;
  readonly struck: Readonly<Partial<Record<StrikeReason, number>>>;
  /** Claims that stood unchanged in the run before. */
  readonly repeats: number;
}

/** What is counted of a run, to be published. */
export interface PanelCounters {
  readonly release: string;
  readonly claims: number;
  readonly admitted: number;
  /** A claim struck for two reasons counts under both. */
  readonly struck: Readonly<Partial<Record<StrikeReason, number>>>;
  readonly absent: readonly PanelDiscipline[];
  readonly repeats: number;
  /** Options on which the disciplines part. */
  readonly dissent: number;
  readonly changedMind: readonly ChangedMind[];
  readonly byDiscipline: readonly DisciplineCounters[];
}

/** Counts a run; `previous` is the last run of the same case, for repeats and changed minds. */
export function countersOf(run: PanelRun, previous?: PanelRun): PanelCounters {
  const { entries, admitted } = run.ledger;
  const earlier = new Set(previous?.ledger.entries.map(({ claim }) => claim.id) ?? []);
  const disciplines = [...new Set(entries.map(({ claim }) => claim.discipline))];
  const repeatsIn = (some: readonly LedgerEntry[]): number => some.filter(({ claim }) => earlier.has(claim.id)).length;
  return {
    release: run.inputs.release,
    claims: entries.length,
    admitted,
    struck: struckBy(entries),
    absent: run.synthesis.absent,
    repeats: repeatsIn(entries),
    dissent: run.synthesis.dissent.length,
    changedMind: previous === undefined ? [] : changedMinds(previous, run),
    byDiscipline: disciplines.map((discipline) => {
      const own = entries.filter(({ claim }) => claim.discipline === discipline);
      return { discipline, claims: own.length, struck: struckBy(own), repeats: repeatsIn(own) };
    }),
  };
}

function struckBy(entries: readonly LedgerEntry[]): Partial<Record<StrikeReason, number>> {
  const counts: Partial<Record<StrikeReason, number>> = {};
  for (const reason of STRIKE_REASONS) {
    const count = entries.filter(({ struck }) => struck.includes(reason)).length;
    if (count > 0) counts[reason] = count;
  }
  return counts;
}

/** Who speaks: an agent's discipline, or a person or model in it. */
const speakerOf = ({ author, claim }: LedgerEntry): string => {
  switch (author.kind) {
    case 'agent':
      return claim.discipline;
    case 'person':
      return `${claim.discipline} ${author.account}`;
    case 'model':
      return `${claim.discipline} ${author.model}`;
  }
};

function stances(run: PanelRun): Map<string, { discipline: OpinionDiscipline; byOption: Map<string, HeldStance> }> {
  const held = new Map<string, { discipline: OpinionDiscipline; byOption: Map<string, HeldStance> }>();
  for (const entry of run.ledger.entries) {
    if (entry.standing === 'struck') continue;
    const { discipline, option, stance } = entry.claim;
    const of = held.get(speakerOf(entry)) ?? { discipline, byOption: new Map<string, HeldStance>() };
    held.set(speakerOf(entry), of);
    if (stance !== 'for' && stance !== 'against') continue;
    const known = of.byOption.get(option);
    of.byOption.set(option, known === undefined || known === stance ? stance : 'both');
  }
  return held;
}

/** Changes on options that both runs had, by those who spoke in both; who never argued an option has changed nothing. */
function changedMinds(previous: PanelRun, run: PanelRun): ChangedMind[] {
  const [before, after] = [stances(previous), stances(run)];
  const options = previous.synthesis.options
    .map(({ option }) => option)
    .filter((option) => run.synthesis.options.some((one) => one.option === option));
  return [...before].flatMap(([speaker, { discipline, byOption }]) => {
    const now = after.get(speaker);
    if (now === undefined) return [];
    return options.flatMap((option): ChangedMind[] => {
      const held = byOption.get(option) ?? 'none';
      const holds = now.byOption.get(option) ?? 'none';
      return held === 'none' || held === holds ? [] : [{ discipline, option, before: held, after: holds }];
    });
  });
}

/**
 * How the board's choice stands to the synthesis: an option that was supported, one on which the disciplines parted, one that
 * was opposed or vetoed, one that waited for data, one that nobody argued, or one that was no option.
 */
export type Agreement = 'agreed' | 'on-dissent' | 'against' | 'against-veto' | 'before-data' | 'not-argued' | 'no-option';

const AGREEMENTS: Readonly<Record<Position, Agreement>> = {
  vetoed: 'against-veto',
  'waits-for-data': 'before-data',
  dissent: 'on-dissent',
  supported: 'agreed',
  opposed: 'against',
  questioned: 'not-argued',
  silent: 'not-argued',
};

/** The agreement of a synthesis with the option that the board chose. */
export function agreementWith({ synthesis }: Pick<PanelRun, 'synthesis'>, chosen: string): Agreement {
  const weighed = synthesis.options.find(({ option, kind }) => option === chosen && kind !== 'case');
  return weighed === undefined ? 'no-option' : AGREEMENTS[weighed.position];
}
