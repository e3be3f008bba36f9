import type { EventBody } from '@tumor-board/kernel';
import { type DeliberationEvent, isDeliberationEvent, type RecordedExchange, type RecordedOpinion } from './deliberation-event.js';

type DataOf<Type extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: Type }>['data'];
type Versioned<Data> = Data & { readonly version: number };

/** A run of the panel with everything that was recorded of it. Versions are those of the stream. */
export interface RecordedRun {
  readonly runId: string;
  readonly requested: Versioned<DataOf<'DeliberationRequested'>>;
  /** In the order in which they came. */
  readonly opinions: readonly RecordedOpinion[];
  readonly absent: readonly DataOf<'DisciplineAbsent'>[];
  /** What passed between us and a language model; null when none was asked. */
  readonly exchange: RecordedExchange | null;
  readonly concluded: Versioned<DataOf<'DeliberationConcluded'>> | null;
  readonly superseded: Versioned<DataOf<'DeliberationSuperseded'>> | null;
}

/** A claim of a person with what became of it. */
export interface RecordedClaim extends Versioned<DataOf<'ClaimMade'>> {
  /** The version of the stream that took it back; null while it stands. */
  readonly withdrawnAt: number | null;
  /** The version of the stream with the decision of the board that came next; null while there is none. */
  readonly decidedAt: number | null;
}

/** Everything that was said of a case. */
export interface RecordedTalk {
  /** Oldest first. */
  readonly runs: readonly RecordedRun[];
  /** Oldest first. */
  readonly claims: readonly RecordedClaim[];
}

/** Reads from the whole stream of a case what the panel and people said. */
export function recordedTalk(events: Iterable<EventBody>): RecordedTalk {
  const runs = new Map<string, RecordedRun>();
  const claims = new Map<string, RecordedClaim>();
  let version = 0;
  for (const event of events) {
    version += 1;
    if (event.type === 'DecisionRecorded') {
      for (const [id, claim] of claims) if (claim.decidedAt === null) claims.set(id, { ...claim, decidedAt: version });
    }
    if (isDeliberationEvent(event)) note(runs, claims, event, version);
  }
  return { runs: [...runs.values()], claims: [...claims.values()] };
}

function note(runs: Map<string, RecordedRun>, claims: Map<string, RecordedClaim>, event: DeliberationEvent, version: number): void {
  const change = (runId: string, made: (run: RecordedRun) => Partial<RecordedRun>): void => {
    const run = runs.get(runId);
    if (run !== undefined) runs.set(runId, { ...run, ...made(run) });
  };
  switch (event.type) {
    case 'DeliberationRequested': {
      const { runId } = event.data;
      runs.set(runId, {
        runId,
        requested: { ...event.data, version },
        opinions: [],
        absent: [],
        exchange: null,
        concluded: null,
        superseded: null,
      });
      return;
    }
    case 'OpinionRecorded':
      return change(event.data.runId, ({ opinions }) => ({ opinions: [...opinions, event.data.opinion] }));
    case 'DisciplineAbsent':
      return change(event.data.runId, ({ absent }) => ({ absent: [...absent, event.data] }));
    case 'ModelConsulted':
      return change(event.data.runId, () => ({ exchange: event.data.exchange }));
    case 'DeliberationConcluded':
      return change(event.data.runId, () => ({ concluded: { ...event.data, version } }));
    case 'DeliberationSuperseded':
      return change(event.data.runId, () => ({ superseded: { ...event.data, version } }));
    case 'ClaimMade': {
      claims.set(event.data.claimId, { ...event.data, version, withdrawnAt: null, decidedAt: null });
      return;
    }
    case 'ClaimWithdrawn': {
      const claim = claims.get(event.data.claimId);
      if (claim !== undefined) claims.set(event.data.claimId, { ...claim, withdrawnAt: version });
      return;
    }
  }
}

/** A claim of a person as it stood beside a run. */
export interface ClaimBeside extends RecordedClaim {
  /** False when it was taken back while the run was current. */
  readonly stood: boolean;
}

/** The claims of people that the board could read beside a run: made before it became one of the past, and not decided on before. */
export function claimsBeside(run: RecordedRun, claims: readonly RecordedClaim[]): readonly ClaimBeside[] {
  const from = run.requested.version;
  const to = run.superseded?.version ?? Number.POSITIVE_INFINITY;
  return claims
    .filter(({ version, withdrawnAt, decidedAt }) => {
      const isOver = (decidedAt !== null && decidedAt < from) || (withdrawnAt !== null && withdrawnAt < from);
      return version < to && !isOver;
    })
    .map((claim) => ({ ...claim, stood: claim.withdrawnAt === null || claim.withdrawnAt > to }));
}
