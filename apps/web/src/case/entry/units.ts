/** The unit that a number is given in, by the name of its field; the unit of EBV DNA is a field of its own. */
export const UNITS: Readonly<Partial<Record<string, string>>> = {
  mm: 'mm',
  sizeMm: 'mm',
  doseGy: 'Gy',
  creatinineClearanceMlMin: 'mL/min',
  neutrophilsE9L: '×10⁹/L',
  plateletsE9L: '×10⁹/L',
  hemoglobinGL: 'g/L',
  bilirubinUln: '× ULN',
  altUln: '× ULN',
};

/** What a number may be. */
export interface NumberLimits {
  readonly min: number | null;
  readonly max: number | null;
  /** More than `min`, not equal to it. */
  readonly isAbove: boolean;
}

/** `0–400 mL/min`: what a number may be, in words; undefined when nothing limits it. */
export function limitsText({ min, max, isAbove }: NumberLimits, unit: string | undefined): string | undefined {
  const range =
    min !== null && max !== null ? `${min}–${max}` : min !== null ? `${isAbove ? '>' : '≥'} ${min}` : max !== null ? `≤ ${max}` : '';
  const text = [range, unit ?? ''].filter((part) => part !== '').join(' ');
  return text === '' ? undefined : text;
}
