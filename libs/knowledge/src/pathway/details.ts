import type { Reason } from '@tumor-board/kernel';
import type { FitnessVerdict } from '@tumor-board/oncology';
import type { NextStep } from '../assessment.js';
import { type Agent, mayBeNamed } from './agents.js';
import { isOligoprogression, maintenanceOver, noMaintenanceOption } from './conditions.js';
import { UPFRONT_ABLATION_MAX_MM } from './metastases.js';
import type { StepDetails } from './rule.js';
import type { Situation } from './situation.js';

type Alternative = NextStep['alternatives'][number];
const alternative = (title: string, ...evidence: string[]): Alternative => ({ title, evidence });

const TRIAL = alternative('Clinical trial', 'liu-2023');
const SUPPORTIVE = alternative('Best supportive care', 'product-rule');

/** The agents that the first line would be made of: guards and wishes leave out what may not be given. */
export function firstLineRegimen(situation: Situation): string[] {
  const may = (agent: Agent): boolean => mayBeNamed(situation, agent);
  const platinum = (['cisplatin', 'carboplatin'] as const).find(may);
  const regimen: Agent[] = [];
  if (may('gemcitabine')) regimen.push('gemcitabine');
  if (platinum !== undefined) regimen.push(platinum);
  if (may('anti-PD-1')) regimen.push('anti-PD-1');
  return regimen;
}

/** What to check before the first dose, over and above the complete baseline. */
function needsBeforeSystemic({ fitness, timeline, gaps }: Situation): string[] {
  const needs = [...gaps.map((gap) => gap.item), ...fitness.cisplatin.needs, ...fitness.antiPd1.needs, ...fitness.fluoropyrimidine.needs];
  if (timeline.latest('PerformanceStatusRecorded')?.ecog === 2) needs.push('individualise the regimen at ECOG 2');
  return [...new Set(needs)];
}

/** The reasons of every agent class that calls for caution. */
const cautions = ({ fitness }: Situation): Reason[] =>
  [fitness.cisplatin, fitness.antiPd1].flatMap((verdict) => (verdict.verdict === 'caution' ? verdict.because : []));

export const completeBaseline = (situation: Situation): StepDetails => ({
  needs: situation.gaps.map((gap) => gap.item),
  alternatives: [alternative('Start systemic therapy now if it cannot wait, and record what is missing', 'product-rule')],
});

export const supportiveCare = (): StepDetails => ({
  alternatives: [alternative('Reassess when performance status improves', 'product-rule')],
  needs: ['palliative care referral'],
});

export const supportiveCareAsAlternative = (situation: Situation): StepDetails => ({
  alternatives: [SUPPORTIVE, alternative('Single agent or carboplatin-based therapy', 'clinical-consensus-cisplatin')],
  needs: needsBeforeSystemic(situation),
});

export const ablateUpfront = (situation: Situation): StepDetails => ({
  ablation: 'upfront',
  regimen: firstLineRegimen(situation),
  alternatives: [alternative('Start systemic therapy first and ablate after one or two cycles', 'liu-2023'), TRIAL],
  needs: [
    'ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)',
    'confirmation that the lesion is a metastasis (biopsy when safe)',
    ...needsBeforeSystemic(situation),
  ],
  because: cautions(situation),
});

const isOligometastatic = ({ oligometastatic }: Situation): boolean => oligometastatic.status === 'classified' && oligometastatic.value;

const tooLarge = ({ remaining }: Situation) =>
  remaining.lesions.filter(({ sizeMm }) => sizeMm !== undefined && sizeMm > UPFRONT_ABLATION_MAX_MM);

export function startSystemic(situation: Situation): StepDetails {
  const { fitness, declined, course, chart } = situation;
  const alternatives: Alternative[] = [];
  const because: Reason[] = cautions(situation);
  const needs = needsBeforeSystemic(situation);
  let ablation: NextStep['ablation'] = 'none';
  if (isOligometastatic(situation) && situation.remaining.count > 0 && declined.ablation === undefined) {
    const large = tooLarge(situation);
    if (large.length > 0 && chart !== undefined) {
      ablation = 'deferred';
      because.push({
        text: `${large.map(({ lesion, sizeMm }) => `${lesion.id} measures ${sizeMm} mm`).join(', ')}: ablation is deferred until systemic therapy has reduced it`,
        facts: [chart.id],
        rule: 'ablation/deferred-above-50-mm',
        evidence: ['liu-2023'],
      });
      needs.push('regular imaging to time the deferred ablation');
      alternatives.push(alternative('Resection or stereotactic radiotherapy up front, by the board', 'liu-2023'));
    } else {
      alternatives.push(alternative('Ablation of the metastases before or after one or two cycles', 'liu-2023'));
      needs.push('ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)');
    }
  }
  if (course.first !== undefined) {
    because.push({ text: 'local treatment was given first', facts: [course.first.id], rule: 'P10', evidence: ['liu-2023'] });
  }
  if (fitness.antiPd1.verdict !== 'blocked')
    alternatives.push(alternative('Gemcitabine and platinum alone where no anti-PD-1 agent is available', 'zhang-2016-gp'));
  if (fitness.cisplatin.verdict === 'caution')
    alternatives.push(alternative('Carboplatin in place of cisplatin', 'clinical-consensus-cisplatin'));
  alternatives.push(TRIAL);
  return { ablation, alternatives, because, needs, regimen: firstLineRegimen(situation) };
}

