import { isCalendarDate, isPlainText, problem } from '@tumor-board/kernel';
import { z } from 'zod';
import { instant } from './instant.js';

/** Where a page of an ordered list ended: the order, the sort values of its last row and its id. Opaque to callers. */
export interface Cursor<Order extends string> {
  readonly order: Order;
  /** As the columns of the order hold them. */
  readonly values: readonly string[];
  readonly caseId: string;
}

/** What a sort value may be, so that the database can read it as what it compares it with. */
const VALUES = {
  instant: instant.refine((text) => isCalendarDate(text.slice(0, 'YYYY-MM-DD'.length))),
  day: z.string().refine(isCalendarDate),
  rank: z.string().regex(/^\d{1,4}$/),
  id: z.uuid(),
  text: z.string().refine(isPlainText),
} as const satisfies Record<string, z.ZodType<string>>;
/** What a sort value of a list is. */
export type SortValue = keyof typeof VALUES;

const form = z.tuple([z.string(), z.array(z.string()), z.uuid()]);

export const writeCursor = ({ order, values, caseId }: Cursor<string>): string =>
  Buffer.from(JSON.stringify([order, values, caseId])).toString('base64url');

/**
 * @param kinds what the sort values of the order are, in their sequence
 * @throws Problem `cursor.invalid`, also when the cursor is from a list in another order
 */
export function readCursor<Order extends string>(text: string, order: Order, kinds: readonly SortValue[]): Cursor<Order> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    json = undefined;
  }
  const parsed = form.safeParse(json);
  const [named, values = [], caseId = ''] = parsed.data ?? [];
  const isWhole = values.length === kinds.length && kinds.every((kind, at) => VALUES[kind].safeParse(values[at]).success);
  if (named !== order || !isWhole) {
    throw problem('cursor.invalid', `This does not continue a list in the order "${order}".`, { order }, [
      { path: 'after', message: 'expected the "next" of a page in the same order' },
    ]);
  }
  return { order, values, caseId };
}
