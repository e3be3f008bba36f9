import { alternative, certainCount, chartFacts, isBoneOnly, lesionsIn, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { WHOLE_CASE } from '../opinion/claim.js';

/** Where in a case a contradiction of the review bites. */
export interface Bite {
  readonly option: string;
  readonly facts: readonly string[];
  /** What the contradiction comes to in this case, after its words. */
  readonly here?: string;
}

/** A contradiction or trap in what the pathway rests on, and the test whether it bears on a case. */
export interface Contradiction {
  /** `contradiction-07`: the numbers are those of the checklist that the product was built by. */
  readonly name: `contradiction-${number}${number}`;
  readonly words: string;
  readonly evidence: readonly string[];
  readonly bites: (input: PanelInput) => Bite | undefined;
}

const at = (option: string | undefined, facts: readonly string[]): Bite | undefined =>
  option === undefined ? undefined : { option, facts };
const onStep = (input: PanelInput, facts: readonly string[]): Bite => ({ option: proposed(input), facts });
const isOligometastatic = ({ assessment }: PanelInput): boolean =>
  assessment.oligometastatic.status === 'classified' && assessment.oligometastatic.value;
const gateFacts = ({ gate }: PanelInput): readonly string[] => gate.because.flatMap(({ facts }) => facts);
const standing = ({ scan }: PanelInput): string | undefined => scan?.standing;
const antiPd1Start = ({ course }: PanelInput) => course.currentLine?.antiPd1From;

/** The contradictions that a single case can run into. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    name: 'contradiction-01',
    words: 'Oligometastatic is never defined: the step rests on the number that the site chose.',
    evidence: ['liu-2023'],
    bites: (input) =>
      isOligometastatic(input) &&
      (proposes(input, 'ablate-upfront', 'consolidate-metastases') || input.assessment.nextStep.ablation === 'deferred')
        ? onStep(input, chartFacts(input))
        : undefined,
  },
  {
    name: 'contradiction-02',
    words: 'Ablation comes before systemic therapy in the final recommendation, before or after one or two cycles in the text.',
    evidence: ['text/liu-2023-ablation'],
    bites: (input) => (proposes(input, 'ablate-upfront') ? onStep(input, chartFacts(input)) : undefined),
  },
  {
    name: 'contradiction-03',
    words:
      'Radical radiotherapy for oligometastatic disease whatever the response, and none after a poor response: both stand in the review.',
    evidence: ['text/liu-2023-locoregional'],
    bites: (input) =>
      input.gate.gate === 'poor' && isOligometastatic(input) ? onStep(input, [...gateFacts(input), ...chartFacts(input)]) : undefined,
  },
  {
    name: 'contradiction-04',
    words:
      'A good response is CR or PR in the final recommendation, but also undetectable EBV DNA in the text: here the gate is good by the marker alone.',
    evidence: ['text/liu-2023-locoregional'],
    bites: (input) =>
      input.gate.gate === 'good' && ['SD', 'non-CR/non-PD'].includes(standing(input) ?? '') ? onStep(input, gateFacts(input)) : undefined,
  },
  {
    name: 'contradiction-05',
    words: 'Stable disease is not named by the review: what follows from it is a product rule.',
    evidence: ['liu-2023', 'product-rule'],
    bites: (input) => (['SD', 'non-CR/non-PD'].includes(standing(input) ?? '') ? onStep(input, gateFacts(input)) : undefined),
  },
  {
    name: 'contradiction-06',
    words:
      'Four to six cycles before radiotherapy, up to six in first line, and a decision after three in the trial: the right number is not settled.',
    evidence: ['text/liu-2023-systemic', 'text/you-2020'],
    bites: (input) =>
      proposes(input, 'continue-systemic', 'locoregional-rt') && input.cycles >= 3 && input.cycles < 6
        ? onStep(input, input.course.currentLine?.cycles.slice(-1).map(({ id }) => id) ?? [])
        : undefined,
  },
  {
    name: 'contradiction-07',
    words: 'Concurrent chemotherapy is recommended, yet a cohort that the review cites found no gain from it in any group.',
    evidence: ['table-2/yao-2023', 'table-5/zheng-2022'],
    bites: (input) =>
      proposes(input, 'locoregional-rt') && input.assessment.nextStep.concurrent !== undefined
        ? onStep(input, chartFacts(input))
        : undefined,
  },
  {
    name: 'contradiction-08',
    words:
      'No gain from locoregional radiotherapy with liver metastases in the text, no liver guard in the recommendation, a gain in the intermediate group of another cohort, which holds few lesions with liver metastases among others.',
    evidence: ['text/zou-2017-liver', 'radiotherapy/yao-2023'],
    bites: (input) =>
      proposes(input, 'locoregional-rt') && lesionsIn(input, 'liver').length > 0 ? onStep(input, chartFacts(input)) : undefined,
  },
  {
    name: 'contradiction-10',
    words: 'The two classes of Tian 2016 overlap as published.',
    evidence: ['tian-2016'],
    bites: (input) => {
      const finding = input.assessment.m1.TIAN16;
      if (input.chart === undefined || finding.status !== 'indeterminate') return undefined;
      const isOverlap = (item: string): boolean => item.startsWith('definition: published');
      if (!finding.missing.some(isOverlap)) return undefined;
      const open = finding.missing.filter((item) => !isOverlap(item));
      const here =
        open.length === 0
          ? 'This case meets the conditions of both.'
          : `This case may meet the conditions of both; open: ${open.join(', ')}.`;
      return { option: WHOLE_CASE, facts: chartFacts(input), here };
    },
  },
  {
    name: 'contradiction-12',
    words: 'Yao 2023 assigns EBV DNA of exactly 62,000 copies/mL to no group.',
    evidence: ['yao-2023'],
    bites: (input) =>
      input.assessment.m1.YAO23.status === 'indeterminate' &&
      input.assessment.m1.YAO23.missing.some((item) => item.startsWith('rule undefined'))
        ? at(WHOLE_CASE, input.ebv.state.baseline === undefined ? [] : [input.ebv.state.baseline.id])
        : undefined,
  },
  {
    name: 'contradiction-16',
    words: 'Published lesion limits are 3, 4 and 5, "less than 5" and "more than 5": at this number of lesions they part.',
    evidence: ['liu-2023'],
    bites: (input) => {
      const lesions = certainCount(input);
      return lesions >= 4 && lesions <= 5 ? at(WHOLE_CASE, chartFacts(input)) : undefined;
    },
  },
  {
    name: 'contradiction-19',
    words: 'Bone-only disease without measurable targets can never be a partial response: the gate by CR or PR is out of reach.',
    evidence: ['liu-2023'],
    bites: (input) => {
      const baseline = input.timeline.of('BaselineLesionsMeasured').at(-1);
      return isBoneOnly(input) && baseline !== undefined && baseline.targets.length === 0
        ? onStep(input, [...chartFacts(input), baseline.id])
        : undefined;
    },
  },
  {
    name: 'contradiction-20',
    words: 'IVB is any M1 in TNM-8 and more than 3 lesions in TNM-9, IVA is M1a in TNM-9: say the edition with the stage.',
    evidence: ['pan-2024-tnm9', 'ajcc-8-npc'],
    bites: (input) => {
      const group = input.assessment.stage['TNM-9'].group;
      return group.status === 'classified' && group.value === 'IVA' ? at(WHOLE_CASE, chartFacts(input)) : undefined;
    },
  },
  {
    name: 'contradiction-22',
    words:
      'The capecitabine trial followed TPC, asked for disease control, held 41 % asynchronous metastases and measured PFS; the limit of 30,000 copies/mL is of another study.',
    evidence: ['text/liu-2022-capecitabine', 'text/sun-2020-capecitabine'],
    bites: (input) =>
      proposes(input, 'maintenance')
        ? at(
            alternative(input, /capecitabine/i) ??
              (input.assessment.nextStep.regimen?.includes('capecitabine') === true ? 'maintenance' : undefined),
            chartFacts(input),
          )
        : undefined,
  },
  {
    name: 'contradiction-23',
    words: 'An EQD2 of 60 Gy or more is the aim, yet in bone-only disease no effect of the dose was found.',
    evidence: ['text/eqd2', 'table-6/lin-2022'],
    bites: (input) => (proposes(input, 'consolidate-metastases') && isBoneOnly(input) ? onStep(input, chartFacts(input)) : undefined),
  },
  {
    name: 'contradiction-24',
    words: 'Yang 2021, high risk: P=0.076 for radiotherapy is not proof that it has no effect.',
    evidence: ['yang-2021'],
    bites: (input) => {
      const finding = input.assessment.m1.YANG21;
      return proposes(input, 'locoregional-rt') && finding.status === 'classified' && finding.value === 'high'
        ? onStep(input, chartFacts(input))
        : undefined;
    },
  },
  {
    name: 'contradiction-26',
    words: 'Ablation up front, deferred or after response is expert opinion in the review; it carries no grade.',
    evidence: ['text/liu-2023-ablation'],
    bites: (input) => (proposes(input, 'ablate-upfront', 'consolidate-metastases') ? onStep(input, chartFacts(input)) : undefined),
  },
  {
    name: 'contradiction-27',
    words: 'The rules on EBV DNA assume a non-keratinising tumour; this one is not.',
    evidence: ['liu-2023'],
    bites: (input) => {
      const histology = input.timeline.latest('HistologyReported');
      return histology?.histology === 'keratinising' ? at(WHOLE_CASE, [histology.id]) : undefined;
    },
  },
  {
    name: 'contradiction-28',
    words:
      'Response in the trial of radiotherapy was CR or PR after three cycles of fluorouracil with cisplatin; here an anti-PD-1 agent was given, and pseudoprogression is not addressed.',
    evidence: ['text/you-2020'],
    bites: (input) => {
      const start = antiPd1Start(input);
      return start !== undefined && proposes(input, 'locoregional-rt', 'confirm-progression') ? onStep(input, [start.id]) : undefined;
    },
  },
  {
    name: 'contradiction-30',
    words:
      'Fractions of at most 2 Gy held bone lesions better, at odds with stereotactic radiotherapy; fraction and total dose go together there.',
    evidence: ['text/li-2020-fraction'],
    bites: (input) =>
      lesionsIn(input, 'bone').length > 0 && proposes(input, 'consolidate-metastases') ? onStep(input, chartFacts(input)) : undefined,
  },
];
