/** An organ as free text, made comparable: lower case, words parted by one space. */
export const organName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const NASOPHARYNX = /\b(naso ?pharyn\w*|nasal pharynx|rhino ?pharyn\w*|epi ?pharyn\w*|post ?nasal space|primary|np)\b/;
const DISTANT =
  /\b(distant|non ?regional|extra ?regional|axilla\w*|mediastin\w*|hilar|hilum|abdom\w*|para ?aortic|retro ?periton\w*|inguinal|pelvic)\b/;
const NODE = /\b(nodes?|nodal|lymph\w*|ln)\b/;
const REGIONAL =
  /\b(loco ?regional|regional|neck|cervical|retro ?pharyn\w*|rouvi[eè]re\w*|jugul\w*|supra ?clavicular|level (i|ii|iii|iv|v|vi)\w?|level [1-6]\w?)\b/;

/**
 * True for an organ that locoregional radiotherapy of the nasopharynx treats: the primary, or a regional lymph node (neck,
 * supraclavicular, retropharyngeal).
 * @param name an organ by `organName`
 */
export function isLocoregional(name: string, kind: 'node' | 'non-nodal'): boolean {
  if (DISTANT.test(name)) return false;
  if (kind === 'node' || NODE.test(name)) return REGIONAL.test(name);
  return NASOPHARYNX.test(name);
}
