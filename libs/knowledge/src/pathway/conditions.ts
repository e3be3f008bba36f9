import { daysBetween } from '@tumor-board/kernel';
import { INDUCTION_CYCLES, type ScanDetail } from '@tumor-board/oncology';
import { mayBeNamed } from './agents.js';
import { isCounted, metastasesGone, UPFRONT_ABLATION_MAX_MM } from './metastases.js';
import { type Condition, not, type Support } from './rule.js';
import type { Situation } from './situation.js';

const holds = (facts: readonly string[] = [], text?: string): Support => (text === undefined ? { facts } : { facts, text });
const condition = (words: string, test: (situation: Situation) => Support | undefined): Condition => ({ words, test });

/** Progression by one new lesion only, while the targets respond. */
export const isOligoprogression = ({ progression, target }: ScanDetail): boolean =>
  progression !== null && progression.onlyNewLesions && progression.newLesions === 1 && (target === 'CR' || target === 'PR');

/** JUPITER-02 gave maintenance for at most two years. */
const MAINTENANCE_DAYS = 730;

export const patientDied = condition('the patient has died', ({ timeline }) => {
  const death = timeline.latest('DeathRecorded');
  return death && holds([death.id]);
});

export const notMetastatic = condition('no distant metastasis is recorded', ({ oligometastatic, timeline }) => {
  if (oligometastatic.status !== 'not-applicable') return undefined;
  const staging = timeline.latest('StagingRecorded');
  return holds(staging === undefined ? [] : [staging.id]);
});

export const noTreatmentYet = condition('no treatment has begun', ({ course }) => (course.first === undefined ? holds() : undefined));

export const noSystemicTherapyYet = condition('no systemic therapy has begun', ({ course }) =>
  course.firstDose === undefined ? holds(course.first === undefined ? [] : [course.first.id]) : undefined,
);

export const baselineIncomplete = condition('the baseline is incomplete', ({ gaps }) =>
  gaps.length === 0
    ? undefined
    : holds(
        gaps.flatMap((gap) => gap.facts),
        `not on record: ${gaps.map((gap) => gap.item).join(', ')}`,
      ),
);

export const everythingDeclined = condition(
  'the patient declines all treatment',
  ({ declined }) => declined.everything && holds(declined.everything),
);

export const systemicDeclined = condition(
  'the patient declines systemic therapy',
  ({ declined }) => declined.systemic && holds(declined.systemic),
);

const ecogAtLeast = (grade: number) =>
  condition(`ECOG is ${grade}${grade < 4 ? ' or worse' : ''}`, ({ timeline }) => {
    const status = timeline.latest('PerformanceStatusRecorded');
    return status !== undefined && status.ecog >= grade ? holds([status.id], `ECOG ${status.ecog}`) : undefined;
  });
export const ecog4 = ecogAtLeast(4);
export const ecog3 = ecogAtLeast(3);

export const noSystemicOption = condition('no agent of the first-line regimen may be given', ({ fitness }) => {
  const { gemcitabine, cisplatin, carboplatin } = fitness;
  if (gemcitabine.verdict !== 'blocked' && !(cisplatin.verdict === 'blocked' && carboplatin.verdict === 'blocked')) return undefined;
  return holds([...new Set([...gemcitabine.because, ...carboplatin.because].flatMap((reason) => reason.facts))]);
});

export const oligometastatic = condition('oligometastatic by the site policy', ({ oligometastatic: finding, chart, policy }) =>
  finding.status === 'classified' && finding.value
    ? holds(chart === undefined ? [] : [chart.id], `at most ${policy.oligometastaticMax} distant lesions`)
    : undefined,
);

export const notWidespread = condition(
  'oligometastatic at baseline, or not known to be otherwise',
  ({ oligometastatic: finding, chart }) =>
    finding.status === 'classified' && !finding.value ? undefined : holds(chart === undefined ? [] : [chart.id]),
);

export const allInLiverOrLung = condition('every metastasis is in the liver or the lung', ({ chart }) =>
  chart?.lesions.every((lesion) => lesion.organ === 'liver' || lesion.organ === 'lung') ? holds([chart.id]) : undefined,
);