export const confirmProgression = ({ scan }: Situation): StepDetails => ({
  needs:
    scan === undefined || scan.pending === null
      ? ['repeat scan 4 to 8 weeks after this one']
      : [`repeat scan from ${scan.pending.opensOn} to ${scan.pending.closesOn}`],
  alternatives: [alternative('Change systemic therapy now if symptoms worsen', 'seymour-2017')],
});

export const afterProgression = (situation: Situation): StepDetails => ({
  needs: [
    ...(situation.scan?.scan.overall === 'PD' && situation.scan.scan.immune === 'iUPD' && situation.scan.clinicallyStable === null
      ? ['clinical stability at the scan']
      : []),
    'review of the systemic options of the next line',
  ],
  alternatives: [
    TRIAL,
    alternative('Palliative radiotherapy for symptoms', 'liu-2023'),
    ...(situation.scan !== undefined && isOligoprogression(situation.scan)
      ? [alternative('Local therapy to the new site, by the board', 'product-rule')]
      : []),
    SUPPORTIVE,
  ],
});

export const repeatImaging = (): StepDetails => ({
  needs: ['imaging of every target and of the chest, abdomen, bones, nasopharynx and neck', 'EBV DNA by the assay of the baseline'],
  alternatives: [alternative('Continue the current therapy meanwhile', 'product-rule')],
});

export const discordance = ({ gate }: Situation): StepDetails => ({
  needs: ['PET-CT and MRI within two to three weeks', 'EBV DNA again by the same assay', 'check of EBER, assay and timing'],
  alternatives: [alternative('Continue the current therapy meanwhile', 'product-rule')],
  because: gate.because,
});

/** A good response on a scan from after the last locoregional radiotherapy. */
function isShownToRespond({ gate, scan, course, timeline }: Situation): boolean {
  const radiotherapy = course.locoregionalRadiotherapy.at(-1);
  const assessed = timeline.of('ResponseAssessed').find(({ id }) => id === scan?.scan.fact);
  if (gate.gate !== 'good' || assessed === undefined) return false;
  return radiotherapy === undefined || timeline.rank(assessed) > timeline.rank(radiotherapy);
}

export function consolidate(situation: Situation): StepDetails {
  const { lesions } = situation.remaining;
  const boneOnly = lesions.every(({ lesion }) => lesion.organ === 'bone');
  return {
    ablation: 'deferred',
    needs: [
      'ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)',
      'for radiotherapy to a metastasis: an EQD2 of at least 60 Gy (α/β 10)',
      ...(lesions.some(({ lesion }) => lesion.certainty === 'equivocal')
        ? ['confirmation of an equivocal metastasis (biopsy when safe)']
        : []),
      // The review recommends it to those who responded, and a scan from before radiotherapy does not show what is left.
      ...(isShownToRespond(situation) ? [] : ['response scan after locoregional radiotherapy']),
    ],
    alternatives: [alternative('Maintenance without local therapy to the metastases', 'sun-2019', 'lin-2022-bone'), TRIAL],
    because: boneOnly
      ? [
          {
            text: 'bone only: no significant gain from radiotherapy to bone and no effect of its dose in one series, a gain in another',
            facts: situation.chart === undefined ? [] : [situation.chart.id],
            rule: 'consolidation/bone-only',
            evidence: ['lin-2022-bone', 'li-2020-bone', 'sun-2019'],
          },
        ]
      : [],
  };
}

