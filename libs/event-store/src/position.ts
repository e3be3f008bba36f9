import { problem } from '@tumor-board/kernel';

/** Where an event stands: the partition of its stream, the transaction that wrote it, its place in the index. */
export interface Position {
  /** 0 to 7. */
  readonly partition: number;
  readonly transactionId: bigint;
  readonly position: bigint;
}

/** Streams are spread over this many partitions, which is what subscriptions share among processes. */
export const partitionCount = 8;

/** Writes a position as the opaque token that events and append results carry. */
export const formatPosition = (partition: number | string, transactionId: bigint | string, position: bigint | string): string =>
  `${partition}.${transactionId}.${position}`;

/**
 * Reads a position token.
 * @throws Problem `position.invalid`
 */
export function parsePosition(token: string): Position {
  const [, partition, transactionId, position] = /^([0-7])\.(\d{1,20})\.(\d{1,19})$/.exec(token) ?? [];
  if (partition === undefined || transactionId === undefined || position === undefined) {
    throw problem('position.invalid', 'This is not a position of the log.', { token });
  }
  return { partition: Number(partition), transactionId: BigInt(transactionId), position: BigInt(position) };
}

/**
 * Negative when `a` stands before `b`, 0 when they are the same, positive after. Positions of one stream always
 * compare; those of different partitions have no order, because one day they may live on different servers.
 * @throws Problem `position.incomparable`
 */
export function comparePositions(a: string, b: string): number {
  const [left, right] = [parsePosition(a), parsePosition(b)];
  if (left.partition !== right.partition) {
    throw problem('position.incomparable', 'Positions of different partitions have no order.', { a, b });
  }
  return compare(left.transactionId, right.transactionId) || compare(left.position, right.position);
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));
