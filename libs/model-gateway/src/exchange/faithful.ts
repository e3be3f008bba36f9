const NUMBER_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double|once';
const NEGATIONS =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|unless|un(?:known|settled|confirmed)|in(?:determinate|eligible)|\w+n't)\b/gi;
const UNITS =
  'gy|mm|cm|ml|mg|g|l|%|percent|copies|iu|uln|days?|weeks?|months?|years?|cycles?|fractions?|lesions?|metastas[ie]s|organs?|grades?|e9';

/** The same things, counted, whatever the order. */
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join('\n') === [...b].sort().join('\n');

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const found = (text: string, pattern: RegExp): string[] => (text.match(pattern) ?? []).map((one) => one.toLowerCase().trim());

/** Numbers as they are read: 25,000 and 25000 are one number; a sign of comparison and a unit belong to it. */
const figures = (text: string): string[] =>
  [...text.matchAll(new RegExp(String.raw`([<>≤≥=~±+–-]\s?)?(\d[\d,]*(?:\.\d+)?)(?:[\s-]?(${UNITS})(?![\p{L}]))?`, 'giu'))].map(
    ([, sign, number, unit]) => `${comparison(sign)}${(number ?? '').replaceAll(',', '')} ${singular(unit)}`,
  );

const comparison = (sign: string | undefined): string => {
  const bare = sign?.trim() ?? '';
  return bare === '-' || bare === '–' ? '' : bare;
};
const singular = (unit: string | undefined): string => unit?.toLowerCase().replace(/s$/, '').replace('percent', '%') ?? '';

/** Words that carry a meaning of their own: with a capital inside, with a digit, or in capitals. */
const terms = (text: string): string[] => found(text, /\b(?=\w*\d|\w*[A-Z]{2}|\w+[A-Z])[A-Za-z][\w./-]*\w/g);

/** What the wording may not change: which of two is more, who is bound, and which way. */
const DIRECTIONS =
  /\b(?:more|less|fewer|at least|at most|above|below|over|under|before|after|until|since|must|may|should|only|all|contraindicated|against|increase[sd]?|decrease[sd]?|rise[sn]?|fall[sn]?|higher|lower|first|second|left|right)\b/gi;

/** Names of agents: words that end as their names do. */
const AGENTS = /\b\w+(?:platin|mab|taxel|tabine|uracil|fur)\b/gi;

/**
 * True when other words for a claim may say another thing: a number, unit, comparison, abbreviation, citation, agent,
 * negation or direction of the original is gone, or one that it lacks has come. Strict on purpose: a faithful wording
 * that is dropped costs nothing.
 */
export function unfaithful(original: string, words: string): boolean {
  if (words.length > 2 * original.length + 80) return true;
  const counted = (pattern: RegExp): boolean => !same(found(original, pattern), found(words, pattern));
  return (
    !same(figures(original), figures(words)) ||
    !same(unique(terms(original)), unique(terms(words))) ||
    !same(unique(found(original, AGENTS)), unique(found(words, AGENTS))) ||
    counted(new RegExp(`\\b(?:${NUMBER_WORDS})\\b`, 'gi')) ||
    counted(NEGATIONS) ||
    counted(DIRECTIONS)
  );
}
