import { z } from 'zod';

/** An error as this service tells it (RFC 9457), with a stable code and the faults by path. */
export const problemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, for programs: `case.version-conflict`. */
  code: z.string(),
  detail: z.string(),
  /** What was wrong with the request, by the path of the field. */
  faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  /** What the code has to say besides, e.g. `expected` and `actual` version. */
  data: z.record(z.string(), z.unknown()).optional(),
  correlationId: z.string(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
