import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import latin from '@fontsource-variable/noto-sans/unicode.json' with { type: 'json' };
import simplified from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };
import traditional from '@fontsource-variable/noto-sans-tc/unicode.json' with { type: 'json' };
import { create } from 'fontkit';
import subsetFont from 'subset-font';

/** How heavy letters are. */
export type Weight = 'regular' | 'bold';

const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/**
 * Fonts that come in slices of characters, with the characters of each slice. First that is asked first: Latin, Greek and
 * Cyrillic, then traditional and simplified Chinese.
 */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'noto-sans': latin,
  'noto-sans-tc': traditional,
  'noto-sans-sc': simplified,
};

/** A slice of a font: a file that holds some of its characters. */
export interface FontSlice {
  /** `noto-sans-tc/119` */
  readonly name: string;
  readonly file: string;
  /** The characters that it may hold, as code points, first and last of each range. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** `U+4e00-4e0f,U+4e11` as ranges. */
function rangesOf(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

const slicesOf = (family: string, ranges: Readonly<Record<string, string>>): readonly FontSlice[] =>
  Object.entries(ranges).map(([key, text]) => {
    const name = key.replaceAll(/[[\]]/g, '');
    const file = fileURLToPath(import.meta.resolve(`@fontsource-variable/${family}/files/${family}-${name}-wght-normal.woff2`));
    return { name: `${family}/${name}`, file, ranges: rangesOf(text) };
  });

/** Which slice of which family has a character. */
export class FontIndex {
  /** Of each family the slice that may have a character: slices are cut alike for all fonts, whether a font has it or not. */
  readonly #families: readonly ReadonlyMap<number, FontSlice>[];

  constructor() {
    this.#families = Object.entries(FAMILIES).map(([family, ranges]) => {
      const mayHave = new Map<number, FontSlice>();
      for (const slice of slicesOf(family, ranges)) {
        for (const [first, last] of slice.ranges) for (let code = first; code <= last; code += 1) mayHave.set(code, slice);
      }
      return mayHave;
    });
  }

  /** The slice of the first family that has a character. */
  async sliceWith(codePoint: number): Promise<FontSlice | undefined> {
    for (const mayHave of this.#families) {
      const slice = mayHave.get(codePoint);
      if (slice !== undefined && (await charactersOf(slice)).has(codePoint)) return slice;
    }
    return undefined;
  }
}

const characters = new Map<string, Promise<ReadonlySet<number>>>();

/** The characters that a slice has. */
function charactersOf({ name, file }: FontSlice): Promise<ReadonlySet<number>> {
  const known = characters.get(name);
  if (known !== undefined) return known;
  const read = readFile(file).then((bytes) => {
    const font = create(bytes);
    return new Set('characterSet' in font ? font.characterSet : []);
  });
  read.catch(() => characters.delete(name));
  characters.set(name, read);
  return read;
}

const opened = new Map<string, Promise<Buffer>>();

/**
 * A slice in one weight as a TrueType font, kept for the next document: making one takes some tens of milliseconds. What
 * a document embeds of it are the characters that it uses.
 */
export function fontOf(slice: FontSlice, weight: Weight): Promise<Buffer> {
  const key = `${slice.name}/${weight}`;
  const kept = opened.get(key);
  if (kept !== undefined) return kept;
  const made = readFile(slice.file).then((file) =>
    subsetFont(file, slice.ranges.map(textOf).join(''), { targetFormat: 'truetype', variationAxes: { wght: WEIGHTS[weight] } }),
  );
  made.catch(() => opened.delete(key));
  opened.set(key, made);
  return made;
}

const textOf = ([first, last]: readonly [number, number]): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
