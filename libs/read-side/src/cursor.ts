import { problem } from '@tumor-board/kernel';
import { z } from 'zod';

/** Where a page of an ordered list ended: the order, the last row's sort value and its case id. Opaque to callers. */
export interface Cursor<Order extends string> {
  readonly order: Order;
  readonly value: string;
  readonly caseId: string;
}

const form = z.tuple([z.string(), z.string(), z.uuid()]);

export const writeCursor = ({ order, value, caseId }: Cursor<string>): string =>
  Buffer.from(JSON.stringify([order, value, caseId])).toString('base64url');

/**
 * @throws Problem `cursor.invalid`, also when the cursor is from a list in another order
 */
export function readCursor<Order extends string>(text: string, order: Order): Cursor<Order> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    json = undefined;
  }
  const parsed = form.safeParse(json);
  if (!parsed.success || parsed.data[0] !== order) {
    throw problem('cursor.invalid', `This does not continue a list in the order "${order}".`, { order }, [
      { path: 'after', message: 'expected the "next" of a page in the same order' },
    ]);
  }
  return { order, value: parsed.data[1], caseId: parsed.data[2] };
}
