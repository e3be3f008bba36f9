import type { ImmuneResponse, RecistResponse } from './response-series.js';

const CATEGORIES = new Map<string, RecistResponse | ImmuneResponse>([
  ['cr', 'CR'],
  ['completeresponse', 'CR'],
  ['pr', 'PR'],
  ['partialresponse', 'PR'],
  ['sd', 'SD'],
  ['stabledisease', 'SD'],
  ['pd', 'PD'],
  ['progressivedisease', 'PD'],
  ['ne', 'NE'],
  ['notevaluable', 'NE'],
  ['notevaluated', 'NE'],
  ['inevaluable', 'NE'],
  ['noncrnonpd', 'non-CR/non-PD'],
  ['icr', 'iCR'],
  ['ipr', 'iPR'],
  ['isd', 'iSD'],
  ['iupd', 'iUPD'],
  ['icpd', 'iCPD'],
  ['nonicrnoniupd', 'non-iCR/non-iUPD'],
]);

/** The category that a report names, whatever its case and punctuation; undefined when the text is none. */
export const reportedCategory = (text: string): RecistResponse | ImmuneResponse | undefined =>
  CATEGORIES.get(text.toLowerCase().replace(/[^a-z]/g, ''));

/** True when the report agrees with the computed response, by RECIST 1.1 or by iRECIST. */
export const agreesWithReport = (text: string, overall: RecistResponse, immune: ImmuneResponse | null): boolean => {
  const category = reportedCategory(text);
  return category === overall || (immune !== null && category === immune);
};
