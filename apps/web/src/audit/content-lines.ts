import { inWords, texts } from '../texts/texts.js';
import { valueText } from './value-text.js';

type Fields = Readonly<Record<string, unknown>>;
const said = texts.audit.diff.lines;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
const ownerOf = (owner: unknown): string =>
  isFields(owner) ? inWords(textIn(owner, 'discipline') || textIn(owner, 'account').replace(/^account:/, '')) : '';

const LINES: Readonly<Partial<Record<string, (entry: Fields) => string>>> = {
  alternatives: (entry) => `${textIn(entry, 'option')}: ${textIn(entry, 'because')}`,
  dissent: (entry) =>
    said.dissent(
      [textIn(entry, 'by'), inWords(textIn(entry, 'discipline'))].filter((part) => part !== '').join(', '),
      textIn(entry, 'text'),
    ),
  guidelines: (entry) => `${textIn(entry, 'guideline')}: ${inWords(textIn(entry, 'position'))}`,
  actions: (entry) => said.action(textIn(entry, 'what'), ownerOf(entry['owner']), textIn(entry, 'dueOn')),
  expectations: (entry) => said.expectation(inWords(textIn(entry, 'result')), textIn(entry, 'dueOn')),
};

/** A field of a decision as people read it, one line for each entry of a list. */
export function contentLines(field: string, value: unknown): readonly string[] {
  const line = LINES[field];
  if (line !== undefined && Array.isArray(value)) return value.length === 0 ? ['–'] : value.filter(isFields).map(line);
  if (field === 'preference' && isFields(value)) {
    return [[inWords(textIn(value, 'stand')), textIn(value, 'text')].filter((part) => part !== '').join(': ')];
  }
  if (field === 'override' && isFields(value)) return [`${inWords(textIn(value, 'reason'))}: ${textIn(value, 'comment')}`];
  return [field === 'kind' || field === 'intent' ? inWords(valueText(value)) : valueText(value)];
}
