import { z } from 'zod';

/** How something is printed. */
export const PRINTED_FORMATS = ['html', 'pdf'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

/** Asks for a format; without it the header `accept` decides. */
export const printedQuery = z.strictObject({
  format: z
    .enum(PRINTED_FORMATS, { error: 'expected html or pdf' })
    .optional()
    .describe('Which of the two, whatever the header `accept` says; a link has no header of its own.'),
});
export type PrintedRequest = z.infer<typeof printedQuery>;

const PDF = 'application/pdf';

/** What is asked for: PDF only where that is said and a page is not. */
export function formatOf({ format }: PrintedRequest, accept = ''): PrintedFormat {
  if (format !== undefined) return format;
  return accept.includes(PDF) && !accept.includes('text/html') ? 'pdf' : 'html';
}
