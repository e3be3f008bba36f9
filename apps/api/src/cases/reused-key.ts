import { canonicalJson, type EventBody, type Problem, problem } from '@tumor-board/kernel';

/** What a request said, as the event of its command must hold it. */
export interface Said {
  readonly type: string;
  /** Fields that are not named may hold anything. */
  readonly data: Readonly<Record<string, unknown>>;
  /** In whose name and in what sense it was signed, where it was. */
  readonly signature?: { readonly account: string; readonly meaning: string };
}

/** Whether an event says what a request said. */
export function isSaid(event: EventBody, { type, data, signature }: Said): boolean {
  if (event.type !== type) return false;
  const held = event.data as Readonly<Record<string, unknown>>;
  const isSame = (one: unknown, other: unknown): boolean => canonicalJson({ of: one }) === canonicalJson({ of: other });
  if (!Object.entries(data).every(([field, value]) => isSame(held[field], value))) return false;
  if (signature === undefined) return true;
  const { account, meaning } = held['signature'] as Readonly<Record<string, unknown>>;
  return account === signature.account && meaning === signature.meaning;
}

/** Why a request is refused whose key stands for another one. */
export const keyReused = (key: string): Problem =>
  problem('idempotency.key-reused', 'This Idempotency-Key was used for something else. Nothing was recorded now.', { key });

/**
 * Tells a request that is repeated from another that comes with the same key.
 * @param key the `Idempotency-Key` of the request; without one nothing can be repeated
 * @throws Problem `idempotency.key-reused` when none of what the key recorded is what was said
 */
export function refuseReusedKey<Event extends EventBody>(
  key: string | undefined,
  { duplicate, recorded }: { readonly duplicate: boolean; readonly recorded: readonly Event[] },
  isWhatWasSaid: (event: Event) => boolean,
): void {
  if (key !== undefined && duplicate && recorded.length > 0 && !recorded.some(isWhatWasSaid)) throw keyReused(key);
}
