import { declinedBy, type NextStepCode } from '@tumor-board/knowledge';
import { type FactOf, timelineOf } from '@tumor-board/oncology';
import { alternative, hasDied, proposed, proposes, radiotherapyInPlay, type StandingEvent, standingEvents } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, listed, raise } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'what the patient wants',
    why: 'no preference is on record, and none recorded is not consent',
    owner: 'clinical nurse specialist',
    when: 'always',
    reads: { kind: 'fact', type: 'PatientPreferenceRecorded' },
    severity: 'data-gap',
  },
  {
    item: 'ECOG performance status',
    why: 'every step is weighed against it',
    owner: 'treating clinician',
    when: 'always',
    reads: { kind: 'fact', type: 'PerformanceStatusRecorded' },
    severity: 'data-gap',
  },
  {
    item: 'toxicity so far',
    why: 'no adverse event is on record since therapy began; none recorded is not none',
    owner: 'treating clinician',
    when: 'since-systemic-therapy',
    reads: { kind: 'fact', type: 'AdverseEventRecorded', since: 'treatment' },
    severity: 'data-gap',
  },
  {
    item: 'palliative care referral',
    why: 'the step asks for it',
    owner: 'palliative care',
    when: 'always',
    reads: { kind: 'open-item', begins: ['palliative care referral'] },
    severity: 'preference',
  },
  {
    item: 'weight, swallowing and dental status',
    why: 'support is arranged before radiotherapy of head and neck begins',
    owner: 'dietitian, speech and language therapist, dentist',
    when: 'radiotherapy-in-play',
    reads: { kind: 'person' },
    severity: 'preference',
  },
];

const ACTIVE: readonly NextStepCode[] = [
  'ablate-upfront',
  'start-systemic',
  'continue-systemic',
  'locoregional-rt',
  'consolidate-metastases',
  'maintenance',
  'change-systemic',
];
const EMERGENCIES: readonly RegExp[] = [
  /cord compression|hypercalc|carotid|temporal lobe necrosis/i,
  /stridor|airway(?! (infection|inflammation|cough))|asphyxia/i,
  /intracranial (pressure|hypertension)|(brain|cerebral|uncal|tonsillar) herniation|\bicp\b/i,
  /(intracranial|intracerebral|cerebral|brain) (ha?emorrhage|bleed)/i,
];
/** Bleeding is an emergency from this grade on. */
const SEVERE_BLEEDING = 3;
const BLEEDING = /bleed|ha?emorrhag|epistaxis/i;
const isEmergency = ({ term, now }: StandingEvent): boolean =>
  now > 0 && (EMERGENCIES.some((words) => words.test(term)) || (now >= SEVERE_BLEEDING && BLEEDING.test(term)));

function argue(input: PanelInput): Draft[] {
  const death = input.timeline.latest('DeathRecorded');
  if (hasDied(input) && death !== undefined) {
    return [raise(proposed(input), `The patient died on ${death.on}: no step is proposed.`, { facts: [death.id], rule: rule('death') })];
  }
  return [...onStatus(input), ...onWishes(input), ...onBurden(input), ...onSupport(input)];
}

function onStatus(input: PanelInput): Draft[] {
  const status = input.timeline.latest('PerformanceStatusRecorded');
  if (status === undefined) return [];
  const { ecog, on, id } = status;
  const step = proposed(input);
  const facts = [id];
  if (step === 'supportive-care')
    return [argueFor(step, `ECOG ${ecog} (${on}): comfort, symptoms and family come first.`, { facts, rule: rule('ecog-systemic') })];
  if (!ACTIVE.includes(step))
    return ecog >= 3
      ? [raise(step, `ECOG ${ecog} (${on}): every active option is hard to bear.`, { facts, rule: rule('ecog-systemic') })]
      : [];
  const radical = proposes(input, 'locoregional-rt');
  if (ecog <= 1) {
    return [
      argueFor(
        step,
        radical ? `ECOG ${ecog} (${on}): fit enough for radical radiotherapy.` : `ECOG ${ecog} (${on}): fit enough for the step.`,
        { facts, rule: radical ? rule('ecog-radical') : rule('ecog-systemic') },
      ),
    ];
  }
  if (ecog === 2) {
    return [
      radical
        ? argueAgainst(step, `ECOG 2 (${on}): radical radiotherapy asks for ECOG 0 to 1.`, {
            facts,
            rule: rule('ecog-radical'),
          })
        : raise(step, `ECOG 2 (${on}): individualise dose and goal.`, { facts, rule: rule('ecog-systemic') }),
    ];
  }
  const care = alternative(input, /supportive care/i);
  return [
    argueAgainst(step, `ECOG ${ecog} (${on}): the burden is likely to outweigh the gain.`, { facts, rule: rule('ecog-systemic') }),
    ...(care === undefined
      ? []
      : [
          argueFor(care, `ECOG ${ecog} (${on}): supportive care is a full option, not what is left.`, {
            facts,
            rule: rule('ecog-systemic'),
          }),
        ]),
  ];
}

