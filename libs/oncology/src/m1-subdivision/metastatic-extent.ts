import type { FactOf } from '../facts/clinical-fact.js';
import type { Lesion } from '../facts/lesion.js';
import type { Timeline } from '../facts/timeline.js';
import { TNM_EDITIONS } from '../staging/tnm-edition.js';
import { lastBeforeTreatment } from '../treatment/baseline.js';
import type { TreatmentCourse } from '../treatment/treatment-course.js';
import {
  type DiseaseBurden,
  lesionsOf,
  MANY,
  NO_DISEASE,
  type OpenCount,
  type Place,
  possibleBurdens,
  withLesions,
} from './disease-burden.js';

type Chart = FactOf<'MetastasesCharted'>;
type Staging = FactOf<'StagingRecorded'>;

type StagingByEdition = Readonly<Record<Staging['edition'], Staging | undefined>>;

/** What is known of the distant metastases before any treatment. Later scans never change it. */
export interface MetastaticExtent {
  /** The last chart before the first treatment. */
  readonly chart: Chart | undefined;
  /** The staging record that goes with it: the last before the first treatment, else the first of all. */
  readonly staging: Staging | undefined;
  /** The record to read in each edition: its own of the same day, else that one. */
  readonly stagingIn: StagingByEdition;
  /** The lesions that are there in any case. */
  readonly certain: DiseaseBurden;
  /** Lesions there in any case that are not in distant nodes. */
  readonly certainBesideNodes: number;
  /** What the chart leaves open; empty without a chart, where nothing is known. */
  readonly open: readonly OpenCount[];
  /** Every burden that the record allows. */
  readonly burdens: readonly DiseaseBurden[];
  readonly hasProbableLesions: boolean;
  /** Ids of the facts read. */
  readonly facts: readonly string[];
  /** In words: `3 distant lesions: bone 3`. */
  readonly text: string;
}

const FROM_NONE_TO_MANY: readonly number[] = Array.from({ length: MANY + 1 }, (_, count) => count);
const atLeast = (count: number): readonly number[] => FROM_NONE_TO_MANY.slice(Math.min(count, MANY));

export const CHART_MISSING = 'chart of the metastases';

const ANY_BURDEN = possibleBurdens(
  NO_DISEASE,
  (['liver', 'lung', 'bone', 'distant-node', 'any-sites'] as const).map((place) => ({ place, counts: FROM_NONE_TO_MANY, missing: '' })),
);
const ANY_DISEASE = ANY_BURDEN.filter((burden) => lesionsOf(burden) > 0);
const NO_BURDEN: readonly DiseaseBurden[] = [NO_DISEASE];

/** The extent last read of a chart: treatment does not change it, and neither do the facts that come in later. */
const extents = new WeakMap<Chart, MetastaticExtent>();

/** Reads the extent of the metastases at diagnosis: what is certain, and what an incomplete chart leaves possible. */
export function metastaticExtent(timeline: Timeline, course: TreatmentCourse): MetastaticExtent {
  const staging = lastBeforeTreatment(timeline, course, 'StagingRecorded') ?? timeline.of('StagingRecorded')[0];
  const chart = lastBeforeTreatment(timeline, course, 'MetastasesCharted');
  const record = { staging, stagingIn: { 'TNM-8': recordIn('TNM-8', timeline, staging), 'TNM-9': recordIn('TNM-9', timeline, staging) } };
  if (chart === undefined) return unchartedExtent(record);
  const known = extents.get(chart);
  const isSame = known?.staging === staging && TNM_EDITIONS.every((edition) => known?.stagingIn[edition] === record.stagingIn[edition]);
  if (known !== undefined && isSame) return known;
  const extent = chartedExtent(chart, record);
  extents.set(chart, extent);
  return extent;
}

interface StagingRecord {
  readonly staging: Staging | undefined;
  readonly stagingIn: StagingByEdition;
}

const recordIn = (edition: Staging['edition'], timeline: Timeline, staging: Staging | undefined): Staging | undefined =>
  timeline.of('StagingRecorded').findLast((record) => record.edition === edition && record.on === staging?.on) ?? staging;

function unchartedExtent(record: StagingRecord): MetastaticExtent {
  const { staging } = record;
  return {
    chart: undefined,
    ...record,
    certain: NO_DISEASE,
    certainBesideNodes: 0,
    open: [],
    burdens: staging === undefined ? ANY_BURDEN : staging.m === 'M0' ? NO_BURDEN : ANY_DISEASE,
    hasProbableLesions: false,
    facts: staging === undefined ? [] : [staging.id],
    text: `metastases not charted before treatment${staging === undefined ? '' : `, ${staging.m} recorded`}`,
  };
}

