import type { FactOf, Lesion, NewLesion, Target } from '@tumor-board/oncology';

const joined = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

function lesionText({ id, organ, site, sizeMm, count, countIsExact, certainty, boneType }: Lesion): string {
  const number = countIsExact ? String(count) : `at least ${count}`;
  const place = `${organ}${site === undefined ? '' : ` (${site})`}`;
  return `${id}: ${joined(`${number} in ${place}`, sizeMm !== undefined && `${sizeMm} mm`, boneType, certainty)}`;
}

function targetText({ lesion, state, mm }: Target): string {
  switch (state) {
    case 'measured':
      return `${lesion} ${mm ?? 'size not given'}${mm === undefined ? '' : ' mm'}`;
    case 'absent':
      return `${lesion} gone`;
    case 'too-small':
      return `${lesion} too small to measure`;
    case 'not-evaluated':
      return `${lesion} not evaluated`;
  }
}

const newLesionText = ({ lesion, organ, mm, unequivocal }: NewLesion): string =>
  `${lesion} in ${organ}${mm === undefined ? '' : ` ${mm} mm`}${unequivocal ? '' : ' (equivocal)'}`;

const ORGANS = { liver: 'liver', lung: 'lung', bone: 'bone', distantNode: 'distant nodes', other: 'other organs' } as const;

function notImaged(organs: FactOf<'MetastasesCharted'>['organsImaged']): string | undefined {
  const unseen = Object.entries(ORGANS).flatMap(([organ, words]) => (organs[organ as keyof typeof ORGANS] === false ? [words] : []));
  return unseen.length === 0 ? undefined : `not imaged: ${unseen.join(', ')}`;
}

/** The items of a fitness record in words, in the order in which a reader looks for them. */
const FITNESS: readonly (readonly [Exclude<keyof FactOf<'FitnessRecorded'>, 'type' | 'id' | 'on' | 'knownOn'>, string, string])[] = [
  ['creatinineClearanceMlMin', 'creatinine clearance', ' mL/min'],
  ['hearingLossGrade', 'hearing loss grade', ''],
  ['neuropathyGrade', 'neuropathy grade', ''],
  ['neutrophilsE9L', 'neutrophils', ' × 10⁹/L'],
  ['plateletsE9L', 'platelets', ' × 10⁹/L'],
  ['hemoglobinGL', 'hemoglobin', ' g/L'],
  ['bilirubinUln', 'bilirubin', ' × upper limit'],
  ['altUln', 'ALT', ' × upper limit'],
  ['hbsAg', 'HBsAg', ''],
  ['dpyd', 'DPYD', ''],
  ['autoimmuneDisease', 'autoimmune disease', ''],
  ['organTransplant', 'organ transplant', ''],
  ['pregnant', 'pregnant', ''],
];

const valueText = (value: string | number | boolean): string => (value === true ? 'yes' : value === false ? 'no' : String(value));

/** What a fact says, in one line. Notes, causes and reasons in free text are left out: they may name a person. */
export function factText(fact: FactOf): string {
  switch (fact.type) {
    case 'HistologyReported':
      return joined(fact.histology, `EBER ${fact.eber}`);
    case 'StagingRecorded':
      return joined(
        `${fact.t} ${fact.n} ${fact.m} (${fact.edition})`,
        fact.advancedExtranodalExtension === true && 'advanced extranodal extension',
      );
    case 'MetastasesCharted':
      return [fact.lesions.map(lesionText).join('; ') || 'no distant lesion', notImaged(fact.organsImaged)]
        .filter((part) => part !== undefined)
        .join('; ');
    case 'EbvDnaMeasured':
      return joined(
        fact.result === 'quantified' ? `${fact.value} ${fact.unit}` : `${fact.result.replace('-', ' ')} (${fact.unit})`,
        fact.specimen,
        fact.assay,
        fact.limitOfDetection !== undefined && `limit of detection ${fact.limitOfDetection}`,
        fact.limitOfQuantification !== undefined && `limit of quantification ${fact.limitOfQuantification}`,
      );
    case 'PerformanceStatusRecorded':
      return `ECOG ${fact.ecog}`;
    case 'FitnessRecorded':
      return (
        FITNESS.flatMap(([item, words, unit]) => {
          const value = fact[item];
          return value === undefined ? [] : [`${words} ${valueText(value)}${unit}`];
        }).join(', ') || 'no item given'
      );
    case 'SystemicTherapyStarted':
      return joined(
        `line ${fact.line}`,
        fact.agents.join(' + ') || fact.regimen,
        fact.plannedCycles !== undefined && `${fact.plannedCycles} cycles planned`,
      );
    case 'SystemicTherapyCyclesCompleted':
      return `${counted(fact.cycles, 'cycle', 'cycles')} completed in the line`;
    case 'SystemicTherapyEnded':
      return `systemic therapy ended: ${fact.reason}`;
    case 'RadiotherapyDelivered':
      return joined(
        `${fact.target} radiotherapy`,
        `${fact.doseGy} Gy in ${counted(fact.fractions, 'fraction', 'fractions')}`,
        fact.lesions !== undefined && fact.lesions.length > 0 && `to ${fact.lesions.join(', ')}`,
        fact.concurrent !== undefined && `with ${fact.concurrent}`,
      );
    case 'LocalTherapyDelivered':
      return joined(
        `${fact.modality} of ${fact.lesions.join(', ') || 'unnamed lesions'}`,
        fact.doseGy !== undefined && `${fact.doseGy} Gy`,
        fact.fractions !== undefined && counted(fact.fractions, 'fraction', 'fractions'),
      );
    case 'BaselineLesionsMeasured':
      return joined(
        fact.targets.map(targetText).join(', ') || 'no target',
        `non-target disease ${fact.nonTarget === 'none' ? 'none' : 'present'}`,
      );
    case 'ResponseAssessed':
      return joined(
        fact.targets.map(targetText).join(', ') || 'no target',
        `non-target ${fact.nonTarget}`,
        fact.newLesions.length > 0 && `new: ${fact.newLesions.map(newLesionText).join(', ')}`,
        fact.clinicallyStable !== undefined && (fact.clinicallyStable ? 'clinically stable' : 'clinically not stable'),
      );
    case 'AdverseEventRecorded':
      return joined(
        `${fact.term}, grade ${fact.grade}`,
        fact.immuneRelated && 'immune-related',
        fact.attributedTo !== undefined && `attributed to ${fact.attributedTo}`,
        fact.resolvedToGrade !== undefined && `now grade ${fact.resolvedToGrade}`,
      );
    case 'ExternalScoreReported':
      return `${fact.reportedBy} reported ${fact.item} ${fact.value} for ${fact.system}`;
    case 'PatientPreferenceRecorded':
      return fact.declines.length === 0 ? 'declines nothing' : `declines ${fact.declines.join(', ')}`;
    case 'DeathRecorded':
      return 'died';
  }
}
