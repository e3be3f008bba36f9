import { ABSENCE_REASONS, CLAIM_STANCES, DELIBERATION_CAUSES, SUPERSESSIONS } from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import {
  authorSchema,
  CLAIM_FLAGS,
  claimSchema,
  OPINION_DISCIPLINES,
  type OpinionDiscipline,
  SEVERITIES,
  STRIKE_REASONS,
  synthesisSchema,
} from '@tumor-board/specialists';
import { z } from 'zod';
import { instant } from '../instant.js';
import { REPLAY_OUTCOMES } from './recorded-deliberation.js';

const discipline = z.enum(OPINION_DISCIPLINES as [OpinionDiscipline, ...OpinionDiscipline[]]);

/** A run in a list: what it was about and what became of it, without what was said. */
export const runSummary = z.strictObject({
  runId: z.uuid(),
  because: z.enum(DELIBERATION_CAUSES),
  state: z.enum(['running', 'concluded', 'superseded']),
  /** True while what was said is about the case as it now is. Anything else is of the past. */
  isCurrent: z.boolean(),
  /** Why it is of the past; null while it is not, and after an erasure. */
  supersededBecause: z.enum(SUPERSESSIONS).nullable(),
  /** Fingerprint of the assessment that it is about. */
  fingerprint: z.string(),
  asOf: z.iso.date(),
  /** Id of the knowledge release. */
  release: z.string(),
  requestedAt: instant,
  /** Who has not spoken by then is absent. */
  deadline: z.iso.datetime(),
  concludedAt: instant.nullable(),
  /** Who gave an opinion. */
  given: z.array(z.string()),
  /** Who gave none, and why. */
  absent: z.array(z.strictObject({ discipline: z.string(), reason: z.enum(ABSENCE_REASONS) })),
  /** Who is still waited for. */
  outstanding: z.array(z.string()),
  /** SHA-256 of the whole run; null until it has concluded. */
  digest: z.string().nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

/** The opinion of one discipline, word for word. */
export const opinionView = z.strictObject({
  discipline,
  author: authorSchema,
  /** What the discipline needs of this case. */
  needs: z.array(z.strictObject({ item: z.string(), why: z.string(), owner: z.string() })),
  /** What of it is not on record. */
  missing: z.array(z.string()),
  claims: z.array(claimSchema),
});

/** One claim with what the ledger found. Struck ones are shown with the reasons. */
export const ledgerEntryView = z.strictObject({
  claim: claimSchema,
  author: authorSchema,
  standing: z.enum(['admitted', 'struck']),
  struck: z.array(z.enum(STRIKE_REASONS)),
  flags: z.array(z.enum(CLAIM_FLAGS)),
  weight: z.enum(SEVERITIES).nullable(),
});

const statementView = z.strictObject({
  text: z.string(),
  /** Ids of the claims that it comes from. */
  claims: z.array(z.string()).min(1),
});

/** What the chair makes of a ledger. */
export const synthesisView = z.strictObject({
  ...synthesisSchema.shape,
  vetoes: z.array(statementView),
  dataGaps: z.array(statementView),
  openQuestions: z.array(statementView),
  options: z.array(z.strictObject({ ...synthesisSchema.shape.options.element.shape, statement: statementView.nullable() })),
});

/** A claim of a person. Its words are `[erased]` after an erasure. */
export const personalClaimView = z.strictObject({
  claimId: z.uuid(),
  on: z.iso.date(),
  author: z.strictObject({ account: z.string(), name: z.string(), discipline: z.enum(DISCIPLINES) }),
  stance: z.enum(CLAIM_STANCES),
  option: z.string(),
  text: z.string(),
  /** The id of the claim in the ledger. */
  entry: z.string(),
  /** True when it was made on an earlier version of the case. */
  isEarlier: z.boolean(),
  withdrawn: z.boolean(),
});
export type PersonalClaimView = z.infer<typeof personalClaimView>;

/** What the panel and people say of a case. The panel proposes; it never decides. */
export const deliberationView = z.strictObject({
  caseId: z.uuid(),
  /** The version of the case up to which this was read. */
  version: z.int(),
  /** Fingerprint of the assessment that stands now. */
  fingerprint: z.string(),
  /** The last run; null when the panel was never asked. */
  run: runSummary.nullable(),
  opinions: z.array(opinionView),
  /** Every claim of the agents and of people with its standing; null until the run has concluded. */
  ledger: z.strictObject({ entries: z.array(ledgerEntryView), admitted: z.int(), struck: z.int() }).nullable(),
  /** What the chair makes of it: an order of what was said, not a decision; null until the run has concluded. */
  synthesis: synthesisView.nullable(),
  /**
   * `with-claims`: ledger and synthesis hold the claims of people as well. `as-recorded`: agents of another version spoke,
   * and what they said is shown as it was recorded.
   */
  weighed: z.enum(['with-claims', 'as-recorded']),
  /** Other words of a language model for claims of agents, which keep their own: to be shown beside them, as a model's. */
  rephrasings: z.array(
    z.strictObject({
      /** The id of the claim in the ledger. */
      claim: z.string(),
      text: z.string(),
      model: z.string(),
    }),
  ),
  /** The claims of people that stand beside the run. */
  claims: z.array(personalClaimView),
});
export type DeliberationView = z.infer<typeof deliberationView>;

const { caseId: _caseId, version: _version, ...said } = deliberationView.shape;

/** What the panel and people had said of a case at some moment. */
export const saidOfCase = z.strictObject(said);
export type SaidOfCase = z.infer<typeof saidOfCase>;

/** What the panel proposes for a decision that is being made; `run.isCurrent` says whether it is about the case as it is. */
export const panelProposal = z.strictObject({ run: runSummary, synthesis: synthesisView });

/** Every run of a case, the newest first. */
export const deliberationListView = z.strictObject({ caseId: z.uuid(), version: z.int(), runs: z.array(runSummary) });
export type DeliberationListView = z.infer<typeof deliberationListView>;

/** Whether a run comes out the same when it is held again on the case of then. */
export const replayView = z.strictObject({
  caseId: z.uuid(),
  runId: z.uuid(),
  outcome: z.enum(REPLAY_OUTCOMES),
  /** The digest that was recorded. */
  recorded: z.string().nullable(),
  /** The digest that the same deliberation gives now; null where it was not held. */
  recomputed: z.string().nullable(),
  /** What does not come out the same: disciplines, `ledger`, `synthesis`. */
  differences: z.array(z.string()),
});
export type ReplayView = z.infer<typeof replayView>;
