import { CLINICAL_TRIALS_RULES } from '../clinical-trials/rules.js';
import { MEDICAL_ONCOLOGY_RULES } from '../medical-oncology/rules.js';
import { NUCLEAR_MEDICINE_RULES } from '../nuclear-medicine/rules.js';
import { PALLIATIVE_SUPPORTIVE_RULES } from '../palliative-supportive/rules.js';
import { PATHOLOGY_VIROLOGY_RULES } from '../pathology-virology/rules.js';
import { PHARMACY_SAFETY_RULES } from '../pharmacy-safety/rules.js';
import { RADIATION_ONCOLOGY_RULES } from '../radiation-oncology/rules.js';
import { RADIOLOGY_RULES } from '../radiology/rules.js';
import { RED_TEAM_RULES } from '../red-team/rules.js';
import { SURGERY_INTERVENTION_RULES } from '../surgery-intervention/rules.js';
import type { PanelRule } from './panel-rule.js';

/** Every rule that the agents argue by, in the order of the disciplines. */
export const PANEL_RULES: readonly PanelRule[] = [
  ...RADIOLOGY_RULES,
  ...NUCLEAR_MEDICINE_RULES,
  ...PATHOLOGY_VIROLOGY_RULES,
  ...MEDICAL_ONCOLOGY_RULES,
  ...RADIATION_ONCOLOGY_RULES,
  ...SURGERY_INTERVENTION_RULES,
  ...PALLIATIVE_SUPPORTIVE_RULES,
  ...PHARMACY_SAFETY_RULES,
  ...CLINICAL_TRIALS_RULES,
  ...RED_TEAM_RULES,
];

const BY_ID: ReadonlyMap<string, PanelRule> = new Map(PANEL_RULES.map((rule) => [rule.id, rule]));

/** A rule of the panel by its id; undefined when there is none. */
export const panelRule = (id: string): PanelRule | undefined => BY_ID.get(id);
