import { decisionBasis, decisionContent } from '@tumor-board/board';
import { daysAfter } from '@tumor-board/kernel';
import { z } from 'zod';
import { DECIDED_EXAMPLES, type DecidedExample } from './decided-examples.js';
import { DEMO_DISCIPLINES, type DemoLogin } from './demo-accounts.js';
import type { DemoPeople } from './demo-people.js';
import type { ExampleDays } from './example-days.js';

/** What the meeting needs to know. */
export interface ExampleMeeting {
  /** The ids of the example cases, by reference. */
  readonly cases: ReadonlyMap<string, string>;
  readonly days: ExampleDays;
  /** Of the chair, who signs. */
  readonly password: string;
}

interface OnAgenda extends DecidedExample {
  readonly caseId: string;
}

const anything = z.unknown();
const meetingMade = z.object({ meetingId: z.uuid(), position: z.string() });
const meetingSeen = z.object({
  status: z.string(),
  agenda: z.array(z.object({ itemId: z.uuid(), caseId: z.uuid(), decisions: z.array(z.uuid()) })),
});
const boardSeen = z.object({
  standing: z.object({ decisionId: z.uuid() }).nullable(),
  schedule: z.object({ meetingId: z.uuid() }).nullable(),
});
const draftSeen = z.object({
  content: z.object({ ...decisionContent.shape, rationale: z.string(), alternatives: z.array(z.object({ option: z.string() })) }),
  basis: decisionBasis,
  basisHash: z.string(),
});

const ATTENDING: readonly DemoLogin[] = ['radiation-oncologist', 'medical-oncologist', 'radiologist', 'pathologist'];
const KEY = 'examples';
const TOLD = 'told';
const WHERE = 'Synthetic example';

/** The board meets and decides on three examples, each as proposed. What was done of it already is not done again. */
export async function decideExamples(people: DemoPeople, { cases, days, password }: ExampleMeeting): Promise<void> {
  const { today: on, now: startsAt, timeZone } = days;
  const when = { on, startsAt, timeZone, durationMinutes: 30 };
  const plan = { title: 'NPC board', ...when, place: WHERE, disciplines: DEMO_DISCIPLINES, capacity: DECIDED_EXAMPLES.length };
  const { meetingId, position } = await people.act('coordinator', 'meetings', KEY, plan, meetingMade);
  const meeting = `meetings/${meetingId}`;
  if ((await people.read('auditor', `${meeting}?atLeast=${position}`, meetingSeen)).status === 'closed') return;

  const examples: OnAgenda[] = DECIDED_EXAMPLES.map((example) => ({ ...example, caseId: cases.get(example.reference) ?? '' }));
  for (const { caseId, question } of examples) {
    const referral = { question, urgency: 'routine' };
    await people.act('medical-oncologist', `cases/${caseId}/referrals`, KEY, referral, anything);
    await people.act('coordinator', `${meeting}/agenda`, `${KEY}-${caseId}`, { caseId }, anything);
    await people.see('auditor', `cases/${caseId}/board`, boardSeen, ({ schedule, standing }) => schedule !== null || standing !== null);
  }
  await people.act('chair', `${meeting}/opening`, KEY, {}, anything);
  await people.act('chair', `${meeting}/attendance`, KEY, { chairs: true }, anything);
  for (const who of ATTENDING) await people.act(who, `${meeting}/attendance`, KEY, {}, anything);

  await people.see('auditor', meeting, meetingSeen, ({ agenda }) => agenda.length === examples.length);
  const { agenda } = await people.read('auditor', meeting, meetingSeen);
  for (const { itemId, decisions, caseId } of agenda.toSorted(byExample(examples))) {
    if (decisions.length === 0) await people.act('chair', `${meeting}/agenda/${itemId}/call`, `${KEY}-${itemId}`, {}, anything);
    const example = examples.find((one) => one.caseId === caseId);
    if (example !== undefined) await decide(people, example, { meetingId, today: on, password });
    await people.see('auditor', meeting, meetingSeen, ({ agenda: now }) =>
      now.some((item) => item.itemId === itemId && item.decisions.length > 0),
    );
  }
  await people.act('chair', `${meeting}/closing`, KEY, {}, anything);
}

const byExample =
  (examples: readonly OnAgenda[]) =>
  (one: { caseId: string }, other: { caseId: string }): number =>
    examples.findIndex(({ caseId }) => caseId === one.caseId) - examples.findIndex(({ caseId }) => caseId === other.caseId);

interface Deciding {
  readonly meetingId: string;
  readonly today: string;
  readonly password: string;
}

/** Records what the draft proposes, in the words of the example, and that the patient was told. */
async function decide(people: DemoPeople, { caseId, rationale }: OnAgenda, { meetingId, today, password }: Deciding): Promise<void> {
  const seen = await people.read('auditor', `cases/${caseId}/board`, boardSeen);
  let decisionId = seen.standing?.decisionId;
  if (decisionId === undefined) {
    const { content, basis, basisHash } = await people.read('chair', `cases/${caseId}/decision-draft`, draftSeen);
    const told = {
      actionId: TOLD,
      what: 'Talk with the patient about the decision (synthetic example)',
      owner: { discipline: 'medical-oncology' },
      dueOn: daysAfter(today, 2),
    };
    const alternatives = content.alternatives.map(({ option }) => ({ option, because: 'Synthetic example: weighed, and not chosen.' }));
    const decision = {
      content: { ...content, rationale, alternatives, actions: [told, ...content.actions] },
      basis,
      basisHash,
      meetingId,
      signature: { meaning: 'chair', password },
    };
    ({ decisionId } = await people.act('chair', `cases/${caseId}/decisions`, KEY, decision, z.object({ decisionId: z.uuid() })));
  }
  await people.act('medical-oncologist', `cases/${caseId}/decisions/${decisionId}/actions/${TOLD}`, KEY, { state: 'done' }, anything);
}
