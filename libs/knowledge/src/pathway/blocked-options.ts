import type { Reason } from '@tumor-board/kernel';
import type { NextStep } from '../assessment.js';
import { AGENTS, type Agent, againstAgent, byWish } from './agents.js';
import { UPFRONT_ABLATION_MAX_MM } from './metastases.js';
import type { Situation } from './situation.js';

/** Every option that a guard, a response or the patient's wish rules out at this point, with why. */
export function blockedOptions(situation: Situation): NextStep['blocked'] {
  const { declined, scan, gate, chart, oligometastatic, remaining, timeline, course } = situation;
  const blocked: { option: string; because: Reason[] }[] = [];
  const block = (option: string, because: readonly Reason[]): void => {
    if (because.length > 0) blocked.push({ option, because: [...because] });
  };
  for (const agent of Object.keys(AGENTS) as Agent[]) block(agent, againstAgent(situation, agent));

  const radiotherapy: Reason[] = [];
  const isProgression = scan?.scan.overall === 'PD';
  // Where the disease may be oligometastatic, the review says both, and the board is asked rather than told.
  const isWidespread = oligometastatic.status === 'classified' && !oligometastatic.value;
  if (scan !== undefined && (isProgression || (gate.gate === 'poor' && isWidespread))) {
    radiotherapy.push({
      text: `no aggressive radiotherapy after ${isProgression ? 'progression' : 'a poor response'} (${gate.reason})`,
      facts: [scan.scan.fact],
      rule: 'radiotherapy/poor-response',
      evidence: ['liu-2023'],
    });
  }
  if (declined.radiotherapy !== undefined) radiotherapy.push(byWish(declined.radiotherapy));
  block('radical locoregional radiotherapy', radiotherapy);

  if (course.first === undefined && chart !== undefined) {
    const ablation: Reason[] = [];
    const large = remaining.lesions.filter(({ sizeMm }) => sizeMm !== undefined && sizeMm > UPFRONT_ABLATION_MAX_MM);
    if (large.length > 0) {
      ablation.push({
        text: `${large.map(({ lesion, sizeMm }) => `${lesion.id} ${sizeMm} mm`).join(', ')}: larger than 50 mm`,
        facts: [chart.id],
        rule: 'ablation/deferred-above-50-mm',
        evidence: ['liu-2023'],
      });
    }
    if (declined.ablation !== undefined) ablation.push(byWish(declined.ablation));
    block('upfront ablation', ablation);
  }
  if (declined.systemic !== undefined) block('systemic therapy', [byWish(declined.systemic)]);

  const histology = timeline.latest('HistologyReported');
  if (histology?.eber === 'negative') {
    block('rules that read EBV DNA', [
      {
        text: 'EBER-negative tumour: EBV DNA says nothing about it',
        facts: [histology.id],
        rule: 'ebv/eber-negative',
        evidence: ['product-rule'],
      },
    ]);
  }
  return blocked;
}
