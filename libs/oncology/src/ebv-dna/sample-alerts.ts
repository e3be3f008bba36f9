import type { Alert } from '../alert.js';
import type { EbvDnaSample } from './reference-samples.js';

/** Doubts about single EBV DNA results: below their own detection limit, not from plasma, or two of one day that differ. */
export function ebvDnaAlerts(samples: readonly EbvDnaSample[]): Alert[] {
  const alerts: Alert[] = [];
  for (const sample of samples) {
    const { value, limitOfDetection: limit } = sample;
    if (sample.result === 'quantified' && value !== undefined && limit !== undefined && value < limit) {
      alerts.push({
        code: 'ebv-dna-below-detection-limit',
        text: `EBV DNA of ${sample.on} is recorded as ${value} ${sample.unit}, below its limit of detection of ${limit}.`,
        facts: [sample.id],
      });
    }
    if (sample.specimen !== 'plasma') {
      alerts.push({
        code: 'ebv-dna-not-plasma',
        text: `EBV DNA of ${sample.on} is from ${sample.specimen === 'serum' ? 'serum' : 'whole blood'}; cut-offs are for plasma.`,
        facts: [sample.id],
      });
    }
  }
  for (const same of resultsOfOneDay(samples)) {
    const results = [...new Set(same.map(shown))];
    if (results.length < 2) continue;
    const [first] = same as [EbvDnaSample];
    alerts.push({
      code: 'ebv-dna-same-day-results-differ',
      text: `EBV DNA results of ${first.on} by the same assay differ: ${inWords(results)}.`,
      facts: same.map((sample) => sample.id),
    });
  }
  return alerts;
}

/** The samples of one day and one series, where there are several. */
function resultsOfOneDay(samples: readonly EbvDnaSample[]): EbvDnaSample[][] {
  const groups = new Map<string, EbvDnaSample[]>();
  for (const sample of samples) {
    const key = `${sample.on} ${sample.assay} ${sample.unit} ${sample.specimen}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sample]);
    else group.push(sample);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** All of a few, and how many more there are of many: an alert is a sentence. */
function inWords(results: readonly string[]): string {
  const named = results.slice(0, 4).join(', ');
  return results.length > 4 ? `${named} and ${results.length - 4} more` : named;
}

function shown(sample: EbvDnaSample): string {
  switch (sample.result) {
    case 'quantified':
      return `${sample.value} ${sample.unit}`;
    case 'undetectable':
      return 'not detected';
    case 'below-quantification':
      return 'below quantification';
  }
}
