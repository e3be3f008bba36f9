import { type FontIndex, type FontSlice, fontOf, type Weight } from './font-slices.js';

/** Stands for a character that no font here has. */
export const UNKNOWN = '\uFFFD';

/** A stretch of text in one font. */
export interface Run {
  /** The name of the font in the document: slice and weight. */
  readonly font: string;
  readonly text: string;
}

/** A stretch of text whose slice is known. */
interface Stretch {
  readonly slice: FontSlice;
  text: string;
}

/** What stands in a text without being seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\uFE00-\uFE0F]/u;

/** Tells texts apart by font, and knows which fonts a document needs. Characters are looked up before texts are. */
export class TextFonts {
  readonly #slices: ReadonlyMap<number, FontSlice>;
  readonly #used = new Map<string, { readonly slice: FontSlice; readonly weight: Weight }>();
  /** True once a character was replaced. */
  hasUnknown = false;

  private constructor(slices: ReadonlyMap<number, FontSlice>) {
    this.#slices = slices;
  }

  /** For texts of these characters. */
  static async of(index: FontIndex, texts: Iterable<string>): Promise<TextFonts> {
    const codePoints = new Set([codeOf(UNKNOWN)]);
    for (const text of texts) for (const character of shownOf(text)) codePoints.add(codeOf(character));
    const slices = new Map<number, FontSlice>();
    for (const codePoint of codePoints) {
      const slice = await index.sliceWith(codePoint);
      if (slice !== undefined) slices.set(codePoint, slice);
    }
    return new TextFonts(slices);
  }

  /** The runs of a text without line breaks. */
  runs(text: string, weight: Weight): readonly Run[] {
    return this.#stretches(text).map(({ slice, text: part }) => {
      const font = `${slice.name}/${weight}`;
      this.#used.set(font, { slice, weight });
      return { font, text: part };
    });
  }

  /** The fonts that the texts so far need, by name. */
  async fonts(): Promise<ReadonlyMap<string, Buffer>> {
    const fonts = new Map<string, Buffer>();
    for (const [name, { slice, weight }] of this.#used) fonts.set(name, await fontOf(slice, weight));
    return fonts;
  }

  #stretches(text: string): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (const character of shownOf(text)) {
      const last = stretches.at(-1);
      const found = this.#sliceOf(character);
      if (found === undefined) this.hasUnknown = true;
      const slice = found ?? this.#sliceOf(UNKNOWN);
      if (slice === undefined) continue;
      const shown = found === undefined ? UNKNOWN : character;
      if (last !== undefined && last.slice === slice) last.text += shown;
      else stretches.push({ slice, text: shown });
    }
    return stretches;
  }

  #sliceOf(character: string): FontSlice | undefined {
    return this.#slices.get(codeOf(character));
  }
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

/** The characters of a text that are seen. */
const shownOf = (text: string): readonly string[] => Array.from(text.normalize('NFC')).filter((character) => !INVISIBLE.test(character));
