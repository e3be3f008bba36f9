import type { ChangedPart } from '@tumor-board/knowledge';
import { inWords, M1_SYSTEMS, type M1System } from '@tumor-board/oncology';

/** The published subdivisions of M1 disease by first author and year, as clinicians name them. */
export const M1_SYSTEM_NAMES: Readonly<Record<M1System, string>> = {
  SHEN15: 'Shen 2015',
  JIANG16: 'Jiang 2016',
  SHEN16: 'Shen 2016',
  TIAN16: 'Tian 2016',
  ZOU17: 'Zou 2017',
  SUN19: 'Sun 2019',
  ZHENG20: 'Zheng 2020',
  YANG21: 'Yang 2021',
  CHAN24: 'Chan 2022 (Oral Oncol)',
  'CHAN25-1': 'Chan 2022 (Cancers), set 1',
  'CHAN25-2': 'Chan 2022 (Cancers), set 2',
  QIU22: 'Qiu 2022',
  YAO23: 'Yao 2023',
};

const PARTS: Readonly<Record<string, string>> = {
  stage: 'Stage',
  oligometastatic: 'Oligometastatic',
  'ebvDna.category': 'EBV DNA under treatment',
  'ebvDna.clearance': 'EBV DNA clearance',
  'response.latest': 'Latest response',
  'response.best': 'Best response',
  'response.gate': 'Response gate',
  nextStep: 'Proposed step',
  'nextStep.regimen': 'Proposed regimen',
  'nextStep.blocked': 'Blocked',
  'nextStep.needs': 'Needed before or beside',
  missing: 'Missing',
  alerts: 'Alerts',
};

/** A part of a headline as people name it: `m1.YAO23` is `Yao 2023`, `stage.TNM-9.group` is `Stage group (TNM-9)`. */
export function partLabel(part: string): string {
  const system = M1_SYSTEMS.find((id) => part === `m1.${id}`);
  if (system !== undefined) return M1_SYSTEM_NAMES[system];
  const [, edition, what] = /^stage\.(.+)\.(group|m)$/.exec(part) ?? [];
  if (edition !== undefined) return what === 'm' ? `M category (${edition})` : `Stage group (${edition})`;
  return PARTS[part] ?? part;
}

/** The parts by which a reader knows what has changed. */
const TELLING = ['stage', 'oligometastatic', 'ebvDna.category', 'ebvDna.clearance', 'response.latest', 'response.gate', 'nextStep'];

/** Of these the value is a code. */
const CODED = ['nextStep', 'response.gate', 'ebvDna.clearance'];

const valueText = (part: string, value: string | null): string => {
  if (value === null) return 'none';
  return CODED.includes(part) ? inWords(value) : value;
};

/** What has changed in a headline, in a line: the telling parts, and that there are others. Empty when nothing did. */
export function changesInWords(changed: readonly ChangedPart[]): string {
  const told = changed.filter(({ part }) => TELLING.includes(part));
  const texts = told.map(({ part, before, after }) => `${partLabel(part)} ${valueText(part, before)} → ${valueText(part, after)}`);
  if (told.length === changed.length) return texts.join('; ');
  return [...texts, told.length === 0 ? 'details of the assessment' : 'and other parts'].join('; ');
}
