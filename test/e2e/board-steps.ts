import { readFileSync } from 'node:fs';
import path from 'node:path';
import { written } from '@tumor-board/testing';
import { expect } from 'vitest';
import { type Answer, ask, caseFile, type Recorded } from './http.js';
import { eventually, root } from './processes.js';

/** Who has a demo account. */
export type Login =
  | 'coordinator'
  | 'chair'
  | 'radiation-oncologist'
  | 'medical-oncologist'
  | 'radiologist'
  | 'pathologist'
  | 'auditor'
  | 'knowledge-editor';
export type Json = Record<string, unknown>;

/** The board's state of a case. */
export interface Board {
  readonly listing: { readonly reason: string; readonly trigger: { readonly kind: string } } | null;
  readonly schedule: { readonly meetingId: string } | null;
  readonly standing: { readonly decisionId: string; readonly review: string } | null;
}
/** What a decision starts from. */
export interface Draft {
  readonly content: Json & { readonly alternatives: readonly { readonly option: string; readonly because: string }[] };
  readonly basis: Json;
  readonly basisHash: string;
}
/** What recording a decision answers. */
export interface Decided {
  readonly decisionId: string;
  readonly position: string;
  readonly board: { readonly decision: { readonly contentHash: string; readonly provisional: boolean } };
}

/** The day so many days from today. */
export const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** An example case with its days moved, so that its first response scan was made ten days ago. */
export function recentFacts(): { readonly on: string; readonly type: string }[] {
  const { facts } = JSON.parse(readFileSync(path.join(root, 'apps/cli/examples/V15.case.json'), 'utf8')) as {
    facts: { on: string; type: string }[];
  };
  const shift = Date.now() - 10 * 86_400_000 - Date.parse('2024-08-20');
  return facts.map((fact) => ({ ...fact, on: new Date(Date.parse(fact.on) + shift).toISOString().slice(0, 10) }));
}

const meetingPlan = {
  title: 'NPC board',
  on: day(0),
  startsAt: '14:30',
  timeZone: 'UTC',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'],
  capacity: 8,
};

/** What people of the board do over the API of a service with its example accounts, each as themselves. */
export function boardSteps(url: string, password: string) {
  const cookies = new Map<Login, Promise<string>>();
  const signIn = async (login: Login): Promise<string> => {
    const { status, headers } = await ask(`${url}/api/session`, { login, password });
    if (status !== 201) throw new Error(`${login} cannot sign in`);
    return headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const cookieOf = (login: Login): Promise<string> => {
    const cookie = cookies.get(login) ?? signIn(login);
    cookies.set(login, cookie);
    return cookie;
  };

  const as = async <Body = Json>(who: Login, address: string, body?: unknown): Promise<Answer<Body>> =>
    await ask<Body>(`${url}/api/${address}`, body, { cookie: await cookieOf(who) });
  /** {@link as}, where nothing else than success is expected. */
  const done = async <Body = Json>(who: Login, address: string, body?: unknown): Promise<Body> => {
    const answer = await as<Body>(who, address, body);
    expect(answer.status, `${address}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };

  const boardOf = async (id: string) => await done<Board>('auditor', `cases/${id}/board`);
  const draftOf = async (id: string) => await done<Draft>('chair', `cases/${id}/decision-draft`);

  /** How the owner of a demo account signs. */
  const signature = (meaning: string) => ({ meaning, password });

  /** The body that records what a draft says, with changes, signed by the chair. */
  const decision = ({ content, basis, basisHash }: Draft, changes: Json = {}) => ({
    content: { ...written(content, 'As discussed.'), ...changes },
    basis,
    basisHash,
    signature: signature('chair'),
  });

  /** Opens a case with the facts of {@link recentFacts} but the last two, or others. */
  const openCase = async (reference?: string, facts: readonly unknown[] = recentFacts().slice(0, -2)): Promise<string> =>
    (await done<Recorded>('coordinator', 'cases', caseFile(reference, facts))).id;

  /** {@link openCase}, referred to the board, so that it waits in the queue. */
  const waitingCase = async (reference?: string, facts?: readonly unknown[]): Promise<string> => {
    const id = await openCase(reference, facts);
    await done('radiation-oncologist', `cases/${id}/referrals`, { question: 'Go on with systemic therapy?', urgency: 'urgent' });
    return id;
  };

  /** Plans a meeting of today. */
  const planMeeting = async (changes: Json = {}): Promise<string> =>
    (await done<{ meetingId: string }>('coordinator', 'meetings', { ...meetingPlan, ...changes })).meetingId;

  /** Puts a case that waits on the agenda of a meeting, and waits until the case knows. */
  const schedule = async (meetingId: string, id: string): Promise<void> => {
    await done('coordinator', `meetings/${meetingId}/agenda`, { caseId: id });
    await eventually(
      () => boardOf(id),
      (board) => board.schedule?.meetingId === meetingId,
    );
  };

  /** Opens a meeting, and lets in whoever a quorum needs. */
  const openMeeting = async (meetingId: string): Promise<void> => {
    await done('chair', `meetings/${meetingId}/opening`, {});
    await done('chair', `meetings/${meetingId}/attendance`, { chairs: true });
    for (const login of ['radiation-oncologist', 'medical-oncologist', 'radiologist', 'pathologist'] as const)
      await done(login, `meetings/${meetingId}/attendance`, {});
  };

  /** Plans a meeting with a case that waits on its agenda, opens it and lets everybody in. */
  const meetingOn = async (id: string): Promise<string> => {
    const meetingId = await planMeeting();
    await schedule(meetingId, id);
    await openMeeting(meetingId);
    return meetingId;
  };

  /** Records what the draft of a case proposes, with changes. */
  const decide = async (id: string, changes: Json = {}, meetingId?: string): Promise<Decided> =>
    await done<Decided>('chair', `cases/${id}/decisions`, {
      ...decision(await draftOf(id), changes),
      ...(meetingId === undefined ? {} : { meetingId }),
    });

  return { as, done, boardOf, draftOf, signature, decision, openCase, waitingCase, planMeeting, schedule, openMeeting, meetingOn, decide };
}
