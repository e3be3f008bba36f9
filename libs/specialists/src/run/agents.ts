import { clinicalTrials } from '../clinical-trials/clinical-trials.js';
import { medicalOncology } from '../medical-oncology/medical-oncology.js';
import { nuclearMedicine } from '../nuclear-medicine/nuclear-medicine.js';
import type { PanelDiscipline, Specialty } from '../opinion/discipline.js';
import type { Agent } from '../opinion/opinion.js';
import { palliativeSupportive } from '../palliative-supportive/palliative-supportive.js';
import { pathologyVirology } from '../pathology-virology/pathology-virology.js';
import { pharmacySafety } from '../pharmacy-safety/pharmacy-safety.js';
import { radiationOncology } from '../radiation-oncology/radiation-oncology.js';
import { radiology } from '../radiology/radiology.js';
import { redTeam } from '../red-team/red-team.js';
import { surgeryIntervention } from '../surgery-intervention/surgery-intervention.js';

/** The specialists in their fixed order, by discipline. */
export const SPECIALIST_AGENTS: Readonly<Record<Specialty, Agent>> = {
  radiology,
  'nuclear-medicine': nuclearMedicine,
  'pathology-virology': pathologyVirology,
  'medical-oncology': medicalOncology,
  'radiation-oncology': radiationOncology,
  'surgery-intervention': surgeryIntervention,
  'palliative-supportive': palliativeSupportive,
  'pharmacy-safety': pharmacySafety,
  'clinical-trials': clinicalTrials,
};

/** Every agent, the red team last. */
export const AGENTS: readonly Agent[] = [...Object.values(SPECIALIST_AGENTS), redTeam];

/** The agent of a discipline. */
export const agentOf = (discipline: PanelDiscipline): Agent => (discipline === 'red-team' ? redTeam : SPECIALIST_AGENTS[discipline]);
