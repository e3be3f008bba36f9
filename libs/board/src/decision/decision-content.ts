import { DECISION_KINDS, DISCIPLINES, NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { z } from 'zod';

/** What treatment is meant to achieve. */
export const INTENTS = ['radical', 'disease-control', 'palliative', 'supportive', 'diagnostic'] as const;
export type Intent = (typeof INTENTS)[number];

/**
 * Why a board chose otherwise than proposed. A list of the product's own; `other` needs a comment like all of them.
 */
export const OVERRIDE_REASONS = [
  'patient-preference',
  'comorbidity-or-frailty',
  'toxicity-or-contraindication',
  'new-information-not-recorded',
  'evidence-weighed-otherwise',
  'evidence-not-applicable-to-this-patient',
  'treatment-not-available',
  'trial-offered',
  'local-practice',
  'proposal-wrong',
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** What the patient is known to think of the decision. */
export const PREFERENCE_STANDS = ['agrees', 'declines', 'undecided', 'not-asked-yet'] as const;

/** What a plan expects, so that its absence is noticed. */
export const EXPECTED_RESULTS = ['response-scan', 'ebv-dna'] as const;
export type ExpectedResult = (typeof EXPECTED_RESULTS)[number];

/** The longest text of a decision's field, in characters. */
const LONGEST = 4_000;
const words = text.max(LONGEST, { error: `expected at most ${LONGEST} characters` });

/** Somebody is to do something by a day. */
export const plannedAction = z.strictObject({
  /** Unique within the decision. */
  actionId: text.max(64),
  what: words,
  /** Account of who owes it, or the discipline when no person was named. */
  owner: z.union([z.strictObject({ account: text }), z.strictObject({ discipline: z.enum(DISCIPLINES) })]),
  dueOn: isoDate,
});
export type PlannedAction = z.infer<typeof plannedAction>;

/** A result that the plan counts on by a day. */
export const expectation = z.strictObject({
  /** Unique within the decision. */
  expectationId: text.max(64),
  result: z.enum(EXPECTED_RESULTS),
  dueOn: isoDate,
});
export type Expectation = z.infer<typeof expectation>;

/** How one guideline stands to what was decided, as it was shown. */
export const concordance = z.strictObject({
  guideline: text,
  position: z.enum(['agrees', 'silent', 'differs', 'open']),
});

/** What a board decided about a case, as it is signed. Free text in it is protected. */
export const decisionContent = z.strictObject({
  /** Decides which quorum is asked for. */
  kind: z.enum(DECISION_KINDS),
  /** The step decided on. */
  step: z.enum(NEXT_STEP_CODES),
  /** The step in words: regimen, fields, lesions, doses. */
  plan: words,
  intent: z.enum(INTENTS),
  rationale: words,
  /** What else was weighed and why it was not chosen; a decision without alternatives says so by an empty list and `noAlternatives`. */
  alternatives: z.array(z.strictObject({ option: words, because: words })).max(20),
  /** Why nothing else was weighed. Needed where there are no alternatives. */
  noAlternatives: words.optional(),
  /** What is to happen if it goes otherwise than hoped, e.g. at progression. */
  contingency: words,
  /** Word for word, by whom. */
  dissent: z.array(z.strictObject({ by: text, discipline: z.enum(DISCIPLINES).optional(), text: words })).max(20),
  /** Needed where the step is not the proposed one, or is an option that a guard blocks. */
  override: z.strictObject({ reason: z.enum(OVERRIDE_REASONS), comment: words }).optional(),
  preference: z.strictObject({ stand: z.enum(PREFERENCE_STANDS), text: words.optional() }),
  guidelines: z.array(concordance).max(20),
  actions: z.array(plannedAction).max(50),
  expectations: z.array(expectation).max(20),
  /** When the board looks again whatever happens. */
  reviewOn: isoDate.optional(),
});
export type DecisionContent = z.infer<typeof decisionContent>;

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });

/**
 * What was on the screen when the decision was made: enough to show later what was known and advised, and to tell
 * whether it is still so. The assessment itself is recomputed; `digest` says that it is the same.
 */
export const decisionBasis = z.strictObject({
  /** The version of the case with the last fact or revision that was shown; what came after it changed nothing that an assessment reads. */
  version: z.int().min(1),
  asOf: z.string(),
  release: text,
  /** SHA-256 of what the assessment read. */
  fingerprint: sha256Text,
  /** SHA-256 of the whole assessment. */
  digest: sha256Text,
  /** The parts that a person looks at, by name. */
  headline: z.record(z.string(), z.string()),
  proposed: z.enum(NEXT_STEP_CODES),
  /** Titles of the options that a guard blocked. */
  blocked: z.array(z.string()),
  alternatives: z.array(z.string()),
  /** What was missing. */
  missing: z.array(z.string()),
  /** The decision that stood; null when there was none. Two who decide on the same screen cannot both supersede it. */
  standing: z.uuid().nullable(),
  /** The open referrals, which the decision answers. */
  referrals: z.array(z.uuid()),
});
export type DecisionBasis = z.infer<typeof decisionBasis>;

/** What a signature stands for. */
export const SIGNATURE_MEANINGS = ['chair', 'author', 'reviewer', 'dissent'] as const;
export type SignatureMeaning = (typeof SIGNATURE_MEANINGS)[number];

/** Who signed what they saw. The name is that of the time of signing; staff are not patients. */
export const signature = z.strictObject({
  account: text,
  name: text,
  roles: z.array(text),
  discipline: z.enum(DISCIPLINES).optional(),
  meaning: z.enum(SIGNATURE_MEANINGS),
  /** How the person proved again to be who they are. */
  method: z.enum(['password']),
  /** When, ISO 8601. */
  at: z.iso.datetime(),
});
export type Signature = z.infer<typeof signature>;

/** Whether those whom the kind of decision needs were there. */
export const quorumResult = z.strictObject({
  state: z.enum(['met', 'not-met', 'not-in-a-meeting']),
  required: z.array(z.string()),
  present: z.array(z.string()),
  missing: z.array(z.string()),
});
export type QuorumResult = z.infer<typeof quorumResult>;
