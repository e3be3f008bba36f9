import { z } from 'zod';
import type { PanelInput } from '../input/panel-input.js';
import { type Author, authorSchema, type Claim, claimId, claimSchema, SEVERITIES, type Severity } from '../opinion/claim.js';
import type { Opinion } from '../opinion/opinion.js';
import { isAbout } from './evidence-topic.js';
import { type Known, knownOf } from './known.js';

/** Why a claim is struck. */
export const STRIKE_REASONS = [
  'unknown-fact',
  'fact-not-standing',
  'unknown-evidence',
  'unknown-rule',
  'rule-does-not-apply',
  'unknown-option',
  'unknown-claim',
  'evidence-off-topic',
  'no-support',
  'no-ground',
  'not-missing',
  'no-item',
  'veto-without-safety-rule',
  'not-for-a-model',
  'altered',
] as const;
export type StrikeReason = (typeof STRIKE_REASONS)[number];

/** What a reader must know of a claim that stands. */
export const CLAIM_FLAGS = ['unverified-evidence', 'unverified-rule', 'uncited', 'not-on-record', 'given-on-earlier-version'] as const;
export type ClaimFlag = (typeof CLAIM_FLAGS)[number];

/** One claim with what the ledger found. Struck ones are kept. */
export interface LedgerEntry {
  readonly claim: Claim;
  readonly author: Author;
  readonly standing: 'admitted' | 'struck';
  readonly struck: readonly StrikeReason[];
  readonly flags: readonly ClaimFlag[];
  /** What it weighs in the synthesis: null for a plain argument, whatever the claim asked for. */
  readonly weight: Severity | null;
}

/** Every claim of a run with its standing, in the order in which the opinions were given. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly admitted: number;
  readonly struck: number;
}

export const ledgerEntrySchema = z.strictObject({
  claim: claimSchema,
  author: authorSchema,
  standing: z.enum(['admitted', 'struck']),
  struck: z.array(z.enum(STRIKE_REASONS)),
  flags: z.array(z.enum(CLAIM_FLAGS)),
  weight: z.enum(SEVERITIES).nullable(),
}) satisfies z.ZodType<LedgerEntry>;

/** The form of a ledger, as it is stored. */
export const ledgerSchema = z.strictObject({
  entries: z.array(ledgerEntrySchema),
  admitted: z.int().min(0),
  struck: z.int().min(0),
}) satisfies z.ZodType<Ledger>;

/** Checks every claim of every opinion against the case, the register and the rules. */
export function ledgerOf(opinions: readonly Opinion[], input: PanelInput): Ledger {
  const known = knownOf(input);
  const ids = new Set(opinions.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const entries = opinions.flatMap(({ author, claims, discipline, fingerprint }) =>
    claims.map((claim): LedgerEntry => {
      const struck = reasonsToStrike(claim, author, discipline, known, ids);
      const flags = flagsOf(claim, author, known, fingerprint !== undefined && fingerprint !== input.assessment.fingerprint);
      const standing = struck.length === 0 ? 'admitted' : 'struck';
      return { claim, author, standing, struck, flags, weight: weightOf(claim, author) };
    }),
  );
  const admitted = entries.filter(({ standing }) => standing === 'admitted').length;
  return { entries, admitted, struck: entries.length - admitted };
}

const isUncited = ({ facts, rule, evidence }: Claim): boolean => facts.length === 0 && rule === undefined && evidence.length === 0;

/** A person may speak without a citation: it then weighs as a preference, whatever it asked for. */
const weightOf = (claim: Claim, author: Author): Severity | null =>
  author.kind === 'person' && isUncited(claim) ? 'preference' : (claim.severity ?? null);

function reasonsToStrike(
  claim: Claim,
  author: Author,
  discipline: Opinion['discipline'],
  known: Known,
  ids: ReadonlySet<string>,
): StrikeReason[] {
  const reasons = new Set<StrikeReason>();
  const { id, facts, evidence, rule, answers = [], severity } = claim;
  if (claim.discipline !== discipline || id !== claimId(author, discipline, claim)) reasons.add('altered');
  for (const fact of facts) {
    if (known.standingFact(fact)) continue;
    reasons.add(known.recordedFact(fact) ? 'fact-not-standing' : 'unknown-fact');
  }
  if (evidence.some((one) => known.evidence(one) === undefined)) reasons.add('unknown-evidence');
  const cited = rule === undefined ? undefined : known.rule(rule);
  if (rule !== undefined && cited === undefined) reasons.add('unknown-rule');
  if (cited?.applies === false) reasons.add('rule-does-not-apply');
  if (answers.some((one) => !ids.has(one))) reasons.add('unknown-claim');
  const option = known.option(claim.option);
  if (option === undefined) reasons.add('unknown-option');
  else if (evidence.some((one) => known.evidence(one) !== undefined && !isAbout(one, option))) reasons.add('evidence-off-topic');
  for (const reason of unsupported(claim, author, known)) reasons.add(reason);
  if (severity === 'veto' && !(author.kind === 'person' && isUncited(claim)) && (claim.stance !== 'against' || cited?.safety !== true)) {
    reasons.add('veto-without-safety-rule');
  }
  return STRIKE_REASONS.filter((reason) => reasons.has(reason));
}

/** What each kind of claim must rest on. */
function unsupported(claim: Claim, author: Author, known: Known): StrikeReason[] {
  const { stance, facts, rule, evidence, item } = claim;
  const person = author.kind === 'person';
  if (author.kind === 'model' && (stance === 'for' || stance === 'against' || claim.severity === 'veto')) return ['not-for-a-model'];
  switch (stance) {
    case 'for':
    case 'against':
      if (person && isUncited(claim)) return [];
      return rule === undefined && evidence.length === 0 ? ['no-support'] : [];
    case 'concern':
      if (person && isUncited(claim)) return [];
      return rule === undefined && facts.length === 0 ? ['no-ground'] : [];
    case 'request':
      if (item === undefined) return ['no-item'];
      if (known.isMissing(item)) return [];
      // A person may ask for what no rule knows of; what the record holds need not be asked for.
      return person && !known.isKnownItem(item) ? [] : ['not-missing'];
  }
}

function flagsOf(claim: Claim, author: Author, known: Known, earlier: boolean): ClaimFlag[] {
  const { evidence, rule, item } = claim;
  const flags = new Set<ClaimFlag>();
  if (evidence.some((one) => known.evidence(one)?.verified === false)) flags.add('unverified-evidence');
  if (rule !== undefined && known.rule(rule)?.verified === false) flags.add('unverified-rule');
  if (author.kind === 'person' && claim.stance !== 'request' && isUncited(claim)) flags.add('uncited');
  if (author.kind === 'person' && item !== undefined && !known.isMissing(item)) flags.add('not-on-record');
  if (earlier) flags.add('given-on-earlier-version');
  return CLAIM_FLAGS.filter((flag) => flags.has(flag));
}
