import {
  assessmentOf,
  type ClaimBeside,
  claimsBeside,
  type Knowledge,
  type RecordedClaim,
  type RecordedRun,
  recordedTalk,
} from '@tumor-board/board';
import { type Claim, claimOf, conclude, type Draft, type Opinion, opinionBy, type PanelRun } from '@tumor-board/specialists';
import { foldCase, knowledgeOf, unknownCase } from '../recorded-case.js';
import { type DeliberatedCase, inputOfRun, isOfThisPanel, opinionsOf, panelRunOf, rephrasingsOf } from './recorded-deliberation.js';
import type { DeliberationListView, DeliberationView, PersonalClaimView, RunSummary, SaidOfCase } from './view.js';

/** The fingerprint of the assessment that stands. */
const fingerprintNow = ({ state }: DeliberatedCase, otherwise: Knowledge): string =>
  assessmentOf(state, knowledgeOf(state, otherwise)).fingerprint;

/** What had been said of a case before an event of it. */
export function saidBefore(caseId: string, { events }: Pick<DeliberatedCase, 'events'>, version: number, otherwise: Knowledge): SaidOfCase {
  const before = events.slice(0, version - 1);
  const state = foldCase(before);
  if (state.status === 'none') throw unknownCase();
  const {
    caseId: _caseId,
    version: _version,
    ...said
  } = toDeliberation(caseId, { events: before, state, talk: recordedTalk(before) }, otherwise);
  return said;
}

/** The last run of a case, or the one that is asked for, with what people claim beside it. */
export function toDeliberation(caseId: string, found: DeliberatedCase, otherwise: Knowledge, run?: RecordedRun): DeliberationView {
  const { state, talk } = found;
  const fingerprint = fingerprintNow(found, otherwise);
  const shown = run ?? talk.runs.at(-1);
  const claims = shown === undefined ? undecided(talk.claims) : claimsBeside(shown, talk.claims);
  const weighed = shown === undefined ? undefined : weigh(found, shown, claims);
  return {
    caseId,
    version: state.version,
    fingerprint,
    run: shown === undefined ? null : summaryOf(found, shown, fingerprint),
    opinions: (shown === undefined ? [] : opinionsOf(shown)).map(({ discipline, author, needs, missing, claims: said }) => ({
      discipline,
      author,
      needs: [...needs],
      missing: [...missing],
      claims: said as DeliberationView['opinions'][number]['claims'],
    })),
    ledger: (weighed?.run.ledger ?? null) as DeliberationView['ledger'],
    synthesis: (weighed?.run.synthesis ?? null) as DeliberationView['synthesis'],
    weighed: weighed?.how ?? 'with-claims',
    rephrasings: shown === undefined ? [] : rephrasingsOf(shown),
    claims: claims.map((claim) => toClaim(claim, shown?.requested.fingerprint ?? fingerprint)),
  };
}

const undecided = (claims: readonly RecordedClaim[]): ClaimBeside[] =>
  claims.filter(({ decidedAt }) => decidedAt === null).map((claim) => ({ ...claim, stood: claim.withdrawnAt === null }));

/** Every run of a case, the newest first. */
export function toDeliberationList(caseId: string, found: DeliberatedCase, otherwise: Knowledge): DeliberationListView {
  const fingerprint = fingerprintNow(found, otherwise);
  const runs = found.talk.runs.map((run) => summaryOf(found, run, fingerprint)).reverse();
  return { caseId, version: found.state.version, runs };
}

/** A run that has concluded, weighed with the claims of people where this program has the agents that spoke in it. */
function weigh(
  { events }: DeliberatedCase,
  run: RecordedRun,
  claims: readonly ClaimBeside[],
): { readonly run: PanelRun; readonly how: DeliberationView['weighed'] } | undefined {
  const recorded = panelRunOf(run);
  if (recorded === undefined) return undefined;
  if (!isOfThisPanel(run)) return { run: recorded, how: 'as-recorded' };
  const standing = claims.filter(({ stood }) => stood);
  return {
    run: standing.length === 0 ? recorded : conclude(inputOfRun(events, run), [...opinionsOf(run), ...opinionsOfPeople(standing)]),
    how: 'with-claims',
  };
}

/** The opinions of people, one for each person, discipline and version of the case; what somebody says twice counts once. */
function opinionsOfPeople(claims: readonly RecordedClaim[]): Opinion[] {
  const spoken = new Map<string, RecordedClaim[]>();
  const known = new Set<string>();
  for (const claim of claims) {
    const entry = entryOf(claim).id;
    if (known.has(entry)) continue;
    known.add(entry);
    const { account, discipline } = claim.author;
    const key = `${account} ${discipline} ${claim.fingerprint}`;
    spoken.set(key, [...(spoken.get(key) ?? []), claim]);
  }
  return [...spoken.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { account, discipline } = first.author;
    return [opinionBy({ kind: 'person', account }, discipline, first.fingerprint, own.map(draftOf))];
  });
}

function draftOf({ stance, option, text, facts, rule, evidence, item, severity }: RecordedClaim): Draft {
  return {
    stance,
    option,
    text,
    facts,
    evidence,
    ...(rule === undefined ? {} : { rule }),
    ...(item === undefined ? {} : { item }),
    ...(severity === undefined ? {} : { severity }),
  };
}

const entryOf = (claim: RecordedClaim): Claim =>
  claimOf({ kind: 'person', account: claim.author.account }, claim.author.discipline, draftOf(claim));

function toClaim(claim: ClaimBeside, fingerprint: string): PersonalClaimView {
  const { claimId, on, author, stance, option, text, stood } = claim;
  return {
    claimId,
    on,
    author,
    stance,
    option,
    text,
    entry: entryOf(claim).id,
    isEarlier: claim.fingerprint !== fingerprint,
    withdrawn: !stood,
  };
}

function summaryOf({ events, state }: DeliberatedCase, run: RecordedRun, fingerprint: string): RunSummary {
  const { requested, concluded, superseded, opinions, absent } = run;
  const recordedAt = (version: number): string => events[version - 1]?.recordedAt ?? '';
  const settled = new Set([...opinions, ...absent].map(({ discipline }) => discipline));
  const isOver = superseded !== null || state.erased !== null;
  return {
    runId: run.runId,
    because: requested.because,
    state: isOver ? 'superseded' : concluded === null ? 'running' : 'concluded',
    isCurrent: !isOver && requested.fingerprint === fingerprint,
    supersededBecause: superseded?.because ?? null,
    fingerprint: requested.fingerprint,
    asOf: requested.asOf,
    release: requested.release,
    requestedAt: recordedAt(requested.version),
    deadline: requested.deadline,
    concludedAt: concluded === null ? null : recordedAt(concluded.version),
    given: opinions.map(({ discipline }) => discipline),
    absent: absent.map(({ discipline, reason }) => ({ discipline, reason })),
    outstanding: isOver || concluded !== null ? [] : requested.disciplines.filter((discipline) => !settled.has(discipline)),
    digest: concluded?.digest ?? null,
  };
}
