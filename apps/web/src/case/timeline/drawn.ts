/** A drawn value, with what is said of it and the fact to open. */
export interface Drawn {
  readonly value: readonly (number | string | null)[];
  readonly text?: string;
  readonly fact?: string;
  readonly [style: string]: unknown;
}

const SYMBOLS = ['circle', 'rect', 'diamond', 'roundRect', 'triangle'] as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** The one of a few that an index gets, over and over. */
export const of = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0];

export const symbolOf = (index: number): string => of(SYMBOLS, index);
export const dashOf = (index: number): (typeof DASHES)[number] => of(DASHES, index);
