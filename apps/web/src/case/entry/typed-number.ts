const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * What a number field holds: the number, or the text as it stands when it is none, which is then refused rather than guessed
 * at. A comma is none: it divides thousands in one country and decimals in another.
 */
export function numberOrText(typed: string): number | string {
  const text = typed.trim();
  const number = Number(text);
  return NUMBER.test(text) && Number.isFinite(number) ? number : typed;
}
