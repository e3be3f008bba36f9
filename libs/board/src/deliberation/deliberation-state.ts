import type { DeliberationCause, DeliberationEvent } from './deliberation-event.js';

/** A run of the panel, as far as the rules look at it. */
export interface DeliberationRun {
  readonly runId: string;
  readonly because: DeliberationCause;
  readonly fingerprint: string;
  /** Of whatever speaks and weighs in it. */
  readonly versions: object;
  readonly disciplines: readonly string[];
  readonly given: readonly string[];
  readonly absent: readonly string[];
  readonly deadline: string;
  readonly status: 'running' | 'concluded' | 'superseded';
}

/** A claim of a person, without its words. */
export interface PersonalClaim {
  readonly claimId: string;
  readonly account: string;
  readonly isWithdrawn: boolean;
}

/** What the panel and people say of a case. */
export interface CaseDeliberation {
  /** The last run; the one that is current unless it was superseded. */
  readonly run: DeliberationRun | null;
  readonly runIds: readonly string[];
  readonly claims: readonly PersonalClaim[];
}

/** A case of which nobody has said anything. */
export const NO_DELIBERATION: CaseDeliberation = { run: null, runIds: [], claims: [] };

/** Disciplines that have neither given their opinion nor been found absent. */
export const outstanding = ({ disciplines, given, absent }: DeliberationRun): readonly string[] =>
  disciplines.filter((discipline) => !hasSettled({ given, absent }, discipline));

/** True for who has given an opinion in a run or was found absent, waited for or not. */
export const hasSettled = ({ given, absent }: Pick<DeliberationRun, 'given' | 'absent'>, discipline: string): boolean =>
  given.includes(discipline) || absent.includes(discipline);

/** The run that stands for the case as it is; undefined when there is none or it was superseded. */
export const currentRun = ({ run }: CaseDeliberation): DeliberationRun | undefined =>
  run === null || run.status === 'superseded' ? undefined : run;

/** Folds one event. Never changes the state it is given. */
export function evolveDeliberation(deliberation: CaseDeliberation, event: DeliberationEvent): CaseDeliberation {
  switch (event.type) {
    case 'DeliberationRequested': {
      const { runId, because, fingerprint, versions, disciplines, deadline } = event.data;
      const run: DeliberationRun = {
        runId,
        because,
        fingerprint,
        versions,
        disciplines,
        given: [],
        absent: [],
        deadline,
        status: 'running',
      };
      return { ...deliberation, run, runIds: [...deliberation.runIds, runId] };
    }
    case 'OpinionRecorded':
      return withRun(deliberation, event.data.runId, (run) => ({ ...run, given: [...run.given, event.data.opinion.discipline] }));
    case 'DisciplineAbsent':
      return withRun(deliberation, event.data.runId, (run) => ({ ...run, absent: [...run.absent, event.data.discipline] }));
    case 'ModelConsulted':
      return deliberation;
    case 'DeliberationConcluded':
      return withRun(deliberation, event.data.runId, (run) => ({ ...run, status: 'concluded' }));
    case 'DeliberationSuperseded':
      return withRun(deliberation, event.data.runId, (run) => ({ ...run, status: 'superseded' }));
    case 'ClaimMade': {
      const { claimId, author } = event.data;
      return { ...deliberation, claims: [...deliberation.claims, { claimId, account: author.account, isWithdrawn: false }] };
    }
    case 'ClaimWithdrawn':
      return {
        ...deliberation,
        claims: deliberation.claims.map((claim) => (claim.claimId === event.data.claimId ? { ...claim, isWithdrawn: true } : claim)),
      };
  }
}

/** After an erasure nobody waits for an opinion, and none is current. */
export const erasedDeliberation = (deliberation: CaseDeliberation): CaseDeliberation =>
  deliberation.run === null ? deliberation : { ...deliberation, run: { ...deliberation.run, status: 'superseded' } };

function withRun(deliberation: CaseDeliberation, runId: string, change: (run: DeliberationRun) => DeliberationRun): CaseDeliberation {
  const { run } = deliberation;
  return run?.runId === runId ? { ...deliberation, run: change(run) } : deliberation;
}
