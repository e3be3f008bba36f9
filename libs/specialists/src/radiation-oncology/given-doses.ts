import { eqd2, locoregionalDose, metastasisDose } from '@tumor-board/oncology';
import { alternative, isBoneOnly, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueFor, counted, raise } from '../opinion/draft.js';
import { rule } from './rules.js';

/** What has been given, with its comparable dose. */
export function onGiven(input: PanelInput): Draft[] {
  const { course, timeline } = input;
  const drafts: Draft[] = [];
  const after = proposes(input, 'maintenance', 'consolidate-metastases', 'surveillance') ? proposed(input) : WHOLE_CASE;
  for (const { id, on, doseGy, fractions, concurrent } of course.locoregionalRadiotherapy) {
    const { band, text, evidence } = locoregionalDose(doseGy);
    const said = `Locoregional ${doseGy} Gy in ${counted(fractions, 'fraction')} on ${on} (EQD2 ${eqd2(doseGy, fractions).toFixed(1)} Gy, α/β 10)${concurrent === undefined ? '' : ` with ${concurrent}`}: ${text}.`;
    drafts.push(
      band === 'recommended' && after !== WHOLE_CASE
        ? argueFor(after, said, { facts: [id], rule: rule('dose') })
        : raise(after, said, { facts: [id], rule: rule('dose'), evidence }),
    );
  }
  const boneOnly = isBoneOnly(input);
  for (const { id, on, doseGy, fractions, lesions } of metastasisCourses(input)) {
    const { text, cautions, evidence } = metastasisDose(doseGy, fractions, { boneOnly });
    drafts.push(
      raise(
        proposes(input, 'consolidate-metastases') ? 'consolidate-metastases' : WHOLE_CASE,
        `Metastasis ${lesions.join(', ') || '(not named)'}: ${doseGy} Gy in ${counted(fractions, 'fraction')} on ${on}; ${text}; ${cautions.join('; ')}.`,
        { facts: [id], rule: rule('dose-to-metastases'), evidence },
      ),
    );
  }
  const earlier = timeline.of('RadiotherapyDelivered');
  const more =
    proposes(input, 'locoregional-rt', 'consolidate-metastases', 'change-systemic') ||
    alternative(input, /palliative radiotherapy/i) !== undefined;
  if (earlier.length > 0 && more) {
    const named = earlier.map(({ target, doseGy, fractions, on }) => `${target} ${doseGy} Gy/${fractions} (${on})`);
    drafts.push(
      raise(proposed(input), `Earlier fields to sum before any new one: ${named.join('; ')}.`, {
        facts: earlier.map(({ id }) => id),
        rule: rule('earlier-fields'),
      }),
    );
  }
  return drafts;
}

const metastasisCourses = ({
  timeline,
}: PanelInput): { id: string; on: string; doseGy: number; fractions: number; lesions: readonly string[] }[] => [
  ...timeline
    .of('RadiotherapyDelivered')
    .flatMap(({ id, on, target, doseGy, fractions, lesions }) =>
      target === 'metastasis' ? [{ id, on, doseGy, fractions, lesions: lesions ?? [] }] : [],
    ),
  ...timeline
    .of('LocalTherapyDelivered')
    .flatMap(({ id, on, modality, doseGy, fractions, lesions }) =>
      modality === 'sbrt' && doseGy !== undefined && fractions !== undefined ? [{ id, on, doseGy, fractions, lesions }] : [],
    ),
];
