import { type Alert, isAntiPd1 } from '@tumor-board/oncology';
import type { Situation } from './situation.js';

/** Doubts that only show when several parts of the record are read together. */
export function caseAlerts({ timeline, course, scan, gate, fitness }: Situation): Alert[] {
  const alerts: Alert[] = [];
  const histology = timeline.latest('HistologyReported');
  if (histology?.histology === 'keratinising' && histology.eber === 'positive') {
    alerts.push({
      code: 'keratinising-eber-positive',
      text: 'Keratinising carcinoma with positive EBER: the rules on EBV DNA assume non-keratinising tumours.',
      facts: [histology.id],
    });
  }
  if (histology?.eber === 'unknown') {
    alerts.push({ code: 'eber-unknown', text: 'EBER is not known: every finding that reads EBV DNA rests on it.', facts: [histology.id] });
  }
  if (gate.gate === 'conflict') {
    alerts.push({
      code: 'scan-marker-discordance',
      text: `Scan and EBV DNA disagree: ${gate.reason}. Check EBER, assay and timing.`,
      facts: gate.because.flatMap((reason) => reason.facts),
    });
  }
  const start = course.currentLine?.starts.at(-1);
  if (start !== undefined) {
    for (const [agent, verdict] of [
      ['cisplatin', fitness.cisplatin],
      ['anti-PD-1', fitness.antiPd1],
    ] as const) {
      const given = agent === 'cisplatin' ? start.agents.some((name) => /cisplatin/i.test(name)) : start.agents.some(isAntiPd1);
      if (given && verdict.verdict === 'blocked') {
        alerts.push({
          code: `${agent}-given-against-guard`,
          text: `The current therapy holds ${agent}, which a guard now rules out: ${verdict.because.map((reason) => reason.text).join('; ')}.`,
          facts: [start.id, ...verdict.because.flatMap((reason) => reason.facts)],
        });
      }
    }
  }
  for (const radiotherapy of course.locoregionalRadiotherapy) {
    if (radiotherapy.doseGy < 65) {
      alerts.push({
        code: radiotherapy.doseGy < 50 ? 'locoregional-dose-without-benefit' : 'locoregional-dose-undefined-ground',
        text:
          radiotherapy.doseGy < 50
            ? `Locoregional radiotherapy of ${radiotherapy.doseGy} Gy: below 50 Gy one registry found no survival benefit.`
            : `Locoregional radiotherapy of ${radiotherapy.doseGy} Gy: from 50 to 65 Gy the review gives no ground.`,
        facts: [radiotherapy.id],
      });
    }
  }
  if (scan !== undefined && scan.earlierProgressionReset) {
    alerts.push({
      code: 'earlier-progression-reset',
      text: 'An earlier unconfirmed progression was not confirmed and no longer counts.',
      facts: [scan.scan.fact],
    });
  }
  return alerts;
}