export function maintenance(situation: Situation): StepDetails {
  const { fitness } = situation;
  // Without radiotherapy no earlier row has asked whether maintenance is over or an agent for it is left.
  const against = [noMaintenanceOption, maintenanceOver].flatMap((condition): Reason[] => {
    const support = condition.test(situation);
    return support === undefined
      ? []
      : [{ text: condition.words, facts: support.facts, rule: 'maintenance/nothing-further', evidence: ['product-rule'] }];
  });
  if (against.length > 0) {
    return {
      regimen: [],
      alternatives: [alternative('Surveillance without maintenance', 'liu-2023'), TRIAL],
      because: against,
    };
  }
  const antiPd1 = mayBeNamed(situation, 'anti-PD-1');
  const capecitabine = mayBeNamed(situation, 'capecitabine') && situation.declined.systemic === undefined;
  const named = [...(antiPd1 ? [fitness.antiPd1] : []), ...(capecitabine ? [fitness.fluoropyrimidine] : [])];
  return {
    regimen: antiPd1 ? ['anti-PD-1'] : ['capecitabine'],
    alternatives: [
      ...(antiPd1 && capecitabine ? [capecitabineFor(fitness.fluoropyrimidine)] : []),
      ...(situation.gate.gate === 'good' && situation.remaining.count > 0
        ? [alternative('Local therapy to the metastases, by the board', 'liu-2023', 'liao-2021')]
        : []),
      alternative('Surveillance without maintenance', 'liu-2023'),
      TRIAL,
    ],
    because: named.flatMap(({ verdict, because }) => (verdict === 'caution' ? because : [])),
    needs: [...new Set(named.flatMap(({ needs }) => needs))],
  };
}

/** A full dose is printed only for who may have it as far as is known. */
const capecitabineFor = ({ verdict }: FitnessVerdict): Alternative =>
  alternative(
    verdict === 'eligible'
      ? 'Capecitabine 1,000 mg/m² twice daily, days 1–14 every three weeks'
      : 'Capecitabine, at a dose that DPYD and kidneys allow',
    'liu-2022-capecitabine',
    'sun-2020-capecitabine',
  );

export function locoregionalRadiotherapy(situation: Situation): StepDetails {
  const { fitness, chart, cycles, remaining, timeline } = situation;
  const because: Reason[] = cautions(situation);
  const alternatives: Alternative[] = [];
  if (cycles < 6 && situation.course.currentLine?.ended === undefined)
    alternatives.push(alternative('Continue systemic therapy to six cycles first', 'liu-2023'));
  const cisplatin = mayBeNamed(situation, 'cisplatin');
  if (cisplatin)
    alternatives.push(alternative('Radiotherapy without concurrent chemotherapy: one cohort found no gain from it', 'yao-2023'));
  alternatives.push(alternative('Maintenance without locoregional radiotherapy', 'liu-2023'), TRIAL);
  if (chart?.lesions.some((lesion) => lesion.organ === 'liver')) {
    because.push({
      text: 'liver metastases at baseline: no gain from locoregional radiotherapy in one cohort, a gain in another’s intermediate group, which contains up to four lesions with liver involvement; the review’s recommendation has no liver guard',
      facts: [chart.id],
      rule: 'P24/liver',
      evidence: ['zou-2017', 'yao-2023', 'liu-2023'],
    });
  }
  const needs = ['recovery of toxicity to grade 1 or less', ...fitness.cisplatin.needs];
  const ecog = timeline.latest('PerformanceStatusRecorded');
  if (ecog?.ecog === 2) {
    because.push({
      text: 'ECOG 2: radical radiotherapy asks for ECOG 0 to 1',
      facts: [ecog.id],
      rule: 'P24/ecog',
      evidence: ['product-rule'],
    });
  }
  return {
    doseGy: [66, 70],
    ...(cisplatin ? { concurrent: 'cisplatin' } : {}),
    ablation: remaining.count > 0 && isOligometastatic(situation) ? 'deferred' : 'none',
    alternatives,
    because,
    needs: [...new Set(needs)],
  };
}

export const endedEarly = (situation: Situation): StepDetails => ({
  alternatives: [
    alternative('Complete the induction with agents that are tolerated', 'liu-2023'),
    alternative('Locoregional radiotherapy after fewer than four cycles', 'zheng-2022'),
    alternative('Maintenance', 'liu-2023'),
  ],
  because: cautions(situation),
});

export const continueSystemic = (situation: Situation): StepDetails => ({
  alternatives: [TRIAL],
  needs:
    situation.scan === undefined
      ? ['response scan with MRI and CT or PET-CT after cycle 3', 'EBV DNA by the assay of the baseline']
      : ['response scan at the end of induction', 'EBV DNA by the assay of the baseline'],
  because: cautions(situation),
});

export const unsettled = (situation: Situation): StepDetails => ({
  alternatives: [alternative('Maintenance', 'liu-2023'), alternative('Change of systemic therapy', 'liu-2023'), TRIAL],
  because: situation.gate.because,
});
