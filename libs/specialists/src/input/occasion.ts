import { INDUCTION_CYCLES } from '@tumor-board/oncology';
import {
  antiPd1InPlay,
  cisplatinInPlay,
  fluoropyrimidineInPlay,
  isEberNegative,
  lesionsIn,
  localTherapyInPlay,
  proposes,
  radiotherapyInPlay,
} from './case-reading.js';
import type { PanelInput } from './panel-input.js';

/** When a need arises: a name, so that needs are data. */
export const OCCASIONS = [
  'always',
  'before-treatment',
  'since-systemic-therapy',
  'after-induction',
  'ebv-dna-measured',
  'ebv-dna-readable',
  'cisplatin-in-play',
  'cisplatin-after-cisplatin',
  'anti-pd1-in-play',
  'fluoropyrimidine-in-play',
  'local-therapy-in-play',
  'radiotherapy-in-play',
  'bone-metastases',
  'progression',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

const TESTS: Readonly<Record<Occasion, (input: PanelInput) => boolean>> = {
  always: () => true,
  'before-treatment': ({ course }) => course.first === undefined,
  'since-systemic-therapy': ({ course }) => course.firstDose !== undefined,
  'after-induction': ({ cycles, course }) => cycles >= INDUCTION_CYCLES || course.lines[0]?.ended !== undefined,
  'ebv-dna-measured': ({ timeline }) => timeline.of('EbvDnaMeasured').length > 0,
  'ebv-dna-readable': (input) => !isEberNegative(input),
  'cisplatin-in-play': cisplatinInPlay,
  'cisplatin-after-cisplatin': (input) => cisplatinInPlay(input) && cisplatinGiven(input),
  'anti-pd1-in-play': antiPd1InPlay,
  'fluoropyrimidine-in-play': fluoropyrimidineInPlay,
  'local-therapy-in-play': localTherapyInPlay,
  'radiotherapy-in-play': radiotherapyInPlay,
  'bone-metastases': (input) => lesionsIn(input, 'bone').length > 0,
  progression: (input) => input.scan?.scan.overall === 'PD' || proposes(input, 'change-systemic'),
};

const cisplatinGiven = ({ course }: PanelInput): boolean =>
  course.lines.some(({ starts }) => starts.some(({ agents }) => agents.some((agent) => /cisplatin/i.test(agent))));

/** Whether a need of this occasion arises in a case. */
export const occurs = (occasion: Occasion, input: PanelInput): boolean => TESTS[occasion](input);
