import { sha256Hex } from '@tumor-board/kernel';
import type { Headline, NextStepCode } from '@tumor-board/knowledge';
import { inWords } from '@tumor-board/oncology';
import type { QueueReason } from '../queue/queue-reason.js';

/**
 * The share of cases listed without discussion that is sampled for audit. Product rule: all of them, since the practice
 * asks for audit of what was not discussed and gives no share; a site with many may come down from there.
 */
export const AUDIT_SAMPLE_RATE = 1;

/** Whether an item is sampled at a rate: always the same answer for the same item, and nobody can choose. */
export const sampledForAudit = (itemId: string, rate: number): boolean =>
  Number.parseInt(sha256Hex(`audit ${itemId}`).slice(0, 8), 16) < rate * 2 ** 32;

/** The steps of a course that runs as planned. Product rule. */
const STANDARD_STEPS: readonly string[] = ['continue-systemic', 'maintenance', 'surveillance'] satisfies NextStepCode[];

/** The reasons for waiting that nothing but the calendar brought about. Product rule. */
const CALM_REASONS: readonly QueueReason[] = ['response-due', 'routine'];

/** What is known of the board's work on a case when it is to be listed. */
export interface ListedCase {
  /** What the board last decided on; null when it has not decided yet: a first presentation. */
  readonly decidedOn: { readonly headline: Headline; readonly hasDissent: boolean; readonly isProvisional: boolean } | null;
  /** True when an input of the standing decision has changed. */
  readonly needsReview: boolean;
  /** Why the case waits; null when it does not. */
  readonly reason: QueueReason | null;
  /** True when somebody asked the board a question that is open. */
  readonly hasQuestion: boolean;
}

/** Whether a case may be listed without discussion, and why not. */
export type StandardCase =
  | { readonly allowed: true; readonly because: readonly [] }
  | { readonly allowed: false; readonly because: readonly string[] };

/** What must be as it was decided on for a case to be called unchanged. */
const UNCHANGED = /^(?:stage|m1\..+|oligometastatic)$/;

/**
 * Whether a case is a standard one that need not be discussed. Product rule, so drawn that a doubt leads to discussion:
 * never a first presentation, never the decision on locoregional radiotherapy or on local therapy, never with
 * progression, contradicting results, dissent, a decision in need of review, or open questions.
 */
export function mayBeListedWithoutDiscussion(headline: Headline, listed: ListedCase): StandardCase {
  const because: string[] = [];
  const { decidedOn, needsReview, reason, hasQuestion } = listed;
  const step = headline['nextStep'];
  if (step === undefined || !STANDARD_STEPS.includes(step)) because.push(`the proposed step is ${step ?? 'not known'}`);
  if (decidedOn === null) because.push('the board has not decided on the case yet');
  else {
    if (decidedOn.hasDissent) because.push('the standing decision has dissent');
    if (decidedOn.isProvisional) because.push('the standing decision is provisional');
    const changed = partsOf(headline, decidedOn.headline).filter((part) => headline[part] !== decidedOn.headline[part]);
    const lacking = itemsOf(headline).filter((item) => !itemsOf(decidedOn.headline).includes(item));
    if (lacking.length > 0) because.push(`data are missing that were not when the board decided: ${lacking.join(', ')}`);
    if (changed.length > 0) because.push(`it differs from what was decided on: ${changed.join(', ')}`);
  }
  if (needsReview) because.push('the standing decision needs review');
  if (hasQuestion) because.push('somebody asked the board a question');
  if (reason !== null && !CALM_REASONS.includes(reason)) because.push(`it waits because of ${inWords(reason)}`);
  if (/\b(?:PD|iUPD|iCPD)\b/.test(headline['response.latest'] ?? '')) because.push('the latest scan shows progression');
  const gate = headline['response.gate'];
  if (gate === 'conflict') because.push('results contradict each other');
  if (headline['alerts'] !== undefined) because.push('facts of the case are in doubt');
  return because.length === 0 ? { allowed: true, because: [] } : { allowed: false, because };
}

/** What is missing. Some items always are: rules that were never published. A board that knew of them decided nevertheless. */
const itemsOf = (headline: Headline): readonly string[] => headline['missing']?.split(', ') ?? [];

const partsOf = (...headlines: readonly Headline[]): string[] =>
  [...new Set(headlines.flatMap((headline) => Object.keys(headline)))].filter((part) => UNCHANGED.test(part)).toSorted();
