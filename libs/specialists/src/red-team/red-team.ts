import { UPFRONT_ABLATION_MAX_MM } from '@tumor-board/knowledge';
import { INDUCTION_CYCLES } from '@tumor-board/oncology';
import { certainCount, chartFacts, ebvText, hasDied, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { isAbout } from '../ledger/evidence-topic.js';
import { type Claim, type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { DISCIPLINE_NAMES, type PanelDiscipline } from '../opinion/discipline.js';
import { challenge, counted, grouped, listed, raise } from '../opinion/draft.js';
import type { Agent, Opinion } from '../opinion/opinion.js';
import { weakestCitation } from './citation-weight.js';
import { CONTRADICTIONS } from './contradictions.js';
import { rule } from './rules.js';

function argue(input: PanelInput, heard: readonly Opinion[]): Draft[] {
  if (hasDied(input)) return [];
  return [...onContradictions(input), ...onLimits(input), ...onMarkerClasses(input), ...onWhatIsAssumed(input), ...onCitations(heard)];
}

/** A contradiction is raised on the step where what it cites is about the step, else on the case. */
const onContradictions = (input: PanelInput): Draft[] =>
  CONTRADICTIONS.flatMap(({ name, words, evidence, bites }) => {
    const bite = bites(input);
    if (bite === undefined) return [];
    const option = input.options.find((one) => one.option === bite.option);
    const isOnTopic = option !== undefined && evidence.every((id) => isAbout(id, option));
    const text = bite.here === undefined ? words : `${words} ${bite.here}`;
    return [raise(isOnTopic ? bite.option : WHOLE_CASE, text, { facts: bite.facts, rule: rule(name), evidence })];
  });

/** The limits of published rules in lesions, where one lesion changes the class. */
const LESION_LIMITS = [
  { limit: 3, of: 'TNM-9 and SUN19' },
  { limit: 4, of: 'YAO23' },
  { limit: 5, of: 'TIAN16 and YANG21' },
] as const;

function onLimits(input: PanelInput): Draft[] {
  const { chart, policy, remaining, scan } = input;
  const drafts: Draft[] = [];
  if (chart !== undefined) {
    const lesions = certainCount(input);
    const near = [
      ...LESION_LIMITS.flatMap(({ limit, of }) => (lesions === limit || lesions === limit + 1 ? [`${limit} (${of})`] : [])),
      ...(lesions === policy.oligometastaticMax || lesions === policy.oligometastaticMax + 1
        ? [`${policy.oligometastaticMax} (oligometastatic by this site)`]
        : []),
    ];
    if (near.length > 0)
      drafts.push(
        raise(WHOLE_CASE, `${counted(lesions, 'lesion')} charted: one more or one fewer crosses the limit of ${listed(near)}.`, {
          facts: [chart.id],
          rule: rule('one-lesion'),
        }),
      );
    const probable = chart.lesions.filter(({ certainty }) => certainty === 'probable').map(({ id }) => id);
    if (probable.length > 0)
      drafts.push(
        raise(
          WHOLE_CASE,
          `${listed(probable)} probable, counted as certain: without them ${counted(lesions - chart.lesions.reduce((sum, { certainty, count }) => (certainty === 'probable' ? sum + count : sum), 0), 'lesion')}.`,
          { facts: [chart.id], rule: rule('probable-lesions') },
        ),
      );
    const edge = remaining.lesions.filter(
      ({ sizeMm }) => sizeMm !== undefined && sizeMm > UPFRONT_ABLATION_MAX_MM - 1 && sizeMm <= UPFRONT_ABLATION_MAX_MM + 1,
    );
    if (edge.length > 0)
      drafts.push(
        raise(
          WHOLE_CASE,
          `${listed(edge.map(({ lesion, sizeMm }) => `${lesion.id} ${sizeMm} mm`))}: within one millimetre of the limit of ${UPFRONT_ABLATION_MAX_MM} mm.`,
          { facts: [chart.id], rule: rule('one-millimetre') },
        ),
      );
  }
  if (scan !== undefined) {
    const { sumMm, on, fact, overall } = scan.scan;
    const { baselineSumMm, nadirSumMm } = scan;
    if (sumMm !== null && baselineSumMm !== null && nadirSumMm !== null) {
      const response = (mm: number): string => targetLetter(mm, baselineSumMm, nadirSumMm);
      const here = response(sumMm);
      const others = [...new Set([response(sumMm - 1), response(sumMm + 1)])].filter((letter) => letter !== here);
      if (others.length > 0 && overall !== 'CR') {
        drafts.push(
          raise(
            proposed(input),
            `Sum of ${sumMm} mm on ${on}: one millimetre makes the targets ${others.join(' or ')} instead of ${here}.`,
            { facts: scan.baseline === null ? [fact] : [fact, scan.baseline], rule: rule('one-millimetre') },
          ),
        );
      }
    }
  }
  return drafts;
}

/** What a sum would be by the arithmetic of RECIST 1.1, in whole micrometres so that no binary fraction decides. */
function targetLetter(sumMm: number, baselineMm: number, nadirMm: number): 'PD' | 'PR' | 'SD' {
  const [sum, baseline, nadir] = [sumMm, baselineMm, nadirMm].map((mm) => Math.round(mm * 1000)) as [number, number, number];
  if (5 * (sum - nadir) >= nadir && sum - nadir >= 5_000) return 'PD';
  return 10 * sum <= 7 * baseline ? 'PR' : 'SD';
}

/** Classes that rest on a threshold, and a class from another kind of cohort. */
function onMarkerClasses(input: PanelInput): Draft[] {
  const { assessment, ebv } = input;
  const drafts: Draft[] = [];
  const e0 = ebv.state.baseline;
  const resting = Object.entries(assessment.m1).filter(
    ([, finding]) => finding.status === 'classified' && finding.flags?.includes('threshold-of-another-assay') === true,
  );
  if (e0 !== undefined && resting.length > 0) {
    drafts.push(
      raise(
        WHOLE_CASE,
        `${listed(resting.map(([system]) => system))} ${resting.length === 1 ? 'compares' : 'compare'} ${ebvText(e0, grouped)} by ${e0.assay} with thresholds of other assays.`,
        {
          facts: [e0.id],
          rule: rule('own-assay'),
        },
      ),
    );
  }
  const shen = assessment.m1.SHEN16;
  if (shen.status === 'classified')
    drafts.push(
      raise(WHOLE_CASE, `${shen.value} by Shen 2016 comes from 1,172 patients with metachronous metastases; this case is de novo.`, {
        facts: chartFacts(input),
        rule: rule('metachronous'),
        evidence: ['table-2/shen-2016'],
      }),
    );
  return drafts;
}

/** Items that are open by definition of a paper, not by a gap of the record. */
const OF_PAPERS = ['definition', 'SVM model', 'PET-CT parameter score', 'Qiu EBV', 'Zheng EBV', 'rule undefined'];

function onWhatIsAssumed(input: PanelInput): Draft[] {
  const { chart, assessment, timeline, course } = input;
  const step = proposed(input);
  const drafts: Draft[] = [];
  const afterInduction = input.cycles >= INDUCTION_CYCLES || course.lines[0]?.ended !== undefined;
  const notDue = afterInduction ? OF_PAPERS : [...OF_PAPERS, 'EBV DNA after'];
  const open = assessment.missing.map(({ item }) => item).filter((item) => !notDue.some((words) => item.startsWith(words)));
  if (open.length > 0 && step !== 'complete-baseline') {
    drafts.push(
      raise(step, `Proposed while open: ${open.slice(0, 6).join(', ')}${open.length > 6 ? ` and ${open.length - 6} more` : ''}.`, {
        facts: chartFacts(input),
        rule: rule('open-items'),
        severity: 'data-gap',
      }),
    );
  }
  if (chart !== undefined && chart.organsImaged.other === undefined) {
    drafts.push(
      raise(WHOLE_CASE, 'Whether other organs were imaged is not said; the classes read them as imaged.', {
        facts: [chart.id],
        rule: rule('assumed'),
      }),
    );
  }
  const status = timeline.latest('PerformanceStatusRecorded');
  const { first } = course;
  if (
    status !== undefined &&
    first !== undefined &&
    timeline.rank(status) < timeline.rank(first) &&
    !proposes(input, 'board-discussion', 'supportive-care')
  ) {
    drafts.push(
      raise(step, `ECOG ${status.ecog} is of ${status.on}, before the first treatment (${first.on}); the step reads it as today's.`, {
        facts: [status.id, first.id],
        rule: rule('older-than-treatment'),
        severity: 'data-gap',
      }),
    );
  }
  return drafts;
}

const nameOf = ({ discipline }: Claim): string => DISCIPLINE_NAMES[discipline as PanelDiscipline] ?? discipline;

/** Each argument for an option, held against the weakest thing that it cites. */
function onCitations(heard: readonly Opinion[]): Draft[] {
  const arguments_ = heard.flatMap(({ claims }) => claims.filter(({ stance }) => stance === 'for'));
  const byWeakest = new Map<string, { option: string; text: string; id: string | undefined; claims: Claim[] }>();
  for (const claim of arguments_) {
    const weakest = weakestCitation(claim.evidence);
    const key = `${claim.option}\n${weakest?.id ?? ''}`;
    const known = byWeakest.get(key);
    if (known === undefined) byWeakest.set(key, { option: claim.option, text: weakest?.text ?? '', id: weakest?.id, claims: [claim] });
    else known.claims.push(claim);
  }
  return [...byWeakest.values()].map(({ option, text, id, claims }) => {
    const who = listed([...new Set(claims.map(nameOf))]);
    const answers = claims.map((claim) => claim.id);
    const facts = claims.flatMap((claim) => claim.facts);
    return id === undefined
      ? challenge(option, `${who}: rests on rules alone, no study is cited.`, answers, { facts, rule: rule('rules-only') })
      : challenge(option, `${who}: weakest citation ${text}`, answers, { facts, rule: rule('weakest-citation'), evidence: [id] });
  });
}

/** Reads against the proposal: limits that lie near, other assays, weak or foreign evidence, contradictions, what is assumed. */
export const redTeam: Agent = { discipline: 'red-team', version: '2', needs: [], argue };
