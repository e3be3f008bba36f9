import { daysBetween } from '@tumor-board/kernel';
import { EBV_DNA_THRESHOLDS } from '@tumor-board/knowledge';
import { cyclesBy } from '@tumor-board/oncology';
import { hasDied, isEberNegative, lesionsIn, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueFor, grouped, listed, raise } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { PET_AFTER_CHEMOTHERAPY_DAYS, PET_AFTER_RADIOTHERAPY_DAYS, rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'imaging of organs not imaged',
    why: 'not imaged is not the same as free of metastases; FDG PET-CT answers it in one examination',
    owner: 'nuclear medicine',
    when: 'always',
    reads: {
      kind: 'open-item',
      begins: [
        'imaging of the liver',
        'imaging of the lungs',
        'imaging of the bones',
        'imaging of distant nodes',
        'imaging of the distant lymph nodes',
        'imaging of other',
      ],
    },
    severity: 'data-gap',
  },
  {
    item: 'PET-CT parameter score',
    why: 'the class by Qiu 2022 asks for it; only the centre that holds the score can give it',
    owner: 'nuclear medicine',
    when: 'always',
    reads: { kind: 'open-item', begins: ['PET-CT parameter score'] },
    severity: 'preference',
  },
];

const ORGANS = { liver: 'the liver', lung: 'the lungs', bone: 'the bones', distantNode: 'distant nodes', other: 'other organs' } as const;

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [...onExtent(input), ...onBone(input), ...onTiming(input), ...onScore(input), ...onNewLesions(input), ...onConflict(input)];
}

function onExtent(input: PanelInput): Draft[] {
  const { chart, ebv } = input;
  if (chart === undefined) return [];
  const unseen = Object.entries(ORGANS).flatMap(([organ, words]) =>
    chart.organsImaged[organ as keyof typeof ORGANS] === false ? [words] : [],
  );
  if (unseen.length === 0) return [];
  const drafts = [
    raise(WHOLE_CASE, `Not imaged at staging: ${listed(unseen)}. The chart says nothing about them.`, {
      facts: [chart.id],
      rule: rule('not-imaged'),
      severity: 'data-gap',
    }),
  ];
  if (proposed(input) === 'complete-baseline') {
    const before = figure('text/frequency-conventional');
    const after = figure('text/frequency-pet-ct');
    drafts.push(
      argueFor('complete-baseline', `FDG PET-CT finds more metastases at diagnosis. ${before}. ${after}.`, {
        facts: [chart.id],
        evidence: ['text/frequency-conventional', 'text/frequency-pet-ct'],
      }),
    );
  }
  const level = EBV_DNA_THRESHOLDS.find(({ setting }) => setting === 'detection of metastases');
  const e0 = ebv.state.baseline;
  if (
    !isEberNegative(input) &&
    level !== undefined &&
    e0?.specimen === 'plasma' &&
    e0.unit === 'copies/mL' &&
    e0.value !== undefined &&
    e0.value >= level.copiesPerMl
  ) {
    drafts.push(
      raise(
        WHOLE_CASE,
        `EBV DNA before treatment ${grouped(e0.value)} copies/mL, at or above the ${grouped(level.copiesPerMl)} that went with metastases in Chen 2021, by another assay. The study is of M1 at diagnosis, not of an organ: ${listed(unseen)} still has to be imaged.`,
        {
          facts: [e0.id, chart.id],
          rule: rule('marker-and-extent'),
          evidence: [level.source],
        },
      ),
    );
  }
  return drafts;
}

function onBone(input: PanelInput): Draft[] {
  const bone = lesionsIn(input, 'bone');
  if (input.chart === undefined || bone.length === 0) return [];
  const facts = [input.chart.id];
  const untyped = bone.filter(({ boneType }) => boneType === undefined).map(({ id }) => id);
  const sclerotic = bone.filter(({ boneType }) => boneType === 'sclerotic').map(({ id }) => id);
  const lytic = bone.filter(({ boneType }) => boneType === 'lytic' || boneType === 'mixed').map(({ id }) => id);
  return [
    ...(untyped.length === 0
      ? []
      : [
          raise(
            WHOLE_CASE,
            `Bone ${untyped.length === 1 ? 'lesion' : 'lesions'} ${listed(untyped)}: type not recorded (sclerotic, lytic, mixed or soft tissue); measurability and the gain from radiotherapy turn on it.`,
            { facts, rule: rule('bone-type'), severity: 'data-gap' },
          ),
        ]),
    ...(sclerotic.length === 0
      ? []
      : [
          raise(WHOLE_CASE, `Sclerotic bone lesions ${listed(sclerotic)} cannot be targets: their response is not measured in mm.`, {
            facts,
            rule: rule('bone-type'),
          }),
        ]),
    ...(lytic.length === 0
      ? []
      : [
          raise(WHOLE_CASE, `Lytic or mixed bone lesions ${listed(lytic)} are measurable only with a soft-tissue part of 10 mm or more.`, {
            facts,
            rule: rule('bone-type'),
          }),
        ]),
  ];
}

