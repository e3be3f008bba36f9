import { CAPECITABINE_EBV_DNA_AT_MOST } from '@tumor-board/knowledge';
import { alternative, isEberNegative } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import type { Draft } from '../opinion/claim.js';
import { argueFor, grouped, raise } from '../opinion/draft.js';
import { figure } from '../rules/figures.js';
import { lineFacts } from './line.js';
import { rule } from './rules.js';

/** Maintenance: which agent, for how long, and for whom the evidence is. */
export function onMaintenance(input: PanelInput): Draft[] {
  const { assessment, ebv } = input;
  const regimen = assessment.nextStep.regimen ?? [];
  const drafts: Draft[] = [];
  const capecitabine = alternative(input, /capecitabine/i) ?? (regimen.includes('capecitabine') ? 'maintenance' : undefined);
  if (regimen.includes('anti-PD-1')) {
    drafts.push(
      argueFor('maintenance', `Anti-PD-1 maintenance, at most two years. ${figure('later/jupiter-02-final', 0)} (with maintenance).`, {
        facts: lineFacts(input),
        rule: rule('maintenance-duration'),
        evidence: ['later/jupiter-02-final'],
      }),
    );
    drafts.push(
      raise('maintenance', 'Anti-PD-1 and capecitabine together are unproven: one of them.', {
        facts: lineFacts(input),
        rule: rule('maintenance-combination'),
      }),
    );
  }
  if (capecitabine !== undefined) {
    drafts.push(
      argueFor(capecitabine, `Capecitabine maintenance. ${figure('later/liu-2022-capecitabine', 0)}.`, {
        facts: lineFacts(input),
        rule: 'P21',
        evidence: ['later/liu-2022-capecitabine'],
      }),
    );
    const e0 = ebv.state.baseline;
    if (!isEberNegative(input) && e0?.value !== undefined && e0.unit === 'copies/mL' && e0.specimen === 'plasma') {
      const side = e0.value <= CAPECITABINE_EBV_DNA_AT_MOST ? 'within' : 'above';
      drafts.push(
        raise(
          capecitabine,
          `EBV DNA before treatment ${grouped(e0.value)} copies/mL: ${side} the at most ${grouped(CAPECITABINE_EBV_DNA_AT_MOST)} up to which a series of 64 saw the gain; another assay, retrospective.`,
          { facts: [e0.id], rule: rule('capecitabine-level'), evidence: ['text/sun-2020-capecitabine'] },
        ),
      );
    }
  }
  return drafts;
}
