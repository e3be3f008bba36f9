/** Words with a capital that name nobody, in small letters. */
const HARMLESS = new Set(
  (
    'pet ct mri ebv dna rna eqd2 bed sbrt imrt imct tace rfa mwa ecog who tnm ajcc uicc recist irecist ctcae npc pd pr cr sd ne gp tpf ' +
    'crcl egfr hbsag hbv hbc dpyd eber alt ast uln pd-1 pd-l1 csco nccn esmo fdg suv hpv hiv mdt crp ldh bmi ' +
    'gy child-pugh child pugh cockcroft gault i english epstein barr epstein-barr'
  ).split(' '),
);

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b/i;
const DATE = /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;
const ADDRESS = /@|https?:|www\.|\b\w+\.(?:com|org|net|cn|hk|tw|sg|my)\b/i;
const TITLE = /\b(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam|surname|mrn)\b\.?/i;

/** The words of a text, in small letters. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []);

/**
 * True when a text may hold what identifies somebody: a form of address, a date, a long number, an address, letters other
 * than Latin and Greek, or, within a sentence, a capitalised word that was not in what we sent. A rule of the product, and
 * strict: no name was sent, so that one in an answer was made up, or got into the record as something else. What it
 * cannot see is a single name at the beginning of a sentence.
 */
export function mayNameSomebody(text: string, sent: ReadonlySet<string>): boolean {
  if (DATE.test(text) || MONTH.test(text) || ADDRESS.test(text) || TITLE.test(text)) return true;
  if (/\p{L}/u.test(text.replace(/[\p{Script=Latin}\p{Script=Greek}]/gu, ''))) return true;
  if (/(?<![\p{L}\p{N}-])\d(?:[ -]?\d){6,}/u.test(text)) return true;
  if ([...wordsOf(text)].some((word) => /\d{6}/.test(word) && !sent.has(word))) return true;
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)].some(({ 0: word, index }) => {
    if (!/^\p{Lu}/u.test(word) || word.length < 2 || beginsSentence(text, index)) return false;
    const small = word.toLowerCase();
    return !isKnown(small, sent) && !small.split('-').every((part) => isKnown(part, sent) || /^\d+$/.test(part));
  });
}

const isKnown = (word: string, sent: ReadonlySet<string>): boolean =>
  sent.has(word) || HARMLESS.has(word) || HARMLESS.has(word.replace(/s$/, '')) || /^[fok]\d{1,4}$/.test(word);

const beginsSentence = (text: string, at: number): boolean => /(?:^|[.!?:]["”’)]*\s+)["“‘(]*$/.test(text.slice(0, at));
