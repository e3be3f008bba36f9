// A trace in the last binary digits must not decide whether a boundary is reached.
const settle = (value: number): number => Math.round(value * 1e9) / 1e9;

/** How many powers of ten `value` lies above `reference`; negative below it. Exact at a boundary such as half a power. */
export const log10Above = (value: number, reference: number): number => settle(Math.log10(value / reference));

/** Days rounded to 0.01, the precision in which half-lives are shown and compared. */
export const roundedDays = (days: number): number => Math.round(settle(days) * 100) / 100;
