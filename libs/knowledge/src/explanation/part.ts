import { problem } from '@tumor-board/kernel';
import { M1_SYSTEMS, type M1System, TNM_EDITIONS, type TnmEdition } from '@tumor-board/oncology';
import type { KnowledgeRelease } from '../release.js';

/** A finding or step of an assessment, by the name that its headline gives it. */
export type Part =
  | `stage.${TnmEdition}.${'group' | 'm'}`
  | `m1.${M1System}`
  | 'oligometastatic'
  | `ebvDna.${'category' | 'clearance'}`
  | `response.${'latest' | 'best' | 'gate'}`
  | 'nextStep'
  | `nextStep.${'regimen' | 'blocked'}`;

/** Every part that can be explained, in the order of an assessment. */
export const PARTS: readonly Part[] = [
  ...TNM_EDITIONS.flatMap((edition) => [`stage.${edition}.group`, `stage.${edition}.m`] as const),
  ...M1_SYSTEMS.map((system) => `m1.${system}` as const),
  'oligometastatic',
  'ebvDna.category',
  'ebvDna.clearance',
  'response.latest',
  'response.best',
  'response.gate',
  'nextStep',
  'nextStep.regimen',
  'nextStep.blocked',
];

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

/**
 * The part of a name. `stage` is the group in the edition that the release reads first, `ebvDna` its category and
 * `response` the latest scan.
 * @throws Problem `knowledge.unknown-part`, with the known ones
 */
export function partNamed(name: string, release: Pick<KnowledgeRelease, 'defaultEdition'>): Part {
  if (isPart(name)) return name;
  if (name === 'stage') return `stage.${release.defaultEdition}.group`;
  if (name === 'ebvDna') return 'ebvDna.category';
  if (name === 'response') return 'response.latest';
  const known = ['stage', 'ebvDna', 'response', ...PARTS];
  throw problem('knowledge.unknown-part', `An assessment has no part "${name}"; known are ${known.join(', ')}.`, { part: name, known });
}

/** What a part names: which finding, in which edition or system. */
export type PartName =
  | { readonly of: 'stage'; readonly edition: TnmEdition; readonly what: 'group' | 'm' }
  | { readonly of: 'm1'; readonly system: M1System }
  | { readonly of: Exclude<Part, `stage.${string}` | `m1.${string}`> };

const NAMES: ReadonlyMap<Part, PartName> = new Map([
  ...TNM_EDITIONS.flatMap((edition) =>
    (['group', 'm'] as const).map((what): [Part, PartName] => [`stage.${edition}.${what}`, { of: 'stage', edition, what }]),
  ),
  ...M1_SYSTEMS.map((system): [Part, PartName] => [`m1.${system}`, { of: 'm1', system }]),
  ...PARTS.filter((part) => !part.startsWith('stage.') && !part.startsWith('m1.')).map((part): [Part, PartName] => [
    part,
    { of: part as Exclude<Part, `stage.${string}` | `m1.${string}`> },
  ]),
]);

/** Takes the name of a part to pieces. */
export const nameOf = (part: Part): PartName => NAMES.get(part) as PartName;