const isPet = (modality: string): boolean => /\bpet\b|pet-?ct/i.test(modality);

function onTiming(input: PanelInput): Draft[] {
  const { timeline, course } = input;
  return timeline.of('ResponseAssessed').flatMap((scan): Draft[] => {
    if (!isPet(scan.modality)) return [];
    const drafts: Draft[] = [];
    const line = course.lines.findLast(({ startedOn }) => startedOn <= scan.on);
    const cycle = line?.cycles.findLast(({ on }) => on <= scan.on);
    const days = cycle === undefined ? undefined : daysBetween(cycle.on, scan.on);
    if (cycle !== undefined && days !== undefined && days < PET_AFTER_CHEMOTHERAPY_DAYS) {
      drafts.push(
        raise(
          WHOLE_CASE,
          `PET of ${scan.on} was done ${days} days after cycle ${cyclesBy(line, scan.on)} was counted; ${PET_AFTER_CHEMOTHERAPY_DAYS} days or more are asked for.`,
          {
            facts: [scan.id, cycle.id],
            rule: rule('pet-after-chemotherapy'),
          },
        ),
      );
    }
    const radiotherapy = timeline.of('RadiotherapyDelivered').findLast(({ on }) => on <= scan.on);
    const since = radiotherapy === undefined ? undefined : daysBetween(radiotherapy.on, scan.on);
    if (radiotherapy !== undefined && since !== undefined && since < PET_AFTER_RADIOTHERAPY_DAYS) {
      drafts.push(
        raise(
          WHOLE_CASE,
          `PET of ${scan.on} was done ${since} days after radiotherapy; 8 to 12 weeks are asked for, before that uptake may be inflammation.`,
          {
            facts: [scan.id, radiotherapy.id],
            rule: rule('pet-after-radiotherapy'),
          },
        ),
      );
    }
    return drafts;
  });
}

function onScore({ assessment, timeline }: PanelInput): Draft[] {
  const qiu = assessment.m1.QIU22;
  if (qiu.status !== 'indeterminate' || !qiu.missing.some((item) => item.startsWith('PET-CT parameter score'))) return [];
  const scans = timeline.of('MetastasesCharted').map(({ id }) => id);
  return [
    raise(WHOLE_CASE, `Class by Qiu 2022 stays open (${qiu.possible.join(' or ')}): its PET-CT score cannot be computed here.`, {
      facts: scans.slice(-1),
      rule: rule('pet-score'),
      evidence: ['qiu-2022'],
    }),
  ];
}

function onNewLesions({ timeline, scan }: PanelInput): Draft[] {
  const last = timeline.of('ResponseAssessed').find(({ id }) => id === scan?.scan.fact);
  const equivocal = last?.newLesions.filter(({ unequivocal }) => !unequivocal) ?? [];
  if (last === undefined || equivocal.length === 0 || isPet(last.modality)) return [];
  return [
    raise(
      WHOLE_CASE,
      `FDG PET-CT can tell whether ${listed(equivocal.map(({ lesion, organ }) => `${lesion} (${organ})`))}, new on ${last.on}, takes up tracer.`,
      {
        facts: [last.id],
        rule: rule('equivocal-new'),
      },
    ),
  ];
}

function onConflict(input: PanelInput): Draft[] {
  const { gate, scan } = input;
  const last = input.timeline.of('ResponseAssessed').find(({ id }) => id === scan?.scan.fact);
  if (gate.gate !== 'conflict' || last === undefined || isPet(last.modality)) return [];
  return [
    raise(WHOLE_CASE, `Scan of ${last.on} by ${last.modality} and EBV DNA part: FDG PET-CT looks outside the measured lesions.`, {
      facts: gate.because.flatMap((reason) => reason.facts),
      rule: rule('outside-targets'),
      evidence: ['tang-2013-pet'],
    }),
  ];
}

/** Reads what PET can and cannot say: organs not imaged, the time since treatment, the type of bone lesions. */
export const nuclearMedicine: Agent = { discipline: 'nuclear-medicine', version: '2', needs: NEEDS, argue };
