import { describe, expect, it } from 'vitest';
import { baseline, CaseStory, chair, died, ecog, knowledge, ofType, sample, uuid } from '../case/case.fixture.js';
import type { CaseCommand } from '../case/case-command.js';
import type { CaseEvent } from '../case/case-event.js';
import { withoutProtectedTexts } from '../protected-fields.js';
import type { MakeClaim, RequestDeliberation } from './deliberation-command.js';
import { currentRun, outstanding } from './deliberation-state.js';
import { claimsBeside, recordedTalk } from './recorded-runs.js';

const versions = { agents: { radiology: '1', surgery: '1' }, chair: '1' };
const asked = (n: number, changes: Partial<RequestDeliberation> = {}): RequestDeliberation => ({
  type: 'RequestDeliberation',
  runId: uuid(n),
  because: 'listing',
  versions,
  disciplines: ['radiology', 'surgery'],
  deadline: '2025-01-10T10:02:00.000Z',
  ...changes,
});
const opinion = (story: CaseStory, discipline: string, fingerprint = story.assessment.fingerprint) => ({
  discipline,
  author: { kind: 'agent' as const, version: '1' },
  status: 'given' as const,
  fingerprint,
  claims: [],
});
const says = (story: CaseStory, n: number, discipline: string, fingerprint?: string) =>
  story.give({ type: 'RecordOpinion', runId: uuid(n), opinion: opinion(story, discipline, fingerprint) });
const concluding = (n: number): Extract<CaseCommand, { type: 'ConcludeDeliberation' }> => ({
  type: 'ConcludeDeliberation',
  runId: uuid(n),
  ledger: { admitted: 0, struck: 0, verdicts: [] },
  synthesis: { format: 'tumor-board-synthesis/1' },
  digest: 'e'.repeat(64),
});
const claiming = (n: number, changes: Partial<MakeClaim> = {}): MakeClaim => ({
  type: 'MakeClaim',
  claimId: uuid(n),
  author: { account: chair.account, name: chair.name, discipline: 'radiation-oncology' },
  stance: 'against',
  option: 'case',
  text: 'Not yet.',
  facts: [],
  evidence: [],
  ...changes,
});
const types = (events: readonly CaseEvent[]) => events.map(({ type }) => type);
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
/** A case with a run that has concluded. */
const concluded = (): CaseStory => {
  const story = CaseStory.opened();
  story.give(asked(1));
  says(story, 1, 'radiology');
  says(story, 1, 'surgery');
  story.give(concluding(1));
  return story;
};

describe('a deliberation that is asked for', () => {
  it('pins what the case is assessed as, and under what', () => {
    const story = CaseStory.opened();
    const [requested] = ofType(story.give(asked(1)), 'DeliberationRequested');
    expect(requested?.data).toMatchObject({
      fingerprint: story.assessment.fingerprint,
      asOf: story.assessment.asOf,
      release: knowledge.release.id,
      releaseHash: knowledge.release.contentHash,
      policy: knowledge.policy,
      on: story.today,
    });
  });

  it('is no news while one goes on, and while a whole one stands', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    expect(story.give(asked(2))).toEqual([]);
    expect(concluded().give(asked(2))).toEqual([]);
  });

  it('is held again when somebody was absent or when others would speak', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    says(story, 1, 'radiology');
    story.give({ type: 'RecordAbsence', runId: uuid(1), discipline: 'surgery', reason: 'failed' });
    story.give(concluding(1));
    const again = story.give(asked(2));
    expect(types(again)).toEqual(['DeliberationSuperseded', 'DeliberationRequested']);
    expect(again[0]?.data).toMatchObject({ runId: uuid(1), because: 'repeated' });
    const others = concluded().give(asked(2, { versions: { ...versions, chair: '2' } }));
    expect(types(others)).toEqual(['DeliberationSuperseded', 'DeliberationRequested']);
  });

  it('is refused for an id of an earlier run, and after a death', () => {
    const story = concluded();
    story.record(ecog(1, '2025-01-09'));
    story.give(asked(2));
    expect(refusal(() => story.give(asked(1)))).toBe('deliberation.id-taken');
    expect(refusal(() => CaseStory.opened([...baseline, died('2025-01-09')]).give(asked(1)))).toBe('case.patient-died');
  });
});

