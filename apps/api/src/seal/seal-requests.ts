import { z } from 'zod';

const whole = (most: number) => z.coerce.number().int().min(1).max(most);

/** Which anchors. */
export const anchorsQuery = z.strictObject({
  before: whole(Number.MAX_SAFE_INTEGER).optional().describe('Only anchors with a smaller number.'),
  limit: whole(200).default(50).describe('At most so many.'),
});
export type AnchorsRequest = z.output<typeof anchorsQuery>;
