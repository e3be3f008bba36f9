import type { Reason } from '@tumor-board/kernel';
import { type AgentClass, fitness, M1_SUBDIVISIONS, type Patient, type ScanDetail, sameSeries } from '@tumor-board/oncology';
import type { Assessment } from '../assessment.js';
import type { CaseReading } from './case-reading.js';
import { nameOf, type Part } from './part.js';
import { findingOf } from './part-value.js';

/** A reason, and what of the part it is about where the part has several: an agent, an option. */
export interface PartReason extends Reason {
  readonly about?: string;
}

/** Why a part is what it is: the reasons that the assessment gives, and for parts that give none those of their rule. */
export function reasonsOf(part: Part, assessment: Assessment, reading: CaseReading, patient: Patient): readonly PartReason[] {
  const name = nameOf(part);
  switch (name.of) {
    case 'stage':
      // The group rests on the M category, which has reasons of its own.
      return name.what === 'm'
        ? findingReasons(part, assessment, reading)
        : [...findingReasons(part, assessment, reading), ...findingReasons(`stage.${name.edition}.m`, assessment, reading)];
    case 'oligometastatic':
    case 'm1':
      return findingReasons(part, assessment, reading);
    case 'ebvDna.category':
      return categoryReasons(assessment, reading);
    case 'ebvDna.clearance':
      return [clearanceReason(assessment, reading)];
    case 'response.latest':
      return scanReasons(reading);
    case 'response.best':
      return bestReasons(assessment, reading);
    case 'response.gate':
      return gateReasons(assessment, reading);
    case 'nextStep':
      return assessment.nextStep.because;
    case 'nextStep.regimen':
      return regimenReasons(assessment, reading, patient);
    case 'nextStep.blocked':
      return assessment.nextStep.blocked.flatMap(({ option, because }) => because.map((reason) => ({ ...reason, about: option })));
  }
}

function findingReasons(part: Part, assessment: Assessment, reading: CaseReading): readonly PartReason[] {
  const finding = findingOf(assessment, part);
  if (finding === undefined) return [];
  const name = nameOf(part);
  const system = name.of === 'm1' ? name.system : undefined;
  switch (finding.status) {
    case 'classified':
    case 'indeterminate':
      return finding.because;
    case 'not-applicable': {
      const published = M1_SUBDIVISIONS.find(({ id }) => id === system);
      const row = published?.rows.find(({ doesNotApply }) => doesNotApply === finding.reason);
      const histology = reading.timeline.of('HistologyReported').findLast(({ eber }) => eber === 'negative');
      const ofMarker = row === undefined && system !== undefined && histology !== undefined;
      return [
        {
          text: finding.reason,
          facts: ofMarker ? [...reading.extent.facts, histology.id] : reading.extent.facts,
          rule: row?.rule ?? (ofMarker ? 'ebv/eber-negative' : 'oligometastatic/0'),
          evidence: [row === undefined || published === undefined ? 'product-rule' : published.evidence],
        },
      ];
    }
    case 'reported': {
      const score = reading.timeline
        .of('ExternalScoreReported')
        .findLast((reported) => reported.system === system && reported.item === 'class');
      const evidence = M1_SUBDIVISIONS.find(({ id }) => id === system)?.evidence;
      return [
        {
          text: `${finding.reportedBy} reported ${finding.value}`,
          facts: score === undefined ? [] : [score.id],
          rule: 'external/reported-class',
          ...(evidence === undefined ? {} : { evidence: [evidence] }),
        },
      ];
    }
  }
}

/** The samples that are read together: those of the baseline's series, or of the first sample's. */
function seriesOf({ timeline, ebv }: CaseReading): readonly string[] {
  const samples = timeline.of('EbvDnaMeasured');
  const anchor = ebv.state.baseline ?? samples[0];
  return anchor === undefined ? [] : samples.filter((sample) => sameSeries(sample, anchor)).map(({ id }) => id);
}

const isEberNegative = ({ timeline }: CaseReading): boolean => timeline.latest('HistologyReported')?.eber === 'negative';

function eberNegativeReason({ timeline }: CaseReading): PartReason {
  const histology = timeline.latest('HistologyReported');
  return {
    text: 'EBER-negative tumour',
    facts: histology === undefined ? [] : [histology.id],
    rule: 'ebv/eber-negative',
    evidence: ['product-rule'],
  };
}

function categoryReasons({ ebvDna }: Assessment, reading: CaseReading): readonly PartReason[] {
  if (isEberNegative(reading)) return [eberNegativeReason(reading)];
  const { baseline } = reading.ebv.state;
  if (ebvDna.category === 'baseline-undetectable') {
    return [
      {
        text: 'EBV DNA not detected before treatment',
        facts: baseline === undefined ? [] : [baseline.id],
        rule: 'ebv/baseline-undetectable',
        evidence: ['product-rule'],
      },
    ];
  }
  const halfLife =
    ebvDna.halfLifeDays !== undefined
      ? `half-life ${ebvDna.halfLifeDays} d`
      : ebvDna.halfLifeBelowDays !== undefined
        ? `half-life below ${ebvDna.halfLifeBelowDays} d`
        : undefined;
  const { firstDose } = reading.course;
  return [
    {
      text: [halfLife, ebvDna.reason].filter((text) => text !== undefined).join(': ') || ebvDna.category,
      facts: [...seriesOf(reading), ...(firstDose === undefined ? [] : [firstDose.id])],
      rule: 'ebv/half-life',
      evidence: ['wang-2010', 'product-rule'],
    },
  ];
}

