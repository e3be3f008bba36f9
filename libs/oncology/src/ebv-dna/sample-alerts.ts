import type { Alert } from '../alert.js';
import { type EbvDnaSample, sameSeries } from './reference-samples.js';

/** Doubts about single EBV DNA results: below their own detection limit, not from plasma, or two of one day that differ. */
export function ebvDnaAlerts(samples: readonly EbvDnaSample[]): Alert[] {
  const alerts: Alert[] = [];
  samples.forEach((sample, index) => {
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
    for (const other of samples.slice(index + 1)) {
      if (other.on !== sample.on || !sameSeries(other, sample)) continue;
      if (other.result === sample.result && other.value === sample.value) continue;
      alerts.push({
        code: 'ebv-dna-same-day-results-differ',
        text: `Two EBV DNA results of ${sample.on} by the same assay differ: ${shown(sample)} and ${shown(other)}.`,
        facts: [sample.id, other.id],
      });
    }
  });
  return alerts;
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
