import { type Alert, isAntiPd1, locoregionalDose, metastasisDose, type Timeline } from '@tumor-board/oncology';
import type { Situation } from './situation.js';

/** Doubts that only show when several parts of the record are read together. */
export function caseAlerts({ timeline, course, chart, scan, gate, fitness }: Situation): Alert[] {
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
    const { band, text } = locoregionalDose(radiotherapy.doseGy);
    if (band === 'recommended' || band === 'below-recommendation') continue;
    alerts.push({
      code: `locoregional-dose-${band}`,
      text: `Locoregional radiotherapy of ${radiotherapy.doseGy} Gy: ${text}.`,
      facts: [radiotherapy.id],
    });
  }
  const boneOnly = chart?.lesions.every((lesion) => lesion.organ === 'bone') ?? false;
  for (const { id, doseGy, fractions } of metastasisCourses(timeline)) {
    const dose = metastasisDose(doseGy, fractions, { boneOnly });
    if (dose.meetsTarget) continue;
    alerts.push({
      code: 'metastasis-dose-below-target',
      text: `Radiotherapy to a metastasis: ${dose.text}; ${dose.cautions.join('; ')}.`,
      facts: [id],
    });
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

/** Every course of radiation to a metastasis whose dose and fractions are on record. */
const metastasisCourses = (timeline: Timeline): { id: string; doseGy: number; fractions: number }[] => [
  ...timeline.of('RadiotherapyDelivered').filter((radiotherapy) => radiotherapy.target === 'metastasis'),
  ...timeline
    .of('LocalTherapyDelivered')
    .flatMap(({ id, modality, doseGy, fractions }) =>
      modality === 'sbrt' && doseGy !== undefined && fractions !== undefined ? [{ id, doseGy, fractions }] : [],
    ),
];