function clearanceReason({ ebvDna }: Assessment, reading: CaseReading): PartReason {
  if (isEberNegative(reading)) return eberNegativeReason(reading);
  const { baseline } = reading.ebv.state;
  if (ebvDna.clearance === 'not-informative') {
    return {
      text: 'EBV DNA not detected before treatment',
      facts: baseline === undefined ? [] : [baseline.id],
      rule: 'ebv/baseline-undetectable',
      evidence: ['product-rule'],
    };
  }
  const first = reading.course.firstDose ?? reading.course.first;
  const counted = reading.course.currentLine?.cycles.at(-1);
  const text = baseline === undefined ? 'no sample before treatment to compare with' : `EBV DNA ${ebvDna.clearance.replace('-', ' ')}`;
  return {
    text,
    facts: [...seriesOf(reading), ...(first === undefined ? [] : [first.id]), ...(counted === undefined ? [] : [counted.id])],
    rule: 'ebv/clearance',
    evidence: ['product-rule'],
  };
}

/** The scans of the same line up to one, which its nadir and its confirmation come from. */
const scansOfLine = ({ scans }: CaseReading, last: ScanDetail): readonly ScanDetail[] =>
  scans.slice(0, scans.indexOf(last) + 1).filter(({ scan }) => scan.line === last.scan.line);

const millimetres = (sum: number | null): string => (sum === null ? 'no sum' : `${sum} mm`);

function scanReasons(reading: CaseReading): readonly PartReason[] {
  const last = reading.scans.at(-1);
  if (last === undefined) return [{ text: 'no response assessment', facts: [], rule: 'RECIST 1.1', evidence: ['eisenhauer-2009'] }];
  const { scan, baseline, progression } = last;
  const before = scansOfLine(reading, last).map((detail) => detail.scan.fact);
  const compared =
    baseline === null
      ? 'no baseline to compare with'
      : `sum ${millimetres(scan.sumMm)} against ${millimetres(last.baselineSumMm)} at baseline and ${millimetres(last.nadirSumMm)} at the smallest`;
  const lesions = `targets ${last.target}, non-target ${last.nonTarget}${progression === null || progression.newLesions === 0 ? '' : `, ${progression.newLesions} new (${progression.newLesionOrgans.join(', ')})`}`;
  const reasons: PartReason[] = [
    {
      text: `${scan.overall} on ${scan.on}: ${compared}; ${lesions}`,
      facts: baseline === null ? before : [baseline, ...before],
      rule: 'RECIST 1.1',
      evidence: ['eisenhauer-2009'],
    },
  ];
  if (scan.immune !== null) {
    const start = reading.course.lines.find(({ line }) => line === scan.line)?.antiPd1From;
    const confirmed = last.confirmedBy.length === 0 ? '' : `, confirmed by ${last.confirmedBy.join(', ')}`;
    reasons.push({
      text: `${scan.immune} on ${scan.on}${confirmed}${last.pending === null ? '' : `; unconfirmed since ${last.pending.on}`}`,
      facts: start === undefined ? before : [start.id, ...before],
      rule: 'iRECIST',
      evidence: ['seymour-2017'],
    });
  }
  return reasons;
}

function bestReasons({ response }: Assessment, reading: CaseReading): readonly PartReason[] {
  const last = reading.scans.at(-1);
  const text = response.best === null ? 'no scan of the current line' : `${response.best.overall} on ${response.best.on}`;
  const facts = last === undefined ? [] : scansOfLine(reading, last).map(({ scan }) => scan.fact);
  return [{ text, facts, rule: 'RECIST 1.1/best', evidence: ['eisenhauer-2009'] }];
}

/** The gate, then the scan and the marker that it reads. */
function gateReasons(assessment: Assessment, reading: CaseReading): readonly PartReason[] {
  const { because, reason } = reading.gate;
  if (because.length === 0) return [{ text: reason, facts: [], rule: 'gate/1', evidence: ['product-rule'] }];
  const samples = reading.timeline.of('EbvDnaMeasured');
  const readsMarker = because.some(({ facts }) => facts.some((id) => samples.some((sample) => sample.id === id)));
  return [...because, ...scanReasons(reading), ...(readsMarker ? [clearanceReason(assessment, reading)] : [])];
}

const AGENT_NAMES: Readonly<Record<AgentClass, string>> = {
  gemcitabine: 'gemcitabine',
  cisplatin: 'cisplatin',
  carboplatin: 'carboplatin',
  antiPd1: 'anti-PD-1',
  fluoropyrimidine: 'capecitabine',
};

/** Of each agent of the regimen why it may be given, and of each that is left out why not. */
function regimenReasons({ nextStep, policy }: Assessment, { timeline }: CaseReading, patient: Patient): readonly PartReason[] {
  if (nextStep.regimen === undefined) return [];
  const verdicts = fitness(timeline, patient, { cisplatinCrClMin: policy.cisplatinCrClMin });
  return Object.entries(AGENT_NAMES).flatMap(([agent, about]): PartReason[] => {
    const because =
      nextStep.regimen?.includes(about) === true
        ? verdicts[agent as AgentClass].because
        : (nextStep.blocked.find(({ option }) => option === about)?.because ?? []);
    return because.map((reason) => ({ ...reason, about }));
  });
}
