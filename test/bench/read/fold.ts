/** What the read benchmark folds a stream into. */
export interface Folded {
  readonly events: number;
  readonly largest: number;
}

export const initialState = (): Folded => ({ events: 0, largest: 0 });

interface Scan {
  readonly targets: readonly { readonly mm?: number }[];
}

/** Counts the events and finds the largest lesion. */
export function evolve(state: Folded, event: { readonly data: object }): Folded {
  let { largest } = state;
  for (const { mm = 0 } of (event.data as Scan).targets) if (mm > largest) largest = mm;
  return { events: state.events + 1, largest };
}
