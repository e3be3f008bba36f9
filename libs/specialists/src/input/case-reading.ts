import type { NextStepCode } from '@tumor-board/knowledge';
import { type AgentClass, type FactOf, isAntiPd1, isFluoropyrimidine } from '@tumor-board/oncology';
import type { PanelInput } from './panel-input.js';

/** The code of the proposed step, which is also the name of its option. */
export const proposed = ({ assessment }: PanelInput): NextStepCode => assessment.nextStep.code;

/** True when the proposed step is one of these. */
export const proposes = (input: PanelInput, ...codes: readonly NextStepCode[]): boolean => codes.includes(proposed(input));

/** The first alternative whose title fits, as an option; undefined when none is offered. */
export const alternative = ({ options }: PanelInput, title: RegExp): string | undefined =>
  options.find((option) => option.kind === 'alternative' && title.test(option.title))?.option;

/** The option under which the assessment rules something out; undefined when it does not. */
export const blocked = ({ options }: PanelInput, option: string): string | undefined =>
  options.find((one) => one.kind === 'blocked' && one.option === option)?.option;

export const hasDied = ({ timeline }: PanelInput): boolean => timeline.latest('DeathRecorded') !== undefined;

/** Charted lesions in one organ; equivocal ones included. */
export const lesionsIn = ({ chart }: PanelInput, organ: FactOf<'MetastasesCharted'>['lesions'][number]['organ']) =>
  chart?.lesions.filter((lesion) => lesion.organ === organ) ?? [];

/** True when every charted metastasis is in bone, and there is one. */
export const isBoneOnly = ({ chart }: PanelInput): boolean =>
  chart !== undefined && chart.lesions.length > 0 && chart.lesions.every(({ organ }) => organ === 'bone');

/** Number of charted lesions, equivocal ones left out. */
export const certainCount = ({ chart }: PanelInput): number =>
  chart?.lesions.reduce((sum, { certainty, count }) => (certainty === 'equivocal' ? sum : sum + count), 0) ?? 0;

/** Ids of the chart, for citing it. */
export const chartFacts = ({ chart }: PanelInput): readonly string[] => (chart === undefined ? [] : [chart.id]);

/** The agents that the proposed step or the therapy under way holds. */
export function agentsInPlay({ assessment, course }: PanelInput): readonly string[] {
  const { nextStep } = assessment;
  const goesOn = nextStep.code === 'continue-systemic' || nextStep.code === 'confirm-progression';
  const given = goesOn ? (course.currentLine?.starts.at(-1)?.agents ?? []) : [];
  return [...new Set([...(nextStep.regimen ?? []), ...(nextStep.concurrent === undefined ? [] : [nextStep.concurrent]), ...given])];
}

const named = (input: PanelInput, test: (agent: string) => boolean): boolean => agentsInPlay(input).some(test);
export const cisplatinInPlay = (input: PanelInput): boolean => named(input, (agent) => /cisplatin/i.test(agent));
export const carboplatinInPlay = (input: PanelInput): boolean => named(input, (agent) => /carboplatin/i.test(agent));
export const gemcitabineInPlay = (input: PanelInput): boolean => named(input, (agent) => /gemcitabine/i.test(agent));
export const antiPd1InPlay = (input: PanelInput): boolean => named(input, isAntiPd1);
/** A fluoropyrimidine is in the step, or an alternative names capecitabine. */
export const fluoropyrimidineInPlay = (input: PanelInput): boolean =>
  named(input, isFluoropyrimidine) || alternative(input, /capecitabine/i) !== undefined;

const IN_PLAY: Readonly<Record<AgentClass, (input: PanelInput) => boolean>> = {
  cisplatin: cisplatinInPlay,
  carboplatin: carboplatinInPlay,
  gemcitabine: gemcitabineInPlay,
  antiPd1: antiPd1InPlay,
  fluoropyrimidine: fluoropyrimidineInPlay,
};

/** True when the proposed step, the therapy under way or an alternative holds an agent of the group. */
export const inPlay = (agent: AgentClass, input: PanelInput): boolean => IN_PLAY[agent](input);

/** Local therapy of metastases is proposed, offered or named in the needs. */
export const localTherapyInPlay = (input: PanelInput): boolean =>
  proposes(input, 'ablate-upfront', 'consolidate-metastases') ||
  alternative(input, /ablat|resection|stereotactic|local therapy to the/i) !== undefined;

/** Locoregional radiotherapy is proposed or offered. */
export const radiotherapyInPlay = (input: PanelInput): boolean =>
  proposes(input, 'locoregional-rt') || alternative(input, /^locoregional radiotherapy|salvage/i) !== undefined;

/** An adverse event as it stands now: the last record of each term, in the order of first mention. */
export interface StandingEvent {
  readonly term: string;
  readonly grade: number;
  readonly now: number;
  readonly fact: string;
  readonly on: string;
}

/** Every adverse event as it stands now. The same term recorded again is the same event followed up. */
export function standingEvents({ timeline }: PanelInput): readonly StandingEvent[] {
  const byTerm = new Map<string, StandingEvent>();
  for (const { term, grade, resolvedToGrade, id, on } of timeline.of('AdverseEventRecorded')) {
    byTerm.set(term.trim().toLowerCase(), { term, grade, now: resolvedToGrade ?? grade, fact: id, on });
  }
  return [...byTerm.values()];
}

/** The last standing fitness record that gives an item. */
export const fitnessRecord = ({ timeline }: PanelInput, item: keyof FactOf<'FitnessRecorded'>): FactOf<'FitnessRecorded'> | undefined =>
  timeline.of('FitnessRecorded').findLast((record) => record[item] !== undefined);

/** True when EBV DNA says nothing about the tumour. */
export const isEberNegative = ({ timeline }: PanelInput): boolean => timeline.latest('HistologyReported')?.eber === 'negative';

/** Ids of the samples of EBV DNA that the kinetics read, first to last. */
export const ebvFacts = ({ timeline, ebv }: PanelInput): readonly string[] => {
  const anchor = ebv.state.baseline ?? timeline.of('EbvDnaMeasured')[0];
  if (anchor === undefined) return [];
  return timeline
    .of('EbvDnaMeasured')
    .filter(({ assay, unit, specimen }) => assay === anchor.assay && unit === anchor.unit && specimen === anchor.specimen)
    .map(({ id }) => id);
};

/** A histology in words: `non-keratinising, undifferentiated`. */
export const histologyText = ({ histology }: Pick<FactOf<'HistologyReported'>, 'histology'>): string =>
  histology.replace(/-(?=(un)?diff)/, ', ');

/** A result of EBV DNA in words. */
export function ebvText(sample: FactOf<'EbvDnaMeasured'>, number: (value: number) => string): string {
  switch (sample.result) {
    case 'quantified':
      return `${number(sample.value ?? 0)} ${sample.unit}`;
    case 'undetectable':
      return 'not detected';
    case 'below-quantification':
      return 'detected below quantification';
  }
}
