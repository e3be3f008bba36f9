import type { Timeline } from '@tumor-board/oncology';

/** What the patient declines, with the facts that say so; undefined when not declined. */
export interface Declined {
  readonly systemic: readonly string[] | undefined;
  readonly antiPd1: readonly string[] | undefined;
  readonly cisplatin: readonly string[] | undefined;
  readonly carboplatin: readonly string[] | undefined;
  readonly gemcitabine: readonly string[] | undefined;
  readonly capecitabine: readonly string[] | undefined;
  readonly radiotherapy: readonly string[] | undefined;
  readonly ablation: readonly string[] | undefined;
  readonly maintenance: readonly string[] | undefined;
  readonly everything: readonly string[] | undefined;
}

const MEANINGS: readonly (readonly [keyof Declined, RegExp])[] = [
  ['everything', /^(all|any|every|all treatment|any treatment|treatment|everything|anti-?cancer treatment|active treatment)$/i],
  ['systemic', /chemo|systemic/i],
  ['antiPd1', /immuno|pd-?l?-?1|checkpoint/i],
  ['cisplatin', /cisplatin|platinum/i],
  ['carboplatin', /carboplatin|platinum/i],
  ['gemcitabine', /gemcitabin/i],
  ['capecitabine', /capecitabin|fluoropyrimidin/i],
  ['radiotherapy', /radio ?therapy|irradiation|\blrrt\b|\brt\b|chemoradi/i],
  ['ablation', /ablat|\brfa\b|\bmwa\b|surgery|resection|\bsbrt\b|local (treatment|therapy)/i],
  ['maintenance', /maintenance/i],
];

/** Reads what the patient declines off the latest preference; an item that no meaning fits blocks nothing and stays visible in the record. */
export function declinedBy(timeline: Timeline): Declined {
  const latest = timeline.latest('PatientPreferenceRecorded');
  const declined: Record<keyof Declined, string[] | undefined> = {
    systemic: undefined,
    antiPd1: undefined,
    cisplatin: undefined,
    carboplatin: undefined,
    gemcitabine: undefined,
    capecitabine: undefined,
    radiotherapy: undefined,
    ablation: undefined,
    maintenance: undefined,
    everything: undefined,
  };
  if (latest === undefined) return declined;
  for (const item of latest.declines) {
    for (const [option, pattern] of MEANINGS) {
      // "concurrent chemotherapy" declines the concurrent part of radiotherapy, not systemic therapy as such.
      if (option === 'systemic' && /concurrent|maintenance|chemoradi/i.test(item)) continue;
      if (pattern.test(item.trim())) declined[option] = [latest.id];
    }
  }
  if (declined.everything !== undefined) {
    for (const option of Object.keys(declined) as (keyof Declined)[]) declined[option] = declined.everything;
  }
  return declined;
}
