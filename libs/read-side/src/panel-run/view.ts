import { z } from 'zod';

const count = z.int().min(0);

/** What is counted of the panel's runs, by knowledge release and by discipline. Nothing is judged by it: it says where to look. */
export const panelCountersView = z.strictObject({
  releases: z.array(
    z.strictObject({
      release: z.string(),
      runs: count,
      concluded: count,
      running: count,
      /** Runs that did not come to an end because the case had become another one. */
      overtaken: count,
      claims: count,
      admitted: count,
      /** Options on which the disciplines parted. */
      dissent: count,
      /**
       * How the decisions of the board stood to the synthesis: `agreed`, `on-dissent`, `against`, `against-veto`,
       * `before-data`, `not-argued`, `no-option`.
       */
      agreement: z.record(z.string(), count),
    }),
  ),
  disciplines: z.array(
    z.strictObject({
      release: z.string(),
      discipline: z.string(),
      /** Runs in which it spoke or was absent. */
      runs: count,
      absent: count,
      claims: count,
      /** Struck claims by reason; one that was struck for two reasons counts under both. */
      struck: z.record(z.string(), count),
      /** Claims that stood word for word in the run before. */
      repeats: count,
      /** Options of which it held something else than in the run before. */
      changedMind: count,
    }),
  ),
});
export type PanelCountersView = z.infer<typeof panelCountersView>;
