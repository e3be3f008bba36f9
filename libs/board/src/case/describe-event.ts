import { type ClinicalFact, type IdentifiedFact, inWords, type Target } from '@tumor-board/oncology';
import { isDeliberationEvent } from '../deliberation/deliberation-event.js';
import { describeDeliberationEvent } from '../deliberation/describe-deliberation-event.js';
import { isBoardEvent } from './board-event.js';
import { type CaseEvent, factOf, recordsFact } from './case-event.js';
import { describeBoardEvent } from './describe-board-event.js';

/** What happened, as one short line for a history. English; no reasons, no judgement. */
export function describeEvent(event: CaseEvent): string {
  if (recordsFact(event)) return describeFact(factOf(event));
  if (isBoardEvent(event)) return describeBoardEvent(event);
  if (isDeliberationEvent(event)) return describeDeliberationEvent(event);
  switch (event.type) {
    case 'CaseOpened':
      return `Case ${event.data.reference} opened: ${event.data.patient.sex}, ${event.data.patient.ageYears} years`;
    case 'CaseErased':
      return `What was written about the person was erased: ${inWords(event.data.because)}`;
    case 'AssessmentRevised':
      switch (event.data.cause.kind) {
        case 'new-fact':
          return 'Assessment revised after a new fact';
        case 'corrected-fact':
          return 'Assessment revised after a correction';
        case 'retracted-fact':
          return 'Assessment revised after a retraction';
        case 'new-release':
          return `Assessment revised under knowledge release ${event.data.release}`;
        case 'new-policy':
          return 'Assessment revised under a changed site policy';
      }
  }
}

/** What a fact says, as one short line. */
export function describeFact(fact: IdentifiedFact): string {
  if (fact.type === 'FactCorrected') return `Corrected ${fact.corrects} (${fact.reason}): ${describeClinicalFact(fact.replacement)}`;
  if (fact.type === 'FactRetracted') return `Retracted ${fact.retracts} (${fact.reason})`;
  return describeClinicalFact(fact);
}

function describeClinicalFact(fact: ClinicalFact): string {
  switch (fact.type) {
    case 'HistologyReported':
      return `Histology: ${inWords(fact.histology)}, EBER ${fact.eber}`;
    case 'StagingRecorded':
      return `Staging (${fact.edition}): ${fact.t} ${fact.n} ${fact.m}`;
    case 'MetastasesCharted': {
      const total = fact.lesions.reduce((sum, lesion) => sum + lesion.count, 0);
      const least = fact.lesions.some((lesion) => !lesion.countIsExact) ? 'at least ' : '';
      const organs = [...new Set(fact.lesions.map((lesion) => inWords(lesion.organ)))];
      return total === 0 ? 'Metastases charted: none' : `Metastases charted: ${least}${total} in ${organs.join(', ')}`;
    }
    case 'EbvDnaMeasured':
      return `EBV DNA (${inWords(fact.specimen)}, ${fact.assay}): ${fact.result === 'quantified' ? `${fact.value} ${fact.unit}` : inWords(fact.result)}`;
    case 'PerformanceStatusRecorded':
      return `Performance status: ECOG ${fact.ecog}`;
    case 'FitnessRecorded':
      return fact.creatinineClearanceMlMin === undefined
        ? 'Fitness recorded'
        : `Fitness recorded: creatinine clearance ${fact.creatinineClearanceMlMin} mL/min`;
    case 'SystemicTherapyStarted':
      return `Systemic therapy, line ${fact.line}: ${fact.regimen}`;
    case 'SystemicTherapyCyclesCompleted':
      return `Systemic therapy: ${fact.cycles} ${fact.cycles === 1 ? 'cycle' : 'cycles'} completed`;
    case 'SystemicTherapyEnded':
      return `Systemic therapy ended: ${inWords(fact.reason)}`;
    case 'RadiotherapyDelivered':
      return `Radiotherapy, ${fact.target}: ${fact.doseGy} Gy in ${fact.fractions} fractions`;
    case 'LocalTherapyDelivered':
      return `Local therapy (${fact.modality}): ${fact.lesions.join(', ')}`;
    case 'BaselineLesionsMeasured':
      return `Baseline measured (${fact.modality}): ${targets(fact.targets)}`;
    case 'ResponseAssessed': {
      const added = fact.newLesions.length === 0 ? '' : `, ${fact.newLesions.length} new`;
      return `Response scan (${fact.modality}): ${targets(fact.targets)}, non-target ${fact.nonTarget}${added}`;
    }
    case 'AdverseEventRecorded':
      return `Adverse event: ${fact.term}, grade ${fact.grade}${fact.immuneRelated ? ', immune-related' : ''}`;
    case 'ExternalScoreReported':
      return `Reported by ${fact.reportedBy}: ${fact.system} ${inWords(fact.item)} ${fact.value}`;
    case 'PatientPreferenceRecorded':
      return fact.declines.length === 0 ? 'Patient preference recorded' : `Patient declines: ${fact.declines.join(', ')}`;
    case 'DeathRecorded':
      return 'Death recorded';
  }
}

const targets = (list: readonly Target[]): string =>
  list.length === 0
    ? 'no targets'
    : list.map((target) => `${target.lesion} ${target.state === 'measured' ? `${target.mm} mm` : inWords(target.state)}`).join(', ');
