import { inWords } from '../texts/texts.js';

/** The parts whose values are codes, one or several. */
const CODED: ReadonlySet<string> = new Set(['nextStep', 'response.gate', 'ebvDna.clearance', 'alerts']);

/** ` ×3` after a code that stands there three times. */
const TIMES = / ×\d+$/;

const codeText = (code: string): string => {
  const times = TIMES.exec(code)?.[0] ?? '';
  return `${inWords(code.slice(0, code.length - times.length))}${times}`;
};
const codesText = (codes: string): string => codes.split(', ').map(codeText).join(', ');

/** A value of a headline with its codes in words: `locoregional-rt`, or the flags of `CR 2024-12-05 [irradiated-target]`. */
export function headlineText(part: string, value: string | null, none = '–'): string {
  if (value === null) return none;
  return CODED.has(part) ? codesText(value) : value.replaceAll(/\[([^\]]+)\]/g, (_whole, flags: string) => `[${codesText(flags)}]`);
}
