import { median } from './statistics.ts';

/**
 * Lets the contenders take turns: in each round every one runs once, and each round begins with another. A disk and a
 * processor that change their speed within seconds then do so to all of them, so that ratios within a round hold where
 * absolute numbers do not. Answers what each reached in each round.
 */
export async function pairedRounds<Name extends string, Result>(
  rounds: number,
  contenders: ReadonlyMap<Name, () => Promise<Result>>,
): Promise<ReadonlyMap<Name, readonly Result[]>> {
  const order = [...contenders];
  const results = new Map<Name, Result[]>(order.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % order.length;
    for (const [name, run] of [...order.slice(first), ...order.slice(0, first)]) results.get(name)?.push(await run());
  }
  return results;
}

/** A ratio over rounds. */
export interface Ratio {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The ratio of two contenders round by round; undefined when one of them did not run. */
export function ratioOf(ours: readonly number[] | undefined, theirs: readonly number[] | undefined): Ratio | undefined {
  if (ours === undefined || theirs === undefined || ours.length === 0 || ours.length !== theirs.length) return undefined;
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

/** `4.46 (4.30–11.8)` */
export const ratioText = (ratio: Ratio | undefined): string =>
  ratio === undefined ? '–' : `${ratio.median.toPrecision(3)} (${ratio.lowest.toPrecision(3)}–${ratio.highest.toPrecision(3)})`;
