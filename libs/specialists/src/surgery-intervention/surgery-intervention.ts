import { UPFRONT_ABLATION_MAX_MM } from '@tumor-board/knowledge';
import type { FactOf } from '@tumor-board/oncology';
import { alternative, blocked, chartFacts, hasDied, isBoneOnly, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { rule } from './rules.js';

type Organ = FactOf<'MetastasesCharted'>['lesions'][number]['organ'];

const NEEDS: readonly Need[] = [
  {
    item: 'ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)',
    why: 'size and count do not say whether a lesion can be reached safely',
    owner: 'interventional radiology and surgery',
    when: 'local-therapy-in-play',
    reads: { kind: 'person' },
    severity: 'data-gap',
  },
];

/** Series of local therapy in one organ. */
const SERIES: Readonly<Record<Organ, readonly (readonly [entry: string, effect: number])[]>> = {
  liver: [
    ['table-6/pan-2011', 0],
    ['table-6/li-2017', 0],
  ],
  lung: [
    ['table-6/pan-2012', 0],
    ['table-6/ma-2010', 0],
  ],
  bone: [
    ['table-6/lin-2022', 1],
    ['table-6/li-2020', 0],
  ],
  'distant-node': [['table-6/liao-2021', 2]],
  other: [['table-6/liao-2021', 2]],
};

function argue(input: PanelInput): Draft[] {
  if (hasDied(input) || input.chart === undefined) return [];
  return [...onUpfront(input), ...onLater(input), ...onProof(input), ...onTreated(input)];
}

const named = ({ remaining }: PanelInput): string =>
  listed(
    remaining.lesions.map(
      ({ lesion: { id, organ, count, countIsExact }, sizeMm }) =>
        `${id} (${organ}${count > 1 || !countIsExact ? `, ${countIsExact ? '' : 'at least '}${counted(count, 'lesion')}` : ''}, ${sizeMm === undefined ? 'size not known' : `${sizeMm} mm`})`,
    ),
  );

/** What the series of the organs say, several of one organ but one of each where there are several organs; and beside them, others. */
const seriesOf = (
  { remaining }: PanelInput,
  ...others: readonly (readonly [entry: string, effect: number])[]
): { text: string; evidence: string[] } => {
  const organs = [...new Set(remaining.lesions.map(({ lesion }) => lesion.organ))];
  const own = organs.flatMap((organ) => (organs.length === 1 ? SERIES[organ] : SERIES[organ].slice(0, 1)));
  const entries = [...new Map([...own, ...others])];
  return { text: entries.map(([entry, effect]) => `${figure(entry, effect)}.`).join(' '), evidence: entries.map(([entry]) => entry) };
};

function onUpfront(input: PanelInput): Draft[] {
  const { remaining, policy, course } = input;
  if (course.first !== undefined || remaining.count === 0) return [];
  const facts = chartFacts(input);
  const drafts: Draft[] = [];
  const step = proposed(input);
  const { text, evidence } = seriesOf(input);
  const later = alternative(input, /ablate after one or two cycles/i);
  if (step === 'ablate-upfront') {
    drafts.push(
      argueFor(
        step,
        `${sentence(named(input))} ${counted(remaining.count, 'lesion')} of at most ${policy.upfrontAblationMax} by the site's limit, none above ${UPFRONT_ABLATION_MAX_MM} mm. ${text}`,
        { facts, rule: 'P09', evidence },
      ),
    );
    if (later !== undefined)
      drafts.push(
        argueFor(
          later,
          'One or two cycles first show how the disease responds and cost no time in symptomatic disease; a lesion that vanishes can no longer be targeted.',
          { facts, rule: rule('upfront-timing'), evidence: ['text/liu-2023-ablation'] },
        ),
      );
  }
  const large = remaining.lesions.filter(({ sizeMm }) => sizeMm !== undefined && sizeMm > UPFRONT_ABLATION_MAX_MM);
  const option = blocked(input, 'upfront ablation');
  if (option !== undefined && large.length > 0) {
    drafts.push(
      argueAgainst(
        option,
        `${listed(large.map(({ lesion, sizeMm }) => `${lesion.id} ${sizeMm} mm`))}: larger than ${UPFRONT_ABLATION_MAX_MM} mm; ablate after systemic therapy has made it smaller.`,
        {
          facts,
          rule: 'ablation/deferred-above-50-mm',
          evidence: ['text/liu-2023-ablation'],
        },
      ),
    );
  }
  const resection = alternative(input, /resection or stereotactic/i);
  if (resection !== undefined)
    drafts.push(
      raise(
        resection,
        `${sentence(named(input))} Resection or stereotactic radiotherapy up front is a choice of the board: the review defers lesions of this size.`,
        { facts, rule: rule('size'), evidence: ['text/liu-2023-ablation'] },
      ),
    );
  const before = alternative(input, /ablation of the metastases before/i);
  if (before !== undefined) drafts.push(...onAblationBeside(input, before, text, evidence));
  const unsized = remaining.lesions.filter(({ sizeMm }) => sizeMm === undefined).map(({ lesion }) => lesion.id);
  if (unsized.length > 0)
    drafts.push(
      raise(WHOLE_CASE, `Size of ${listed(unsized)} not on record: it cannot be judged for ablation.`, {
        facts,
        rule: rule('unknown-size'),
        severity: 'data-gap',
      }),
    );
  return drafts;
}

function onAblationBeside(input: PanelInput, option: string, text: string, evidence: readonly string[]): Draft[] {
  const { remaining, policy } = input;
  const facts = chartFacts(input);
  const elsewhere = remaining.lesions
    .filter(({ lesion }) => lesion.organ !== 'liver' && lesion.organ !== 'lung')
    .map(({ lesion }) => `${lesion.id} (${lesion.organ})`);
  const drafts: Draft[] = [];
  if (isBoneOnly(input)) {
    drafts.push(
      raise(option, `Bone only (${named(input)}): one series found no significant gain from treating the bones, another a gain. ${text}`, {
        facts,
        rule: rule('organ'),
        evidence,
      }),
    );
  } else if (elsewhere.length > 0) {
    drafts.push(
      raise(option, `${listed(elsewhere)} outside liver and lung: the review prefers those two. ${text}`, {
        facts,
        rule: rule('organ'),
        evidence,
      }),
    );
  } else {
    drafts.push(argueFor(option, `${sentence(named(input))} ${text}`, { facts, rule: rule('upfront-choice'), evidence }));
  }
  if (remaining.count > policy.upfrontAblationMax) {
    drafts.push(
      raise(
        option,
        `${counted(remaining.count, 'lesion')}, above the site's limit of ${policy.upfrontAblationMax} for ablation up front.`,
        { facts, rule: rule('count') },
      ),
    );
  }
  return drafts;
}

/** Consolidation after response, and a single new site. */
function onLater(input: PanelInput): Draft[] {
  const { remaining, policy, scan } = input;
  const facts = chartFacts(input);
  const drafts: Draft[] = [];
  if (proposes(input, 'consolidate-metastases')) {
    const { text, evidence } = isBoneOnly(input) ? seriesOf(input) : seriesOf(input, ['table-6/liao-2021', 2]);
    const without = alternative(input, /without local therapy/i);
    if (isBoneOnly(input)) {
      drafts.push(
        raise('consolidate-metastases', `Left untreated: ${named(input)}. ${text}`, { facts, rule: 'consolidation/bone-only', evidence }),
      );
      if (without !== undefined)
        drafts.push(
          argueFor(
            without,
            `Bone only: Sun 2019 and Lin 2022 found no significant gain from treating the bones. ${figure('table-6/lin-2022', 1)}.`,
            {
              facts,
              rule: 'consolidation/bone-only',
              evidence: ['table-2/sun-2019', 'table-6/lin-2022'],
            },
          ),
        );
    } else {
      drafts.push(
        argueFor('consolidate-metastases', `Left untreated: ${named(input)}. ${text}`, {
          facts,
          rule: 'P19',
          evidence,
        }),
      );
    }
  } else if (proposes(input, 'locoregional-rt', 'maintenance') && remaining.count > 0) {
    const within = remaining.count <= policy.oligometastaticMax;
    const byBoard = alternative(input, /^local therapy to the metastases/i);
    drafts.push(
      raise(
        byBoard ?? (within ? proposed(input) : WHOLE_CASE),
        within
          ? `Local therapy of ${named(input)} is still open after this step.`
          : `${counted(remaining.count, 'untreated lesion')}, above the site's limit of ${policy.oligometastaticMax}: local therapy of widespread disease is recommended only after CR or PR, and beyond 5 a gain was called possible, not shown.`,
        {
          facts,
          rule: rule('count'),
          ...(within ? {} : { evidence: ['text/liao-2021-many', 'liu-2023'] }),
        },
      ),
    );
  }
  const newSite = alternative(input, /local therapy to the new site/i);
  if (newSite !== undefined && scan !== undefined && scan.progression !== null) {
    const where = scan.progression.newLesionOrgans.join(', ');
    drafts.push(
      raise(
        newSite,
        `${counted(scan.progression.newLesions, 'new lesion')} (${where}) while the targets respond: local therapy of it is feasible only after its size and access are known, and no series covers it.`,
        { facts: [scan.scan.fact], rule: rule('count') },
      ),
    );
  }
  return drafts;
}

function onProof(input: PanelInput): Draft[] {
  const doubtful = input.remaining.lesions
    .filter(({ lesion }) => lesion.certainty !== 'definite')
    .map(({ lesion }) => `${lesion.id} (${lesion.certainty})`);
  if (doubtful.length === 0) return [];
  return [
    raise(WHOLE_CASE, `${listed(doubtful)}: biopsy before any local therapy, when that is safe.`, {
      facts: chartFacts(input),
      rule: rule('biopsy'),
    }),
  ];
}

function onTreated({ timeline }: PanelInput): Draft[] {
  const given = timeline.of('LocalTherapyDelivered');
  if (given.length === 0) return [];
  return [
    raise(
      WHOLE_CASE,
      `Treated locally: ${given.map(({ modality, lesions, on }) => `${lesions.join(', ') || 'lesion not named'} by ${modality} on ${on}`).join('; ')}.`,
      { facts: given.map(({ id }) => id), rule: rule('treated') },
    ),
  ];
}

/** Weighs local therapy of the metastases: what can be ablated, when, and what its series show. */
export const surgeryIntervention: Agent = { discipline: 'surgery-intervention', version: '2', needs: NEEDS, argue };
