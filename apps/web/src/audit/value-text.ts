import { inWords } from '../texts/texts.js';

/** `dueOn` and `due-on` as people read them. */
export const fieldWords = (field: string): string =>
  inWords(field.replaceAll(/([a-z])([A-Z])/g, (_both, a: string, b: string) => `${a} ${b.toLowerCase()}`));

/** A value of any shape as people read it: lists by commas, fields by semicolons, nothing as a dash. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([field, inner]) => `${fieldWords(field)}: ${valueText(inner)}`)
      .join('; ');
  }
  return '';
}