export const allSmall = condition(`every metastasis is known to be at most ${UPFRONT_ABLATION_MAX_MM} mm`, ({ chart, remaining }) =>
  chart !== undefined && remaining.lesions.every(({ sizeMm }) => sizeMm !== undefined && sizeMm <= UPFRONT_ABLATION_MAX_MM)
    ? holds([chart.id])
    : undefined,
);

export const fewEnoughToAblate = condition(
  'no more metastases than the site ablates up front (by default 2)',
  ({ chart, remaining, policy }) =>
    chart !== undefined && remaining.count > 0 && remaining.count <= policy.upfrontAblationMax
      ? holds([chart.id], `${remaining.count} of at most ${policy.upfrontAblationMax}`)
      : undefined,
);

export const countIsKnown = condition('the number of metastases is known exactly', ({ chart }) =>
  chart?.lesions.every((lesion) => lesion.countIsExact) ? holds([chart.id]) : undefined,
);

export const ablationAccepted = condition('the patient does not decline ablation', ({ declined }) =>
  declined.ablation === undefined ? holds() : undefined,
);

const scanIs = (words: string, test: (scan: NonNullable<Situation['scan']>) => string | undefined) =>
  condition(words, ({ scan }) => {
    if (scan === undefined) return undefined;
    const text = test(scan);
    return text === undefined ? undefined : holds([scan.scan.fact], text);
  });

export const progression = scanIs('the last scan shows progression', (scan) =>
  scan.scan.overall === 'PD' ? `PD on ${scan.scan.on}` : undefined,
);
export const unconfirmedProgression = scanIs('progression under anti-PD-1 is not confirmed (iUPD)', (scan) =>
  scan.scan.immune === 'iUPD' ? `iUPD on ${scan.scan.on}` : undefined,
);
export const clinicallyStable = scanIs('the patient is clinically stable', (scan) =>
  scan.clinicallyStable === true ? 'clinically stable at the scan' : undefined,
);
export const stabilityUnknown = scanIs('clinical stability is not recorded', (scan) =>
  scan.clinicallyStable === null ? 'clinical stability not recorded at the scan' : undefined,
);
export const singleNewSite = scanIs('progression is by new lesions at a single site only, while the targets respond', (scan) =>
  isOligoprogression(scan) ? 'new disease at one site while the targets respond' : undefined,
);
export const notEvaluable = scanIs('the last scan could not be evaluated', (scan) =>
  scan.scan.overall === 'NE' ? `NE on ${scan.scan.on}` : undefined,
);
export const stableDisease = scanIs('the last scan shows stable disease', (scan) =>
  scan.scan.overall === 'SD' || scan.scan.overall === 'non-CR/non-PD' ? `${scan.scan.overall} on ${scan.scan.on}` : undefined,
);

export const endedForProgression = condition('the line of therapy was ended for progression', ({ course }) => {
  const ended = course.currentLine?.ended;
  return ended?.reason === 'progression' ? holds([ended.id]) : undefined;
});

export const noScanInLine = condition('no response scan belongs to the current line', ({ scan }) =>
  scan === undefined ? holds() : undefined,
);

const gateIs = (gate: Situation['gate']['gate'], words: string) =>
  condition(words, (situation) =>
    situation.gate.gate === gate
      ? holds(
          situation.gate.because.flatMap((reason) => reason.facts),
          situation.gate.because[0]?.text,
        )
      : undefined,
  );
export const goodResponse = gateIs('good', 'the response is good (response gate)');
export const poorResponse = gateIs('poor', 'the response is poor (response gate)');
export const conflictingResponse = gateIs('conflict', 'the scan and EBV DNA disagree (response gate)');

export const firstLine = condition('the current line is the first', ({ course }) => (course.lines.length === 1 ? holds() : undefined));

