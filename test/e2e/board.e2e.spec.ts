import { readFileSync } from 'node:fs';
import path from 'node:path';
import { written } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, caseFile, type Recorded } from './http.js';
import { dataFolder, eventually, root, type Service, startService, stopAll } from './processes.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let service: Service;
let password: string;
const cookies = new Map<string, string>();

const PEOPLE = ['coordinator', 'chair', 'radiation-oncologist', 'medical-oncologist', 'radiologist', 'pathologist', 'auditor'] as const;
type Login = (typeof PEOPLE)[number];
type Json = Record<string, unknown>;

beforeAll(async () => {
  folder = await dataFolder();
  service = await startService({ DATA_DIR: folder.path });
  password = /all have the password (\S+), kept in/.exec(service.stdout())?.[1] ?? '';
  for (const login of PEOPLE) {
    const { status, headers } = await ask(`${service.url}/api/session`, { login, password });
    if (status !== 201) throw new Error(`${login} cannot sign in`);
    cookies.set(login, headers.get('set-cookie')?.split(';')[0] ?? '');
  }
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

const as = async <Body = Json>(who: Login, address: string, body?: unknown): Promise<Answer<Body>> =>
  await ask<Body>(`${service.url}/api/${address}`, body, { cookie: cookies.get(who) ?? '' });
const done = async <Body = Json>(who: Login, address: string, body?: unknown): Promise<Body> => {
  const answer = await as<Body>(who, address, body);
  expect(answer.status, `${address}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
};

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** An example case with its days moved, so that its first response scan was made ten days ago. */
function recentFacts(): { readonly on: string; readonly type: string }[] {
  const { facts } = JSON.parse(readFileSync(path.join(root, 'apps/cli/examples/V15.case.json'), 'utf8')) as {
    facts: { on: string; type: string }[];
  };
  const shift = Date.now() - 10 * 86_400_000 - Date.parse('2024-08-20');
  return facts.map((fact) => ({ ...fact, on: new Date(Date.parse(fact.on) + shift).toISOString().slice(0, 10) }));
}

interface Board {
  readonly listing: { readonly reason: string; readonly trigger: { readonly kind: string } } | null;
  readonly schedule: { readonly meetingId: string } | null;
  readonly standing: { readonly decisionId: string; readonly review: string } | null;
}
interface Draft {
  readonly content: Json & { readonly alternatives: readonly { readonly option: string; readonly because: string }[] };
  readonly basis: Json;
  readonly basisHash: string;
}
interface Decided {
  readonly decisionId: string;
  readonly position: string;
  readonly board: { readonly decision: { readonly contentHash: string; readonly provisional: boolean } };
}
interface Queue {
  readonly cases: readonly {
    readonly id: string;
    readonly reason: string;
    readonly trigger: { readonly kind: string; readonly facts: readonly string[]; readonly changed: readonly { readonly part: string }[] };
    readonly decision: { readonly state: string };
  }[];
}
interface Look {
  readonly isSuperseded: boolean;
  readonly differences: readonly { readonly part: string; readonly cause: string; readonly facts: readonly string[] }[];
}

const boardOf = async (id: string) => await done<Board>('auditor', `cases/${id}/board`);
const draftOf = async (id: string) => await done<Draft>('chair', `cases/${id}/decision-draft`);
const decision = ({ content, basis, basisHash }: Draft, changes: Json = {}) => ({
  content: { ...written(content, 'As discussed.'), ...changes },
  basis,
  basisHash,
  signature: { meaning: 'chair', password },
});

/** Plans a meeting with the case on its agenda, opens it and lets everybody in. */
async function meetingOn(id: string): Promise<string> {
  const plan = {
    title: 'NPC board',
    on: day(0),
    startsAt: '14:30',
    timeZone: 'UTC',
    durationMinutes: 60,
    place: 'Room 4',
    disciplines: ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'],
    capacity: 8,
  };
  const { meetingId } = await done<{ meetingId: string }>('coordinator', 'meetings', plan);
  await done('coordinator', `meetings/${meetingId}/agenda`, { caseId: id });
  await eventually(
    () => boardOf(id),
    ({ schedule }) => schedule?.meetingId === meetingId,
  );
  await done('chair', `meetings/${meetingId}/opening`, {});
  await done('chair', `meetings/${meetingId}/attendance`, { chairs: true });
  for (const login of ['radiation-oncologist', 'medical-oncologist', 'radiologist', 'pathologist'] as const)
    await done(login, `meetings/${meetingId}/attendance`, {});
  return meetingId;
}

/** Until the meeting knows what the case has recorded. */
const noted = (meetingId: string) =>
  eventually(
    () => done<{ agenda: { status: string }[] }>('coordinator', `meetings/${meetingId}`),
    ({ agenda }) => agenda.every(({ status }) => status === 'decided'),
  );

describe('a case at the board, from its referral to surveillance', () => {
  it('goes through two meetings, a scan that reverses the plan, a corrected stage and a superseded decision', async () => {
    const facts = recentFacts();
    const { id } = await done<Recorded>('coordinator', 'cases', caseFile(undefined, facts.slice(0, -2)));
    await done('radiation-oncologist', `cases/${id}/referrals`, { question: 'Go on with systemic therapy?', urgency: 'urgent' });
    expect((await boardOf(id)).listing).not.toBeNull();

    const firstMeeting = await meetingOn(id);
    const shownBefore = await draftOf(id);
    const first = await done<Decided>('chair', `cases/${id}/decisions`, {
      ...decision(shownBefore, {
        actions: [{ actionId: 'scan', what: 'Book the next scan', owner: { discipline: 'radiology' }, dueOn: day(30) }],
      }),
      meetingId: firstMeeting,
    });
    expect(first.board.decision.provisional).toBe(false);
    await done('radiation-oncologist', `cases/${id}/decisions/${first.decisionId}/signatures`, {
      contentHash: first.board.decision.contentHash,
      signature: { meaning: 'reviewer', password },
    });
    await noted(firstMeeting);
    await done('chair', `meetings/${firstMeeting}/closing`, {});
    expect(await boardOf(id)).toMatchObject({ listing: null, standing: { decisionId: first.decisionId, review: 'current' } });

    const shown = await draftOf(id);
    await done('radiologist', `cases/${id}/facts`, [{ ...facts.at(-1), on: day(0) }]);
    const waiting = await eventually(
      async () => (await done<Queue>('coordinator', 'queue?limit=200')).cases.find((found) => found.id === id),
      (found) => found?.decision.state === 'needs-review',
    );
    expect(waiting).toMatchObject({ reason: 'progression', trigger: { kind: 'response-assessment' } });
    expect(waiting?.trigger.changed.map(({ part }) => part)).toEqual(expect.arrayContaining(['nextStep', 'response.latest']));
    const stale = await as('chair', `cases/${id}/decisions`, decision(shown));
    expect([stale.status, stale.body['code']]).toEqual([409, 'decision.stale']);

    const secondMeeting = await meetingOn(id);
    const second = await done<Decided>('chair', `cases/${id}/decisions`, { ...decision(await draftOf(id)), meetingId: secondMeeting });
    await noted(secondMeeting);
    await done('chair', `meetings/${secondMeeting}/closing`, {});

    const correction = {
      type: 'FactCorrected',
      on: day(0),
      corrects: '#3',
      reason: 'the distant lesion was an infection',
      replacement: { type: 'StagingRecorded', on: facts[2]?.on, edition: 'TNM-8', t: 'T4', n: 'N3', m: 'M0' },
    };
    await done('radiologist', `cases/${id}/facts`, [correction]);
    const corrected = await eventually(
      () => boardOf(id),
      ({ listing }) => listing !== null,
    );
    expect(corrected).toMatchObject({ listing: { trigger: { kind: 'corrected-input' } }, standing: { review: 'needs-review' } });

    const last = await done<Decided>(
      'chair',
      `cases/${id}/decisions`,
      decision(await draftOf(id), {
        step: 'surveillance',
        plan: 'Surveillance.',
        intent: 'disease-control',
        override: { reason: 'patient-preference', comment: 'She wants a pause.' },
        actions: [],
        expectations: [{ expectationId: 'blood', result: 'ebv-dna', dueOn: day(42) }],
        reviewOn: day(90),
      }),
    );
    expect(await boardOf(id)).toMatchObject({ listing: null, standing: { decisionId: last.decisionId, review: 'current' } });

    const dossier = await done<{ state: string; advised: Record<string, { matches?: boolean }>; decision: { signatures: Json[] } }>(
      'auditor',
      `cases/${id}/decisions/${first.decisionId}`,
    );
    expect(dossier).toMatchObject({ state: 'superseded', advised: { digest: { matches: true } }, decided: { content: { matches: true } } });
    expect(dossier.decision.signatures.map(({ meaning }) => meaning)).toEqual(['chair', 'reviewer']);

    const { decisions } = await done<{ decisions: Look[] }>(
      'auditor',
      `meetings/${firstMeeting}/hindsight?atLeast=${encodeURIComponent(last.position)}`,
    );
    expect(decisions).toHaveLength(1);
    const causes = new Set(decisions[0]?.differences.map(({ cause }) => cause));
    expect(causes).toEqual(new Set(['corrected-data', 'new-data']));
    expect(decisions[0]?.isSuperseded).toBe(true);

    const diff = await done<{ step: Json; content: { field: string }[] }>(
      'auditor',
      `cases/${id}/decisions/diff?from=${second.decisionId}&to=${last.decisionId}`,
    );
    expect(diff.step).toMatchObject({ to: 'surveillance' });
    expect(diff.step['causes']).toContain('board-override');
  });
});
