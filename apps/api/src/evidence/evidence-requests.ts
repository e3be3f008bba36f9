import { REVIEW_TABLES, type ReviewTable } from '@tumor-board/knowledge';
import { M1_SYSTEMS } from '@tumor-board/oncology';
import { z } from 'zod';

const id = z.string().min(1).max(200);

/** Which entries of the evidence register. */
export const evidenceQuery = z.strictObject({
  search: z
    .string()
    .max(200)
    .optional()
    .describe('Words that must all occur in the citation, the population, the groups or the endpoints.'),
  table: z
    .enum(REVIEW_TABLES.map(String), { error: `expected a table of the review: ${REVIEW_TABLES.join(', ')}` })
    .transform((text) => Number(text) as ReviewTable)
    .optional()
    .describe('Only the rows of this table of the review.'),
  system: z.enum(M1_SYSTEMS).optional().describe('Only what is about this published system.'),
  id: z
    .union([id, z.array(id).max(100)])
    .optional()
    .describe('Only the entry of this id, or the entries that report the source of this id; may be given several times.'),
});
export type EvidenceRequest = z.infer<typeof evidenceQuery>;

/** An id in an address. */
export const evidencePath = z.strictObject({
  id: id.describe('The id of an entry, `table-3/jupiter-02` with its slash as `%2F`, or of a source as reasons cite it, `yao-2023`.'),
});
export type EvidencePath = z.infer<typeof evidencePath>;

/** The id of an entry in an address, with its slash as it stands. */
export const entryPath = z.strictObject({
  place: id.describe('What stands before the slash: `table-3`.'),
  study: id.describe('What stands after it: `jupiter-02`.'),
});
export type EntryPath = z.infer<typeof entryPath>;