describe('a run', () => {
  it('takes the opinion of each discipline once', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    expect(types(says(story, 1, 'radiology'))).toEqual(['OpinionRecorded']);
    expect(says(story, 1, 'radiology')).toEqual([]);
    expect(story.give({ type: 'RecordAbsence', runId: uuid(1), discipline: 'radiology', reason: 'deadline' })).toEqual([]);
  });

  it('takes no opinion of a discipline that was found absent', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    story.give({ type: 'RecordAbsence', runId: uuid(1), discipline: 'surgery', reason: 'deadline' });
    expect(says(story, 1, 'surgery')).toEqual([]);
  });

  it('refuses opinions of strangers, on other assessments, and to runs that never were', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    expect(refusal(() => says(story, 1, 'astrology'))).toBe('deliberation.opinion-invalid');
    expect(refusal(() => says(story, 1, 'radiology', 'f'.repeat(64)))).toBe('deliberation.opinion-invalid');
    expect(refusal(() => says(story, 7, 'radiology'))).toBe('deliberation.unknown');
  });

  it('concludes only when every discipline has spoken or is absent, and once', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    says(story, 1, 'radiology');
    expect(refusal(() => story.give(concluding(1)))).toBe('deliberation.incomplete');
    story.give({ type: 'RecordAbsence', runId: uuid(1), discipline: 'surgery', reason: 'failed' });
    expect(types(story.give(concluding(1)))).toEqual(['DeliberationConcluded']);
    expect(story.give(concluding(1))).toEqual([]);
    expect(says(story, 1, 'surgery')).toEqual([]);
  });
});

describe('a fact that comes after the panel was asked', () => {
  it('makes the run one of the past in the same append, once, whether it goes on or has concluded', () => {
    for (const story of [concluded(), CaseStory.opened()]) {
      if (story.state.deliberation.run === null) story.give(asked(1));
      expect(types(story.record(ecog(1, '2025-01-09'))).filter((type) => type.startsWith('Deliberation'))).toEqual([
        'DeliberationSuperseded',
      ]);
      expect(currentRun(story.state.deliberation)).toBeUndefined();
      expect(ofType(story.record(sample('2025-01-09', 9_000)), 'DeliberationSuperseded')).toEqual([]);
      expect(refusal(() => says(story, 1, 'radiology'))).toBe('deliberation.superseded');
      expect(refusal(() => story.give(concluding(1)))).toBe('deliberation.superseded');
    }
  });

  it('leaves it as it is when it was recorded before', () => {
    const story = concluded();
    expect(story.record(...baseline)).toEqual([]);
    expect(currentRun(story.state.deliberation)?.status).toBe('concluded');
  });
});

describe('a claim of a person', () => {
  it('is made on the assessment of now and taken back by nobody else', () => {
    const story = CaseStory.opened();
    const [made] = ofType(story.give(claiming(1)), 'ClaimMade');
    expect(made?.data).toMatchObject({ fingerprint: story.assessment.fingerprint, on: story.today, text: 'Not yet.' });
    expect(refusal(() => story.give(claiming(1)))).toBe('claim.id-taken');
    expect(refusal(() => story.give({ type: 'WithdrawClaim', claimId: uuid(1), account: 'account:9' }))).toBe('claim.of-another');
    expect(refusal(() => story.give({ type: 'WithdrawClaim', claimId: uuid(9), account: chair.account }))).toBe('claim.unknown');
    const mine = { type: 'WithdrawClaim', claimId: uuid(1), account: chair.account } as const;
    expect(types(story.give(mine))).toEqual(['ClaimWithdrawn']);
    expect(story.give(mine)).toEqual([]);
  });

  it('that asks for something says for what', () => {
    expect(refusal(() => CaseStory.opened().give(claiming(1, { stance: 'request' })))).toBe('claim.invalid');
  });

  it('keeps its words protected, and the case none of them', () => {
    const story = CaseStory.opened();
    const [made] = story.give(claiming(1, { text: 'Her sister had it too.' }));
    expect(JSON.stringify(withoutProtectedTexts('ClaimMade', made?.data ?? {}))).not.toContain('sister');
    expect(JSON.stringify(story.state.deliberation)).not.toContain('sister');
  });

  it('stands beside every run until it is taken back or the board has decided', () => {
    const story = concluded();
    story.give(claiming(1));
    story.give(claiming(2));
    story.give({ type: 'WithdrawClaim', claimId: uuid(2), account: chair.account });
    story.record(ecog(1, '2025-01-09'));
    story.give(asked(2));
    story.decide(5);
    story.give(claiming(3));
    story.record(ecog(2, '2025-01-10'));
    story.give(asked(3));
    const talk = recordedTalk(story.events);
    expect(talk.runs.map((run) => claimsBeside(run, talk.claims).flatMap(({ claimId, stood }) => (stood ? [claimId] : [])))).toEqual([
      [uuid(1)],
      [uuid(1), uuid(3)],
      [uuid(3)],
    ]);
  });
});