function onWishes(input: PanelInput): Draft[] {
  const { assessment, timeline, declined } = input;
  const drafts = assessment.nextStep.blocked.flatMap(({ option, because }): Draft[] => {
    const wish = because.find((reason) => reason.rule === 'preference');
    return wish === undefined
      ? []
      : [argueAgainst(option, `The patient declines ${option}.`, { facts: wish.facts, rule: 'preference', severity: 'veto' })];
  });
  const latest = timeline.latest('PatientPreferenceRecorded');
  if (declined.everything !== undefined && proposes(input, 'supportive-care')) {
    drafts.push(
      argueFor('supportive-care', 'The patient declines treatment of the cancer; symptoms are treated.', {
        facts: declined.everything,
        rule: rule('wish'),
      }),
    );
  }
  const unread = latest?.declines.filter((item) => !isUnderstood(latest, item)) ?? [];
  if (latest !== undefined && unread.length > 0) {
    drafts.push(
      raise(WHOLE_CASE, `${counted(unread.length, 'wish', 'wishes')} on record (${latest.on}) that no rule can read: a person must.`, {
        facts: [latest.id],
        rule: rule('wish-not-understood'),
      }),
    );
  }
  if (declined.maintenance !== undefined && proposes(input, 'maintenance')) {
    drafts.push(
      argueAgainst('maintenance', 'The patient declines maintenance.', {
        facts: declined.maintenance,
        rule: 'preference',
        severity: 'veto',
      }),
    );
  }
  return drafts;
}

/** True when some rule can read a wish: read alone, so that one that is understood does not hide another that is not. */
const isUnderstood = (preference: FactOf<'PatientPreferenceRecorded'>, item: string): boolean =>
  Object.values(declinedBy(timelineOf([{ ...preference, declines: [item] }]))).some((facts) => facts !== undefined);

function onBurden(input: PanelInput): Draft[] {
  const events = standingEvents(input);
  const emergency = events.filter(isEmergency);
  const heavy = events.filter(({ now }) => now >= 2);
  return [
    ...(emergency.length === 0
      ? []
      : [
          raise(WHOLE_CASE, `Emergency: ${listed(emergency.map(({ term, on }) => `${term} (${on})`))}. It does not wait for the meeting.`, {
            facts: emergency.map(({ fact }) => fact),
            rule: rule('emergency'),
          }),
        ]),
    ...(heavy.length === 0
      ? []
      : [
          raise(proposed(input), `Burden now: ${listed(heavy.map(({ term, now, on }) => `${term} grade ${now} (${on})`))}.`, {
            facts: heavy.map(({ fact }) => fact),
            rule: rule('burden'),
          }),
        ]),
  ];
}

function onSupport(input: PanelInput): Draft[] {
  const { scan, timeline } = input;
  const drafts: Draft[] = [];
  const status = timeline.latest('PerformanceStatusRecorded');
  const progressing = scan?.scan.overall === 'PD';
  const weak = status !== undefined && status.ecog >= 2;
  if (progressing || weak) {
    const why = [...(progressing ? [`progression on ${scan.scan.on}`] : []), ...(weak ? [`ECOG ${status.ecog}`] : [])];
    drafts.push(
      raise(WHOLE_CASE, `${listed(why).replace(/^p/, 'P')}: palliative care sees the patient now, beside treatment.`, {
        facts: [...(progressing ? [scan.scan.fact] : []), ...(weak ? [status.id] : [])],
        rule: rule('involve'),
      }),
    );
    const care = alternative(input, /best supportive care/i);
    if (care !== undefined && !weak)
      drafts.push(
        raise(care, 'Supportive care alone is offered and not assumed: the wish of the patient decides.', {
          facts: progressing ? [scan.scan.fact] : [],
          rule: rule('wish'),
        }),
      );
  }
  if (radiotherapyInPlay(input) && proposes(input, 'locoregional-rt')) {
    drafts.push(
      raise(
        'locoregional-rt',
        'Nutrition, swallowing and teeth are looked after before the first fraction; a break of more than 5 days is avoided.',
        { rule: rule('radiotherapy-support') },
      ),
    );
  }
  return drafts;
}

/** Speaks for what the patient can bear and wants: performance status, wishes, toxicity, support. */
export const palliativeSupportive: Agent = { discipline: 'palliative-supportive', version: '2', needs: NEEDS, argue };
