import { problem } from '@tumor-board/kernel';
import { type Position, partitionCount } from './position.js';

/** A place within a partition. */
type Place = Pick<Position, 'transactionId' | 'position'>;

const tokenForm = /^[0-9a-z]{1,13}(?:\.[0-9a-z]{1,13})?(?:_[0-9a-z]{1,13}(?:\.[0-9a-z]{1,13})?){7}$/;
const digits = 36;

/** Whether a text can be a cursor of a log. */
export const isLogCursor = (text: string): boolean => tokenForm.test(text);

const isBefore = (a: Place, b: Place): boolean =>
  a.transactionId < b.transactionId || (a.transactionId === b.transactionId && a.position < b.position);

/** How far a reader has come in each partition: everything up to there has been taken. Moves only forwards. */
export class Places {
  readonly #places: Place[];

  private constructor(places: readonly Place[]) {
    this.#places = [...places];
  }

  /** Before everything of the transactions from this one on. */
  static atTransaction(transactionId: string): Places {
    return new Places(Array.from({ length: partitionCount }, () => ({ transactionId: BigInt(transactionId), position: 0n })));
  }

  /**
   * Reads a cursor.
   * @throws Problem `cursor.invalid`
   */
  static ofCursor(cursor: string): Places {
    if (!isLogCursor(cursor)) throw problem('cursor.invalid', 'This is not a cursor of the log.', { cursor });
    return new Places(
      cursor.split('_').map((place) => {
        const [transactionId = '', position = ''] = place.split('.');
        return { transactionId: wholeNumber(transactionId), position: wholeNumber(position) };
      }),
    );
  }

  copy(): Places {
    return new Places(this.#places);
  }

  /** The cursor: an opaque token of which only the same log makes sense. */
  get cursor(): string {
    return this.#places
      .map(({ transactionId, position }) => {
        const transaction = transactionId.toString(digits);
        return position === 0n ? transaction : `${transaction}.${position.toString(digits)}`;
      })
      .join('_');
  }

  /** As the server takes them: an array of transactions and one of positions, by partition. */
  get columns(): { readonly transactionIds: string[]; readonly positions: string[] } {
    return {
      transactionIds: this.#places.map(({ transactionId }) => transactionId.toString()),
      positions: this.#places.map(({ position }) => position.toString()),
    };
  }

  /** Whether what stands there has been taken. */
  hasTaken(at: Position): boolean {
    const place = this.#places[at.partition];
    return place !== undefined && !isBefore(place, at);
  }

  take(at: Position): void {
    if (!this.hasTaken(at)) this.#places[at.partition] = { transactionId: at.transactionId, position: at.position };
  }

  /** Whether there is a partition in which these are behind the others. */
  isBehind(others: Places): boolean {
    return this.#places.some((place, partition) => isBefore(place, others.#places[partition] ?? place));
  }

  /** Whether they stand in or behind a transaction that is newer than this one. */
  isBeyond(transactionId: string): boolean {
    return this.#places.some((place) => place.transactionId > BigInt(transactionId));
  }
}

/** All partitions, for a query that names each place's own. */
export const allPartitions: readonly number[] = Array.from({ length: partitionCount }, (_, partition) => partition);

const largest = 2n ** 63n - 1n;

/** A number written with the digits and letters, no larger than the server takes. */
function wholeNumber(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * BigInt(digits) + BigInt(Number.parseInt(digit, digits));
  return value > largest ? largest : value;
}
