import type { Reason } from '@tumor-board/kernel';
import { type EbvDnaState, type FactOf, type ScanDetail, sampleBesideScan } from '@tumor-board/oncology';
import type { GateResult } from './situation.js';

/** Where EBV DNA stands beside a scan. */
type Marker = 'rising' | 'cleared' | 'detectable' | 'uninformative';

function markerBeside(scan: ScanDetail, ebv: EbvDnaState): { marker: Marker; sample: FactOf<'EbvDnaMeasured'> | undefined } {
  const sample = sampleBesideScan(ebv, scan.scan.on);
  if (sample === undefined) return { marker: 'uninformative', sample: undefined };
  if (ebv.rising) return { marker: 'rising', sample };
  if (ebv.informativeCleared) return { marker: 'cleared', sample };
  return { marker: sample.result === 'undetectable' ? 'uninformative' : 'detectable', sample };
}

/**
 * The review's gate for locoregional radiotherapy. The review gives two versions (CR or PR, with or without
 * undetectable EBV DNA) and does not name stable disease; the order below is the product's rule.
 */
export function responseGate(scan: ScanDetail | undefined, ebv: EbvDnaState, inductionFinished: boolean): GateResult {
  if (scan === undefined) return { gate: 'not-assessable', reason: 'no response assessment', because: [] };
  const { marker, sample } = markerBeside(scan, ebv);
  const markerText = sample === undefined ? 'no informative EBV DNA beside it' : `EBV DNA ${marker} on ${sample.on}`;
  const result = (gate: GateResult['gate'], reason: string, rule: string): GateResult => ({
    gate,
    reason,
    because: [
      {
        text: `${scan.scan.overall} on ${scan.scan.on}, ${markerText}: ${reason}`,
        facts: sample === undefined ? [scan.scan.fact] : [scan.scan.fact, sample.id],
        rule: `gate/${rule}`,
        evidence: ['liu-2023', 'product-rule'],
      } satisfies Reason,
    ],
  });
  // The review's gate knows no regrowth after a complete response: it stands as stable disease.
  const response = scan.standing;
  if ((response === 'CR' || response === 'PR') && scan.scan.flags.includes('baseline-of-earlier-line')) {
    return result('not-assessable', 'no baseline was measured for this line of therapy', '6');
  }
  switch (response) {
    case 'NE':
      return result('not-assessable', 'the scan could not be evaluated', '1');
    case 'PD':
      if (marker === 'cleared') return result('conflict', 'progression on the scan while EBV DNA is cleared', '2');
      return result('poor', scan.scan.immune === 'iUPD' ? 'progression, not yet confirmed' : 'progression', '3');
    case 'CR':
    case 'PR':
      if (marker === 'rising') return result('conflict', 'response on the scan while EBV DNA is rising', '2');
      return result('good', `${response} on the scan`, '4');
    case 'SD':
    case 'non-CR/non-PD':
      if (marker === 'cleared') return result('good', 'no progression on the scan and EBV DNA cleared', '4');
      if (marker === 'detectable' || marker === 'rising') {
        if (inductionFinished) return result('poor', 'no response on the scan and EBV DNA detectable after induction', '5');
        return result('not-assessable', 'induction not finished', '5');
      }
      return result('not-assessable', 'no response on the scan and EBV DNA not informative', '6');
  }
}