const cyclesText = (cycles: number): string => `${cycles} ${cycles === 1 ? 'cycle' : 'cycles'} completed`;
const cycleFacts = ({ course }: Situation): string[] => {
  const counted = course.currentLine?.cycles.at(-1);
  return counted === undefined ? [] : [counted.id];
};
export const enoughCycles = condition(`at least ${INDUCTION_CYCLES} cycles, or the planned therapy is completed`, (situation) => {
  if (situation.cycles >= INDUCTION_CYCLES) return holds(cycleFacts(situation), cyclesText(situation.cycles));
  const ended = situation.course.currentLine?.ended;
  return ended?.reason === 'completed' ? holds([ended.id], 'therapy completed') : undefined;
});

export const therapyEnded = condition('systemic therapy has ended', ({ course }) => {
  const ended = course.currentLine?.ended;
  return ended && holds([ended.id], `therapy ended: ${ended.reason}`);
});
export const therapyGoesOn = not('systemic therapy goes on', therapyEnded);

export const sixCycles = condition('six cycles have been given', (situation) =>
  situation.cycles >= 6 ? holds(cycleFacts(situation), cyclesText(situation.cycles)) : undefined,
);

export const locoregionalRtGiven = condition('locoregional radiotherapy has been given', ({ course }) =>
  course.locoregionalRadiotherapy.length === 0 ? undefined : holds(course.locoregionalRadiotherapy.map((fact) => fact.id)),
);
export const locoregionalRtNotGiven = not('locoregional radiotherapy has not been given', locoregionalRtGiven);

export const radiotherapyDeclined = condition(
  'the patient declines radiotherapy',
  ({ declined }) => declined.radiotherapy && holds(declined.radiotherapy),
);

export const ablatableLesionsRemain = condition(
  'untreated metastases remain that local therapy could reach',
  ({ remaining, policy, scan, timeline }) => {
    // What is only known as "at least so many" is not few, and what may be no metastasis is not treated as one.
    if (!isCounted(remaining) || remaining.count > policy.oligometastaticMax) return undefined;
    if (remaining.lesions.every(({ lesion }) => lesion.certainty === 'equivocal')) return undefined;
    if (remaining.lesions.some(({ sizeMm }) => sizeMm !== undefined && sizeMm > UPFRONT_ABLATION_MAX_MM)) return undefined;
    const assessed = scan === undefined ? undefined : timeline.of('ResponseAssessed').find((fact) => fact.id === scan.scan.fact);
    if (scan !== undefined && assessed !== undefined && metastasesGone(remaining, assessed, scan.scan.overall)) return undefined;
    return holds([], `${remaining.count} charted ${remaining.count === 1 ? 'metastasis' : 'metastases'} without local therapy`);
  },
);

export const maintenanceOver = condition('maintenance has ended, or has gone on for two years', ({ course, timeline }) => {
  const radiotherapy = course.locoregionalRadiotherapy.at(-1);
  // Without radiotherapy maintenance is what was begun after the induction of the same line.
  const start = course.currentLine?.starts.find((begun, index) =>
    radiotherapy === undefined ? index > 0 : timeline.rank(begun) > timeline.rank(radiotherapy),
  );
  if (start === undefined) return undefined;
  const ended = course.currentLine?.ended;
  if (ended !== undefined) return holds([start.id, ended.id]);
  return daysBetween(start.on, timeline.asOf) >= MAINTENANCE_DAYS ? holds([start.id], 'two years of maintenance') : undefined;
});

export const noMaintenanceOption = condition('neither anti-PD-1 nor capecitabine may be given, or maintenance is declined', (situation) => {
  const { fitness, declined } = situation;
  if (declined.maintenance !== undefined) return holds(declined.maintenance);
  const capecitabineOut = !mayBeNamed(situation, 'capecitabine') || declined.systemic !== undefined;
  return !mayBeNamed(situation, 'anti-PD-1') && capecitabineOut
    ? holds([...fitness.antiPd1.because, ...fitness.fluoropyrimidine.because].flatMap((reason) => reason.facts))
    : undefined;
});

export const always = condition('in every other situation', () => holds());

export { either, not } from './rule.js';