function chartedExtent(chart: Chart, record: StagingRecord): MetastaticExtent {
  const open: OpenCount[] = [];
  let certain = NO_DISEASE;
  let certainBesideNodes = 0;
  let hasProbableLesions = false;
  const involvedSites = new Set<string>();

  for (const lesion of chart.lesions) {
    if (lesion.certainty === 'equivocal') continue;
    if (lesion.certainty === 'probable') hasProbableLesions = true;
    if (lesion.organ !== 'distant-node') certainBesideNodes += lesion.count;
    const site = siteKey(lesion);
    const place = placeOf(lesion, site !== undefined && involvedSites.has(site));
    if (site !== undefined) involvedSites.add(site);
    certain = withLesions(certain, place, lesion.count);
    if (!lesion.countIsExact) {
      const organ = place === 'named-site' || place === 'unnamed-site' ? 'involved-site' : place;
      open.push({ place: organ, counts: FROM_NONE_TO_MANY, missing: `exact number of lesions: ${lesion.id} (${where(lesion)})` });
    }
  }

  const equivocalSites = new Map<string, Lesion[]>();
  for (const lesion of chart.lesions) {
    if (lesion.certainty !== 'equivocal') continue;
    const site = siteKey(lesion);
    if (site === undefined || involvedSites.has(site)) open.push(equivocal([lesion], placeOf(lesion, site !== undefined)));
    else equivocalSites.set(site, [...(equivocalSites.get(site) ?? []), lesion]);
  }
  // A site that rests on several equivocal groups is one site whichever of them is real.
  for (const lesions of equivocalSites.values()) open.push(equivocal(lesions, 'named-site'));

  const { liver, lung, bone, distantNode, other } = chart.organsImaged;
  if (!liver) open.push(notImaged('liver', 'the liver'));
  if (!lung) open.push(notImaged('lung', 'the lungs'));
  if (!bone) open.push(notImaged('bone', 'the bones'));
  if (!distantNode) open.push(notImaged('distant-node', 'the distant lymph nodes'));
  if (other === false) open.push(notImaged('any-sites', 'other sites'));

  return {
    chart,
    ...record,
    certain,
    certainBesideNodes,
    open,
    burdens: possibleBurdens(certain, open),
    hasProbableLesions,
    facts: [chart.id],
    text: inWords(chart),
  };
}

const notImaged = (place: Place, organ: string): OpenCount => ({ place, counts: FROM_NONE_TO_MANY, missing: `imaging of ${organ}` });

/** An equivocal group counts nothing or its number, never something in between. */
function equivocal(lesions: readonly Lesion[], place: Place): OpenCount {
  let counts: readonly number[] = [0];
  for (const lesion of lesions) {
    const real = lesion.countIsExact ? [Math.min(lesion.count, MANY)] : atLeast(lesion.count);
    counts = [...new Set(counts.flatMap((count) => [count, ...real.map((more) => Math.min(MANY, count + more))]))];
  }
  return {
    place,
    counts,
    missing: `nature of the equivocal lesion ${lesions.map((lesion) => `${lesion.id} (${where(lesion)})`).join(', ')}`,
  };
}

const siteKey = (lesion: Lesion): string | undefined => (lesion.organ === 'other' ? lesion.site?.trim().toLowerCase() : undefined);

function placeOf(lesion: Lesion, siteIsInvolved: boolean): Place {
  if (lesion.organ !== 'other') return lesion.organ;
  if (siteIsInvolved) return 'involved-site';
  return lesion.site === undefined ? 'unnamed-site' : 'named-site';
}

const where = (lesion: Lesion): string => (lesion.organ === 'other' ? (lesion.site ?? 'other site') : lesion.organ);

function inWords(chart: Chart): string {
  if (chart.lesions.length === 0) return 'no distant lesion charted';
  const groups = chart.lesions.map((lesion) => {
    const certainty = lesion.certainty === 'definite' ? '' : ` ${lesion.certainty}`;
    return `${where(lesion)} ${lesion.countIsExact ? '' : 'at least '}${lesion.count}${certainty}`;
  });
  const { liver, lung, bone, distantNode, other } = chart.organsImaged;
  const unseen = [
    liver || 'liver',
    lung || 'lung',
    bone || 'bone',
    distantNode || 'distant nodes',
    other !== false || 'other sites',
  ].filter((organ) => organ !== true);
  return `distant lesions: ${groups.join(', ')}${unseen.length === 0 ? '' : `; not imaged: ${unseen.join(', ')}`}`;
}
