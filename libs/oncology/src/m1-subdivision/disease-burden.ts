/**
 * One possible state of the metastases, packed into 12 bits so that many can be compared cheaply:
 * lesions (0 to 7, 7 standing for seven or more), lesions of the liver (0, 1, 2 or more), bone, lung and distant nodes
 * involved or not, other sites by name (0, 1, 2 or more) and without a name (0, 1, 2 or more).
 * No published rule asks for more: the largest count in any of them is "six or more".
 */
export type DiseaseBurden = number;

/** Where lesions are added: an organ, a site of another organ that is new, known to be involved, or not named. */
export type Place = 'liver' | 'lung' | 'bone' | 'distant-node' | 'named-site' | 'involved-site' | 'unnamed-site' | 'any-sites';

/** Seven lesions or more. */
export const MANY = 7;
export const NO_DISEASE: DiseaseBurden = 0;

const LIVER_SHIFT = 3;
const BONE = 1 << 5;
const LUNG = 1 << 6;
const NODE = 1 << 7;
const NAMED_SHIFT = 8;
const UNNAMED_SHIFT = 10;
const PAIR = 3;

export const lesionsOf = (burden: DiseaseBurden): number => burden & MANY;
/** 2 stands for two or more. */
export const liverLesionsOf = (burden: DiseaseBurden): number => (burden >> LIVER_SHIFT) & PAIR;
export const hasBone = (burden: DiseaseBurden): boolean => (burden & BONE) !== 0;
export const hasDistantNode = (burden: DiseaseBurden): boolean => (burden & NODE) !== 0;
/** True when a lesion stands at a site without a name, which may or may not be a site counted already. */
export const hasUnnamedSite = (burden: DiseaseBurden): boolean => burden >> UNNAMED_SHIFT !== 0;
export const isBoneOnly = (burden: DiseaseBurden): boolean =>
  hasBone(burden) && burden >> (LIVER_SHIFT + 3) === 0 && liverLesionsOf(burden) === 0;

const raise = (burden: DiseaseBurden, shift: number, by: number): DiseaseBurden => {
  const now = (burden >> shift) & PAIR;
  return (burden & ~(PAIR << shift)) | (Math.min(2, now + by) << shift);
};

/** The burden with so many more lesions at a place. */
export function withLesions(burden: DiseaseBurden, place: Place, count: number): DiseaseBurden {
  if (count === 0) return burden;
  const more = (burden & ~MANY) | Math.min(MANY, (burden & MANY) + count);
  switch (place) {
    case 'liver':
      return raise(more, LIVER_SHIFT, count);
    case 'lung':
      return more | LUNG;
    case 'bone':
      return more | BONE;
    case 'distant-node':
      return more | NODE;
    case 'named-site':
      return raise(more, NAMED_SHIFT, 1);
    case 'involved-site':
      return more;
    case 'unnamed-site':
      return raise(more, UNNAMED_SHIFT, 1);
    case 'any-sites':
      return raise(more, UNNAMED_SHIFT, count);
  }
}

/**
 * Organs and other sites involved, bone being one. Distant nodes count when `nodesCount`, and always when nothing else is
 * involved. Sites without a name are taken as distinct from the others, or as few as possible.
 */
export function organsOf(burden: DiseaseBurden, nodesCount: boolean, sitesAreDistinct: boolean): number {
  const named = (burden >> NAMED_SHIFT) & PAIR;
  const unnamed = burden >> UNNAMED_SHIFT;
  const sites = sitesAreDistinct ? named + unnamed : Math.max(named, unnamed === 0 ? 0 : 1);
  const beside = sites + (liverLesionsOf(burden) > 0 ? 1 : 0) + (hasBone(burden) ? 1 : 0) + ((burden & LUNG) !== 0 ? 1 : 0);
  return hasDistantNode(burden) && (nodesCount || beside === 0) ? beside + 1 : beside;
}

/** What a rule reads of the burden; everything else is the same to it. */
export interface BurdenRead {
  /** The number at and above which counts are all the same to the rule, at most 7. */
  readonly lesionsUpTo: number;
  /** 0: the liver does not matter; 1: involved or not; 2: one lesion or several. */
  readonly liver: 0 | 1 | 2;
  readonly bone?: boolean;
  /** The number of organs, or which organs beside bone. */
  readonly organs?: boolean;
}

/** The part of a burden that a rule reads. */
export function readBurden(burden: DiseaseBurden, read: BurdenRead): DiseaseBurden {
  const liver = Math.min(liverLesionsOf(burden), read.organs === true ? Math.max(1, read.liver) : read.liver);
  const kept = read.organs === true ? burden & ~(MANY | (PAIR << LIVER_SHIFT)) : read.bone === true ? burden & BONE : 0;
  return kept | (liver << LIVER_SHIFT) | Math.min(lesionsOf(burden), read.lesionsUpTo);
}

/** A number of lesions at a place that the record leaves open. */
export interface OpenCount {
  readonly place: Place;
  /** The numbers that are possible, 7 standing for seven or more. */
  readonly counts: readonly number[];
  /** What would settle it. */
  readonly missing: string;
}

/** Every burden that the open counts allow, on top of what is certain; each once. `except` leaves one count out. */
export function possibleBurdens(certain: DiseaseBurden, open: readonly OpenCount[], except = -1): readonly DiseaseBurden[] {
  let burdens: readonly DiseaseBurden[] = [certain];
  open.forEach((source, index) => {
    if (index === except) return;
    burdens = distinct(burdens.flatMap((burden) => source.counts.map((count) => withLesions(burden, source.place, count))));
  });
  return burdens;
}

const remembered = new WeakMap<readonly DiseaseBurden[], Map<BurdenRead, readonly DiseaseBurden[]>>();
/** Longer lists are read once for each rule: those of every case without a chart are the same two. */
const WORTH_REMEMBERING = 64;

/** The burdens as a rule reads them, each once. */
export function readBurdens(burdens: readonly DiseaseBurden[], read: BurdenRead): readonly DiseaseBurden[] {
  if (burdens.length < WORTH_REMEMBERING) return distinct(burdens.map((burden) => readBurden(burden, read)));
  const known = remembered.get(burdens) ?? new Map<BurdenRead, readonly DiseaseBurden[]>();
  remembered.set(burdens, known);
  const before = known.get(read);
  if (before !== undefined) return before;
  const now = distinct(burdens.map((burden) => readBurden(burden, read)));
  known.set(read, now);
  return now;
}

const distinct = (burdens: readonly DiseaseBurden[]): readonly DiseaseBurden[] => (burdens.length === 1 ? burdens : [...new Set(burdens)]);
