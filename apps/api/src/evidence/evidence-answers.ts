import { citedEntrySchema, citedSourceSchema } from '@tumor-board/knowledge';
import { z } from 'zod';

/** Entries of the evidence register, with the digest of all that it holds. */
export const evidenceListAnswer = z.strictObject({
  entries: z.array(citedEntrySchema),
  /** Meaning of the abbreviations of endpoints. */
  endpoints: z.record(z.string(), z.string()),
  /** SHA-256 of the register's content. */
  digest: z.string(),
});

/** What the register holds under an id: a source with the entries that report it, or one entry with its sources. */
export const evidenceAnswer = z.strictObject({
  id: z.string(),
  sources: z.array(citedSourceSchema),
  entries: z.array(citedEntrySchema),
});
