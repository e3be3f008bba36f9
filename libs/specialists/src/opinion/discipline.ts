import { DISCIPLINES, type Discipline } from '@tumor-board/knowledge';

/** The specialist agents, in the fixed order in which their first opinions are read. */
export const SPECIALTIES = [
  'radiology',
  'nuclear-medicine',
  'pathology-virology',
  'medical-oncology',
  'radiation-oncology',
  'surgery-intervention',
  'palliative-supportive',
  'pharmacy-safety',
  'clinical-trials',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** Every agent that gives an opinion: the specialists independently, then the red team, which has read them. */
export const PANEL = [...SPECIALTIES, 'red-team'] as const;
export type PanelDiscipline = (typeof PANEL)[number];

/** The voice of a language model: of no discipline, so that nobody takes what it says for the word of one. */
export const LANGUAGE_MODEL = 'language-model';

/** Whom an opinion may speak for: an agent's discipline, the board discipline of a person, or a language model for itself. */
export type OpinionDiscipline = PanelDiscipline | Discipline | typeof LANGUAGE_MODEL;
export const OPINION_DISCIPLINES: readonly OpinionDiscipline[] = [
  ...new Set<OpinionDiscipline>([...PANEL, ...DISCIPLINES, LANGUAGE_MODEL]),
];

/** The disciplines in words. */
export const DISCIPLINE_NAMES: Readonly<Record<PanelDiscipline, string>> = {
  radiology: 'Radiology',
  'nuclear-medicine': 'Nuclear medicine',
  'pathology-virology': 'Pathology and virology',
  'medical-oncology': 'Medical oncology',
  'radiation-oncology': 'Radiation oncology',
  'surgery-intervention': 'Surgery and intervention',
  'palliative-supportive': 'Palliative and supportive care',
  'pharmacy-safety': 'Pharmacy and safety',
  'clinical-trials': 'Clinical trials',
  'red-team': 'Red team',
};
