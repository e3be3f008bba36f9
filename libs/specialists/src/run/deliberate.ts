import { digestOf } from '@tumor-board/kernel';
import { evidenceDigest } from '@tumor-board/knowledge';
import { CHAIR_VERSION, synthesise } from '../chair/synthesise.js';
import type { PanelInput } from '../input/panel-input.js';
import { ledgerOf } from '../ledger/ledger.js';
import { type Author, claimOf, type Draft } from '../opinion/claim.js';
import { type OpinionDiscipline, PANEL, type PanelDiscipline, SPECIALTIES, type Specialty } from '../opinion/discipline.js';
import { absentOpinion, type Opinion, opine } from '../opinion/opinion.js';
import { redTeam } from '../red-team/red-team.js';
import { PANEL_RULES } from '../rules/panel-rules.js';
import { AGENTS, agentOf, SPECIALIST_AGENTS } from './agents.js';
import { digestOfRun, type PanelRun, type RunVersions } from './panel-run.js';

/** What a deliberation may be given beside the case. */
export interface Attendance {
  /** Disciplines that did not answer. */
  readonly absent?: readonly PanelDiscipline[];
  /** Opinions of people and models, which enter the same ledger. */
  readonly others?: readonly Opinion[];
}

/** The first opinion of one specialist, given without hearing the others. */
export const specialistOpinion = (discipline: Specialty, input: PanelInput): Opinion => opine(SPECIALIST_AGENTS[discipline], input);

/** The opinion of the red team on the first opinions. */
export const redTeamOpinion = (input: PanelInput, first: readonly Opinion[]): Opinion => opine(redTeam, input, inOrder(first));

/** The opinion of a person or a model, from what it wrote. */
export const opinionBy = (
  author: Exclude<Author, { kind: 'agent' }>,
  discipline: OpinionDiscipline,
  fingerprint: string,
  drafts: readonly Draft[],
): Opinion => ({
  discipline,
  author,
  status: 'given',
  fingerprint,
  needs: [],
  missing: [],
  claims: drafts.map((draft) => claimOf(author, discipline, draft)),
});

/** The versions of whatever speaks in a run. */
export const panelVersions = (): RunVersions =>
  (versions ??= {
    agents: Object.fromEntries(AGENTS.map(({ discipline, version }) => [discipline, version])) as RunVersions['agents'],
    chair: CHAIR_VERSION,
    rules: digestOf(PANEL_RULES),
    evidence: evidenceDigest(),
  });
let versions: RunVersions | undefined;

const placeOf = ({ author, discipline }: Opinion): number =>
  author.kind === 'agent' ? PANEL.indexOf(discipline as PanelDiscipline) : PANEL.length;

/** The agents in the order of the panel, whoever answered first; then people and models in the order given. */
const inOrder = (opinions: readonly Opinion[]): readonly Opinion[] => [...opinions].sort((a, b) => placeOf(a) - placeOf(b));

/**
 * The chair's part: checks every claim, weighs what stands, and closes the run. A discipline of the panel whose opinion is
 * not among those given is absent.
 */
export function conclude(input: PanelInput, given: readonly Opinion[]): PanelRun {
  const answered = new Set(given.flatMap(({ author, discipline }) => (author.kind === 'agent' ? [discipline] : [])));
  const opinions = inOrder([
    ...given,
    ...PANEL.filter((discipline) => !answered.has(discipline)).map((discipline) => absentOpinion(agentOf(discipline))),
  ]);
  const absent = PANEL.filter((discipline) =>
    opinions.some((one) => one.author.kind === 'agent' && one.discipline === discipline && one.status === 'absent'),
  );
  const ledger = ledgerOf(opinions, input);
  const { assessment, release, policy, options } = input;
  const run: Omit<PanelRun, 'digest'> = {
    format: 'tumor-board-panel-run/1',
    inputs: {
      fingerprint: assessment.fingerprint,
      asOf: assessment.asOf,
      release: release.id,
      releaseHash: release.contentHash,
      policy,
    },
    versions: panelVersions(),
    opinions,
    ledger,
    synthesis: synthesise({ ledger, options, absent }),
  };
  return { ...run, digest: digestOfRun(run) };
}

/** The whole deliberation: independent first opinions, then the red team, then the chair. */
export function deliberate(input: PanelInput, { absent = [], others = [] }: Attendance = {}): PanelRun {
  const first = SPECIALTIES.filter((discipline) => !absent.includes(discipline)).map((discipline) => specialistOpinion(discipline, input));
  const red = absent.includes('red-team') ? [] : [redTeamOpinion(input, first)];
  return conclude(input, [...first, ...red, ...others]);
}

/** How a stored run stands to the same deliberation now. */
export type Replay = 'same' | 'other-inputs' | 'other-versions' | 'differs';

/** Recomputes a stored run from its case. `differs` means that the record, or the program, is not what it was. */
export function replay(run: PanelRun, input: PanelInput): Replay {
  if (run.inputs.fingerprint !== input.assessment.fingerprint) return 'other-inputs';
  if (digestOf(run.versions) !== digestOf(panelVersions())) return 'other-versions';
  const others = run.opinions.filter(({ author }) => author.kind !== 'agent');
  const again = deliberate(input, { absent: run.synthesis.absent, others });
  return again.digest === run.digest && digestOfRun(run) === run.digest ? 'same' : 'differs';
}
