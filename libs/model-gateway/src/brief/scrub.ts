import { daysBetween, type IsoDate, isCalendarDate } from '@tumor-board/kernel';
import type { PanelInput } from '@tumor-board/specialists';
import { mayLeave } from './known-names.js';

/** What stands in the place of words that do not leave. */
export const LEFT_OUT = '[left out]';

/** Fields that hold ids of facts and lesions: never sent. */
const IDS = new Set(['id', 'corrects', 'retracts']);
const ISO_DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Takes everything out of a case that is somebody's own words, a date, or an id. */
export interface Scrubber {
  readonly text: (text: string) => string;
  /** `day 0` is that of the first treatment, or of the first fact when there is none. */
  readonly day: (date: IsoDate) => string;
  /** A fact as data: coded values, numbers and days; nothing else. */
  readonly fact: (fact: object) => Readonly<Record<string, unknown>>;
  /** The value with each of its texts scrubbed. */
  readonly all: <Value>(value: Value) => Value;
}

/** The scrubber of a case: it knows every word that was written into the record by hand. */
export function scrubberOf({ record, timeline, course, assessment }: PanelInput): Scrubber {
  const first = course.first?.on ?? timeline.facts[0]?.on ?? assessment.asOf;
  const day = (date: IsoDate): string => `day ${daysBetween(first, date)}`;
  const { facts, patient: _patient, ...head } = record;
  const written = new Set([...ownWords(head), ...[...facts, ...timeline.facts].flatMap(wordsOfFact)]);
  const pattern = anyOf([...written]);
  const text = (value: string): string => {
    const scrubbed = pattern === undefined ? value : value.replace(pattern, LEFT_OUT);
    return scrubbed.replace(ISO_DATE, (date) => (isCalendarDate(date) ? day(date) : LEFT_OUT));
  };
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(all);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, all(one)]));
  };
  return { text, day, fact: (fact) => coded(fact, day), all: all as Scrubber['all'] };
}

/** What was written by hand into a fact. Its own id is in no text of ours, and may be a word that is. */
const wordsOfFact = ({ id: _id, ...fact }: { readonly id: string }): string[] => ownWords(fact);

/** Every text in a value that is not coded, a known name, a date, or a single letter, which is also a word of ours. */
function ownWords(value: unknown): string[] {
  if (typeof value === 'string') {
    const words = value.trim();
    return mayLeave(words) || isCalendarDate(words) || /^[\x20-\x7e]?$/.test(words) ? [] : [words];
  }
  if (Array.isArray(value)) return value.flatMap(ownWords);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ownWords) : [];
}

/** The texts in whatever case, the longest first; those of Latin letters as whole words, because others have no spaces between them. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined;
  const alternatives = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => {
      const literal = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return /^[\p{Script=Latin}\P{L}]+$/u.test(text) ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
    });
  return new RegExp(alternatives.join('|'), 'giu');
}

/** The coded part of a value. */
function coded(value: object, day: Scrubber['day']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      if (IDS.has(key)) return [];
      const kept = codedValue(one, day);
      return kept === undefined ? [] : [[key === 'on' ? 'day' : key, kept]];
    }),
  );
}

function codedValue(value: unknown, day: Scrubber['day']): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return isCalendarDate(value) ? day(value) : mayLeave(value) ? value : undefined;
  if (Array.isArray(value)) return value.map((one) => codedValue(one, day)).filter((one) => one !== undefined);
  return typeof value === 'object' && value !== null ? coded(value, day) : undefined;
}
