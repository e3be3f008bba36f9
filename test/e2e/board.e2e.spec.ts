import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardSteps, day, type Json, recentFacts } from './board-steps.js';
import { dataFolder, eventually, startService, stopAll } from './processes.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let steps: ReturnType<typeof boardSteps>;

beforeAll(async () => {
  folder = await dataFolder();
  const { url, stdout } = await startService({ DATA_DIR: folder.path });
  steps = boardSteps(url, /all have the password (\S+), kept in/.exec(stdout())?.[1] ?? '');
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

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

/** Until the meeting knows what the case has recorded. */
const noted = (meetingId: string) =>
  eventually(
    () => steps.done<{ agenda: { status: string }[] }>('coordinator', `meetings/${meetingId}`),
    ({ agenda }) => agenda.every(({ status }) => status === 'decided'),
  );

describe('a case at the board, from its referral to surveillance', () => {
  it('goes through two meetings, a scan that reverses the plan, a corrected stage and a superseded decision', async () => {
    const { as, done, boardOf, decide, decision, draftOf, meetingOn, waitingCase } = steps;
    const facts = recentFacts();
    const id = await waitingCase(undefined, facts.slice(0, -2));
    expect((await boardOf(id)).listing).not.toBeNull();

    const firstMeeting = await meetingOn(id);
    const actions = [{ actionId: 'scan', what: 'Book the next scan', owner: { discipline: 'radiology' }, dueOn: day(30) }];
    const first = await decide(id, { actions }, firstMeeting);
    expect(first.board.decision.provisional).toBe(false);
    await done('radiation-oncologist', `cases/${id}/decisions/${first.decisionId}/signatures`, {
      contentHash: first.board.decision.contentHash,
      signature: steps.signature('reviewer'),
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
    const second = await decide(id, {}, secondMeeting);
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

    const last = await decide(id, {
      step: 'surveillance',
      plan: 'Surveillance.',
      intent: 'disease-control',
      override: { reason: 'patient-preference', comment: 'She wants a pause.' },
      actions: [],
      expectations: [{ expectationId: 'blood', result: 'ebv-dna', dueOn: day(42) }],
      reviewOn: day(90),
    });
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
