import { problem } from '@tumor-board/kernel';

type Data = Readonly<Record<string, unknown>>;

/** Lifts data from one schema version to the next; pure. */
export type Upcast = (data: Data) => Data;

/** By event type and by the version that it lifts from: `{ CaseListed: { 1: (data) => ({ ...data, trigger: 'unknown' }) } }`. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcast>>>>;

/** The newest schema version of each event type; 1 where it is not named. */
export type SchemaVersions = Readonly<Record<string, number>>;

/** What a log needs to know of its event types. */
export interface EventShapes {
  readonly upcasters?: Upcasters;
  readonly schemaVersions?: SchemaVersions;
}

/** Lifts recorded data to the newest shape of its type. */
export interface Upcaster {
  readonly newest: (type: string) => number;
  /**
   * @throws Problem `event.shape-unknown` for data of a newer program, or where a step is missing
   */
  readonly lift: (type: string, version: number, data: Data) => Data;
}

/** Makes an {@link Upcaster}. */
export function createUpcaster({ upcasters = {}, schemaVersions = {} }: EventShapes): Upcaster {
  const newest = (type: string): number => (Object.hasOwn(schemaVersions, type) ? schemaVersions[type] : undefined) ?? 1;
  return {
    newest,
    lift(type, version, data) {
      const target = newest(type);
      if (version > target) {
        throw problem('event.shape-unknown', `${type} version ${version} was written by a newer program; this one knows up to ${target}.`, {
          type,
          version,
        });
      }
      let lifted = data;
      for (let from = version; from < target; from++) {
        const step = Object.hasOwn(upcasters, type) ? upcasters[type]?.[from] : undefined;
        if (!step)
          throw problem('event.shape-unknown', `Nothing lifts ${type} from version ${from} to ${from + 1}.`, { type, version: from });
        lifted = step(lifted);
      }
      return lifted;
    },
  };
}

/** One line of a golden file: data as they were once written, never edited afterwards. */
export interface GoldenShape {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Data;
}

/** Reads a golden file: one {@link GoldenShape} a line, as JSON. */
export const readGolden = (text: string): GoldenShape[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldenShape);

/**
 * Replays every shape that was ever written. `accept` gets each lifted event and throws when today's program cannot
 * use it. Answers what is wrong, one sentence each: a shape that cannot be lifted or is refused, and each version of
 * each type in `schemaVersions` that the golden file has no example of. Empty when all is well.
 */
export function replayGolden(golden: readonly GoldenShape[], shapes: EventShapes, accept: (type: string, data: Data) => void): string[] {
  const upcaster = createUpcaster(shapes);
  const wrong: string[] = [];
  for (const [index, { type, schemaVersion, data }] of golden.entries()) {
    try {
      accept(type, upcaster.lift(type, schemaVersion, data));
    } catch (error) {
      wrong.push(`line ${index + 1}, ${type} version ${schemaVersion}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const [type, newest] of Object.entries(shapes.schemaVersions ?? {})) {
    for (let version = 1; version <= newest; version++) {
      if (!golden.some((shape) => shape.type === type && shape.schemaVersion === version))
        wrong.push(`no example of ${type} version ${version}`);
    }
  }
  return wrong;
}