describe('what was recorded of runs', () => {
  it('is read from the stream with everything that was said', () => {
    const story = concluded();
    story.record(ecog(1, '2025-01-09'));
    const [run] = recordedTalk(story.events).runs;
    expect(run).toMatchObject({
      runId: uuid(1),
      concluded: { digest: 'e'.repeat(64) },
      superseded: { because: 'new-fact' },
    });
    expect(run?.opinions.map(({ discipline }) => discipline)).toEqual(['radiology', 'surgery']);
  });

  it('says who is still waited for', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    says(story, 1, 'surgery');
    const { run } = story.state.deliberation;
    expect(run === null ? [] : outstanding(run)).toEqual(['radiology']);
  });
});

describe('a case that was erased', () => {
  it('takes no more requests, and what its jobs still bring is no news', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    story.give({ type: 'EraseCase', because: 'person-asked', today: story.today } as never);
    expect(currentRun(story.state.deliberation)).toBeUndefined();
    expect(says(story, 1, 'radiology')).toEqual([]);
    expect(story.give(concluding(1))).toEqual([]);
    expect(refusal(() => story.give(asked(2)))).toBe('case.erased');
    expect(refusal(() => story.give(claiming(1)))).toBe('case.erased');
  });
});

describe('a language model', () => {
  const exchange = { format: 'tumor-board-model-exchange/1', model: 'small', outcome: 'answered' };
  const consulted = (story: CaseStory, n: number, changes: object = {}) =>
    story.give({
      type: 'RecordConsultation',
      runId: uuid(n),
      exchange,
      opinion: { ...opinion(story, 'language-model'), author: { kind: 'model' as const, model: 'small', promptVersion: '1' }, ...changes },
    });
  const absent = (n: number): CaseCommand => ({
    type: 'RecordConsultation',
    runId: uuid(n),
    exchange: { ...exchange, outcome: 'timeout' },
  });

  it('is heard although nobody waits for it, with all that passed', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    expect(types(consulted(story, 1))).toEqual(['ModelConsulted', 'OpinionRecorded']);
    says(story, 1, 'radiology');
    says(story, 1, 'surgery');
    expect(types(story.give(concluding(1)))).toEqual(['DeliberationConcluded']);
    expect(recordedTalk(story.events).runs[0]).toMatchObject({ exchange, opinions: [{ discipline: 'language-model' }, {}, {}] });
  });

  it('is absent when it gave no answer, and holds nobody up', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    const [, missed] = story.give(absent(1));
    expect(missed).toMatchObject({ type: 'DisciplineAbsent', data: { discipline: 'language-model', reason: 'failed' } });
  });

  it('is heard once, and not after the chair', () => {
    const story = CaseStory.opened();
    story.give(asked(1));
    consulted(story, 1);
    expect(consulted(story, 1)).toEqual([]);
    expect(story.give(absent(1))).toEqual([]);
    const over = concluded();
    expect(consulted(over, 1)).toEqual([]);
  });

  it.each([
    ['for a discipline', { discipline: 'radiology' }],
    ['as an agent', { author: { kind: 'agent', version: '1' } }],
    ['on another assessment', { fingerprint: '0'.repeat(64) }],
  ])('cannot speak %s', (_, changes) => {
    const story = CaseStory.opened();
    story.give(asked(1));
    expect(refusal(() => consulted(story, 1, changes))).toBe('deliberation.opinion-invalid');
  });
});
