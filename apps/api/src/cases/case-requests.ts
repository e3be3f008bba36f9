import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { caseHead, fact, isoDate } from '@tumor-board/oncology';
import { z } from 'zod';

const FACTS_AT_ONCE = 400;

/** A case in an address. */
export const casePath = z.strictObject({ id: z.uuid({ error: 'expected the id of a case, a UUID' }).describe('The id of the case.') });
export type CasePath = z.infer<typeof casePath>;

/** A case file, or only its head. */
export const newCase = z.strictObject({ ...caseHead.shape, facts: z.array(fact).max(FACTS_AT_ONCE).optional() });
export type NewCase = z.infer<typeof newCase>;

/** One fact, or several that are recorded together or not at all. */
export const newFacts = z.union([fact, z.array(fact).min(1, { error: 'expected a fact at least' }).max(FACTS_AT_ONCE)]);
export type NewFacts = z.infer<typeof newFacts>;

const idempotencyKey = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe('Any text of the caller’s choice. A request repeated with its key is carried out once and answered as the first time.');

/** The headers of a request that records. */
export const writeHeaders = z.object({ 'idempotency-key': idempotencyKey });
export type WriteHeaders = z.infer<typeof writeHeaders>;

/** The headers of a request that records in a case that is there. */
export const recordHeaders = z.object({
  'idempotency-key': idempotencyKey,
  'if-match': z
    .string()
    .regex(/^\s*(?:"\d{1,9}"|\d{1,9}|\*)\s*$/, { error: 'expected the version of the case, such as "7"' })
    .optional()
    .describe('Record only when the case is at this version, as its `ETag` said: `"7"`. Otherwise 409.'),
});
export type RecordHeaders = z.infer<typeof recordHeaders>;

/** The version that `If-Match` asks for. */
export const expectedVersion = (headers: RecordHeaders): number | undefined => {
  const digits = /\d+/.exec(headers['if-match'] ?? '');
  return digits === null ? undefined : Number(digits[0]);
};

const atLeast = z
  .string()
  .max(200)
  .optional()
  .describe('A `position` that an earlier answer gave: wait until what was recorded there can be read.');

const wholeNumber = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error }).optional();
};

/** The questions of a list of cases. */
export const caseListQuery = z.strictObject({
  order: z.enum(['changed', 'reference']).optional().describe('Last changed first (the default), or by reference.'),
  nextStep: z.enum(NEXT_STEP_CODES).optional().describe('Only cases with this next step.'),
  reference: z.string().max(200).optional().describe('Texts, apart by spaces, that must all stand in the reference.'),
  limit: wholeNumber(1, 200).describe('Cases on a page; 50 when not given.'),
  after: z.string().max(1_000).optional().describe('The `next` of the page before.'),
  atLeast,
});
export type CaseListRequest = z.infer<typeof caseListQuery>;

const { reference: _reference, ...pageOfCases } = caseListQuery.shape;

/** What is searched for in a list of cases: words of a title may be a patient's, so they stand in no address. */
export const caseSearch = z.strictObject({
  search: z
    .string()
    .trim()
    .min(1, { error: 'expected a word at least' })
    .max(200)
    .describe('Words that must all occur in the reference, or begin words of the title (three letters at least).'),
  ...pageOfCases,
});
export type CaseSearch = z.infer<typeof caseSearch>;

/** The question of one case. */
export const caseQuery = z.strictObject({ atLeast });
export type CaseRequest = z.infer<typeof caseQuery>;

/** Which assessment of a case. */
export const assessmentQuery = z.strictObject({
  validOn: isoDate.optional().describe('What was true by this day.'),
  knownOn: isoDate.optional().describe('What had reached the record by this day.'),
  recordedBefore: z
    .string()
    .max(40)
    .optional()
    .describe('What this service had recorded before this moment, such as 2025-01-06T09:30:00Z.'),
  release: z.string().max(100).optional().describe('The knowledge release to assess under; the one of the case when not given.'),
  atLeast,
});
export type AssessmentRequest = z.infer<typeof assessmentQuery>;

/** Which page of a history. */
export const historyQuery = z.strictObject({
  order: z.enum(['oldest', 'newest']).optional().describe('Oldest first (the default) or newest first.'),
  limit: wholeNumber(1, 1_000).describe('Events on a page; 200 when not given.'),
  after: wholeNumber(0, 1_000_000_000).describe('The `next` of the page before.'),
  atLeast,
});
export type HistoryRequest = z.infer<typeof historyQuery>;
