import {
  type CaseEvent,
  evolveCase,
  noCase,
  type OpenCaseState,
  type RecordedRun,
  type RecordedTalk,
  recordedTalk,
  recordOf,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { canonicalJson, digestOf, type EventBody, fold, problem } from '@tumor-board/kernel';
import { knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import { claimsFromExchange, modelExchange, opinionFromExchange, type Rephrasing } from '@tumor-board/model-gateway';
import {
  deliberate,
  type Ledger,
  type LedgerEntry,
  type Opinion,
  opinionSchema,
  PANEL,
  type PanelDiscipline,
  type PanelInput,
  type PanelRun,
  panelInput,
  panelVersions,
  type RunVersions,
  synthesisSchema,
} from '@tumor-board/specialists';
import { askedHorizon } from '../case-at-horizon.js';
import { foldCase, type RecordedCase, readCase, unknownCase } from '../recorded-case.js';

/** A case with everything that was said of it, as the log holds it. */
export interface DeliberatedCase {
  readonly events: RecordedCase;
  readonly state: OpenCaseState;
  readonly talk: RecordedTalk;
}

/**
 * Reads a case with its talk, all of it or as it was recorded before a moment.
 * @throws Problem `case.unknown`, also when it had not been opened by then; `horizon.invalid`
 */
export async function readDeliberatedCase(
  store: Pick<EventStore, 'read'>,
  site: string,
  caseId: string,
  before?: string,
): Promise<DeliberatedCase> {
  const { recordedBefore } = askedHorizon({ site, caseId, recordedBefore: before });
  const all = await readCase(store, site, caseId);
  const events = recordedBefore === null ? all : all.filter((event) => event.recordedAt < recordedBefore);
  const state = foldCase(events);
  if (state.status === 'none') throw unknownCase();
  return { events, state, talk: recordedTalk(events) };
}

/** @throws Problem `deliberation.unknown` */
export function runIn({ talk }: Pick<DeliberatedCase, 'talk'>, runId: string): RecordedRun {
  const run = talk.runs.find((one) => one.runId === runId);
  if (run === undefined) throw problem('deliberation.unknown', 'The case has no such run.', { runId });
  return run;
}

/** True when this program has the agents and the chair that a run was asked of. */
export const isOfThisPanel = ({ requested }: Pick<RecordedRun, 'requested'>): boolean =>
  digestOf(requested.versions) === digestOf(panelVersions());

/**
 * The case as it was given to the panel: the facts that stood when the run was asked for, under its release and policy.
 * @throws Problem `knowledge.unknown-release`
 */
export function inputOfRun(events: Iterable<EventBody>, { requested }: Pick<RecordedRun, 'requested'>): PanelInput {
  const then = [...events].slice(0, requested.version) as CaseEvent[];
  const state = fold({ evolve: evolveCase }, noCase(), then);
  if (state.status === 'none') throw unknownCase();
  return panelInput(recordOf(state), knowledgeRelease(requested.release), requested.policy as SitePolicy);
}

/** The opinions of a run that were given, checked and in the order of the panel. */
export const opinionsOf = ({ opinions }: Pick<RecordedRun, 'opinions'>): Opinion[] =>
  opinions.map((opinion) => opinionSchema.parse(opinion) as Opinion).sort((a, b) => placeOf(a.discipline) - placeOf(b.discipline));
/** Who is not of the panel comes after it, as in the run itself. */
const placeOf = (discipline: string): number => {
  const place = PANEL.indexOf(discipline as PanelDiscipline);
  return place === -1 ? PANEL.length : place;
};

/** A run as it was recorded, without computing anything anew; undefined while it has not concluded. */
export function panelRunOf(run: RecordedRun): PanelRun | undefined {
  const { requested, concluded } = run;
  if (concluded === null) return undefined;
  const { fingerprint, asOf, release, releaseHash, policy, versions } = requested;
  const opinions = opinionsOf(run);
  return {
    format: 'tumor-board-panel-run/1',
    inputs: { fingerprint, asOf, release, releaseHash, policy: policy as SitePolicy },
    versions: versions as unknown as RunVersions,
    opinions,
    ledger: ledgerOf(opinions, concluded.ledger),
    synthesis: synthesisSchema.parse(concluded.synthesis),
    digest: concluded.digest,
  };
}

/** The claims of some opinions with what was recorded of each. */
function ledgerOf(opinions: readonly Opinion[], recorded: NonNullable<RecordedRun['concluded']>['ledger']): Ledger {
  const verdicts = new Map(recorded.verdicts.map((verdict) => [verdict.claim, verdict]));
  const entries = opinions.flatMap(({ author, claims }) =>
    claims.flatMap((claim): LedgerEntry[] => {
      const verdict = verdicts.get(claim.id);
      if (verdict === undefined) return [];
      const { standing, struck, flags, weight } = verdict;
      return [{ claim, author, standing, struck: struck as LedgerEntry['struck'], flags: flags as LedgerEntry['flags'], weight }];
    }),
  );
  return { entries, admitted: recorded.admitted, struck: recorded.struck };
}

export const REPLAY_OUTCOMES = ['same', 'differs', 'other-inputs', 'other-versions', 'not-concluded'] as const;
/**
 * How a recorded run stands to the same deliberation now. `differs`: the record, or the program, is not what it was;
 * `other-versions`: agents of other versions spoke, so that nothing can be said.
 */
export type ReplayOutcome = (typeof REPLAY_OUTCOMES)[number];

/** What a replay found. */
export interface RunReplay {
  readonly outcome: ReplayOutcome;
  readonly recorded: string | null;
  /** The digest that the same deliberation gives now; null where it was not held. */
  readonly recomputed: string | null;
  /** What does not come out the same: disciplines, `ledger`, `synthesis`. */
  readonly differences: readonly string[];
}

/** Holds a recorded deliberation again, on the case of then, and compares every byte. */
export function replayRun(events: Iterable<EventBody>, run: RecordedRun): RunReplay {
  const { concluded, requested } = run;
  const nothing = { recorded: concluded?.digest ?? null, recomputed: null, differences: [] };
  if (concluded === null) return { ...nothing, outcome: 'not-concluded' };
  if (!isOfThisPanel(run)) return { ...nothing, outcome: 'other-versions' };
  const input = inputOfRun(events, run);
  if (input.assessment.fingerprint !== requested.fingerprint) return { ...nothing, outcome: 'other-inputs' };
  const absent = run.absent.map(({ discipline }) => discipline as PanelDiscipline);
  const others = modelOpinionOf(run);
  const again = deliberate(input, { absent, others });
  const differences = [
    ...run.opinions.flatMap(({ discipline, ...rest }) => {
      const now = again.opinions.find((one) => one.discipline === discipline && one.author.kind === rest.author.kind);
      return canonicalJson(now) === canonicalJson({ discipline, ...rest }) ? [] : [discipline];
    }),
    ...(canonicalJson(verdictsOf(again.ledger)) === canonicalJson(concluded.ledger) ? [] : ['ledger']),
    ...(canonicalJson(again.synthesis) === canonicalJson(concluded.synthesis) ? [] : ['synthesis']),
  ];
  const isSame = differences.length === 0 && again.digest === concluded.digest;
  return { outcome: isSame ? 'same' : 'differs', recorded: concluded.digest, recomputed: again.digest, differences };
}

/** What a language model said, read again from what came back: the model itself is not asked. */
function modelOpinionOf({ exchange }: Pick<RecordedRun, 'exchange'>): Opinion[] {
  const opinion = exchange === null ? undefined : opinionFromExchange(modelExchange.parse(exchange));
  return opinion === undefined ? [] : [opinion];
}

/** How a language model put claims of agents, read again from what came back. */
export function rephrasingsOf({ exchange }: Pick<RecordedRun, 'exchange'>): (Rephrasing & { readonly model: string })[] {
  if (exchange === null) return [];
  const recorded = modelExchange.parse(exchange);
  return claimsFromExchange(recorded).rephrasings.map((rephrasing) => ({ ...rephrasing, model: recorded.model }));
}

const verdictsOf = ({ admitted, struck, entries }: Ledger) => ({
  admitted,
  struck,
  verdicts: entries.map(({ claim, standing, struck: reasons, flags, weight }) => ({
    claim: claim.id,
    standing,
    struck: reasons,
    flags,
    weight,
  })),
});
