import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live, step } from '../case/board-life.fixture.js';
import { baseline, CaseStory, sample, scan, systemic, uuid } from '../case/case.fixture.js';
import { caseStream } from '../case/case-event.js';
import { uuid as itemId, plan } from '../meeting/meeting.fixture.js';
import { type MeetingEvent, meetingStream } from '../meeting/meeting-event.js';
import { decisionsIn, type RecordedCaseEvent, type ShownPatient } from './case-pieces.js';
import { meetingSheet, type RecordedMeetingEvent, type SheetCase } from './meeting-sheet.js';
import { patientOf, recorded, textOf, unvouched } from './printed.fixture.js';
import { type PrintedDocument, unsourced } from './printed-document.js';

const MEETING = uuid(70);
const EARLY = '2025-01-09T09:00:00';
const LATE = '2025-01-11T09:00:00';
const caseId = (n: number): string => uuid(200 + n);
const eventsOf = (story: CaseStory, n: number): RecordedCaseEvent[] => recorded(caseStream(caseId(n)), story.events, EARLY);
const shown = (story: CaseStory, n: number, patient: ShownPatient = patientOf('陳大文')): SheetCase => ({
  caseId: caseId(n),
  events: eventsOf(story, n),
  patient,
});
const onAgenda = (n: number): MeetingEvent => ({
  type: 'AgendaItemAdded',
  data: { itemId: itemId(n), caseId: caseId(n), mode: 'discussion', after: n === 1 ? null : itemId(n - 1), origin: { kind: 'by-hand' } },
});
const meetingOf = (...events: MeetingEvent[]): RecordedMeetingEvent[] =>
  recorded(meetingStream(MEETING), [{ type: 'MeetingPlanned', data: plan } as MeetingEvent, ...events], LATE);
const opened: MeetingEvent = { type: 'MeetingOpened', data: { by: 'account:1' } };
const closed: MeetingEvent = { type: 'MeetingClosed', data: { by: 'account:1', notReached: [] } };
const joined = (account: string, name: string, chairs = false): MeetingEvent => ({
  type: 'AttendeeJoined',
  data: { account, name, disciplines: ['radiation-oncology'], presence: 'in-person', chairs, conflicts: chairs ? [] : [caseId(1)] },
});

function sheetOf(meeting: readonly RecordedMeetingEvent[], ...cases: SheetCase[]): PrintedDocument {
  const sheet = meetingSheet(meeting, cases);
  if (sheet === undefined) throw new Error('expected a sheet');
  return sheet;
}

/** A case under treatment that was referred with a question. */
function referred(): CaseStory {
  const story = CaseStory.opened(baseline, '2025-06-01');
  story.record(systemic(), sample('2025-02-05', 900), scan('2025-03-01', 25));
  story.give({ type: 'ReferCase', referralId: uuid(5), question: 'Radiotherapy now?', urgency: 'routine', disciplines: [] });
  return story;
}

describe('any meeting sheet', () => {
  it('has no number without an event, and no number that its event cannot vouch for', () => {
    const life = fc.array(step, { minLength: 5, maxLength: 15, size: 'max' });
    fc.assert(
      fc.property(life, life, fc.boolean(), (one, two, isOver) => {
        const cases = [one, two].map((steps, index) => shown(live(steps).story, index + 1));
        const decided = cases.flatMap(({ events }, index) =>
          decisionsIn(events).map(
            ({ data }): MeetingEvent => ({ type: 'ItemDecided', data: { itemId: itemId(index + 1), decisionId: data.decisionId } }),
          ),
        );
        const meeting = meetingOf(
          onAgenda(1),
          onAgenda(2),
          ...(isOver ? [opened, joined('account:1', 'Dr A. Chair', true), joined('account:2', 'Dr B.'), ...decided, closed] : []),
        );
        const sheet = sheetOf(meeting, ...cases);
        expect(unsourced(sheet)).toEqual([]);
        const streams = [meeting, ...cases.flatMap(({ events, patient }) => [events, patient === 'withheld' ? [] : patient])];
        expect(unvouched(sheet, streams).join('|')).toBe('');
      }),
      { numRuns: 10 },
    );
  });
});

describe('the agenda before a meeting', () => {
  it('says when and where, and of each case why it is listed, what is asked, known, proposed and blocked', () => {
    const sheet = sheetOf(meetingOf(onAgenda(1)), shown(referred(), 1));
    const text = textOf(sheet);
    expect(sheet.title).toBe('Agenda of the tumour board');
    for (const said of [
      '2026-11-30, 14:30 (Asia/Hong_Kong), 60 minutes',
      'Room 4',
      '陳大文',
      'C-1',
      'Radiotherapy now?',
      'Why listed',
      'IVB',
      'Yao 2023',
      '900 copies/mL',
      '−37.5 % from 40 mm at baseline',
      'Proposed',
      'Alternatives',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('tells what was decided before, and that it needs review', () => {
    const story = referred();
    story.decide(1);
    story.record(scan('2025-05-20', 60));
    const text = textOf(sheetOf(meetingOf(onAgenda(1)), shown(story, 1)));
    expect(text).toMatch(/Decided before\n2025-06-01: /);
    expect(text).toContain('Needs review since 2025-06-01: response assessment');
  });

  it('says of a case that is not on record here no more than that', () => {
    const text = textOf(sheetOf(meetingOf(onAgenda(1))));
    expect(text).toContain('not on record here');
  });

  it('says that the meeting was called off', () => {
    const sheet = sheetOf(meetingOf({ type: 'MeetingCancelled', data: { reason: 'too-few-cases' } }));
    expect(sheet.blocks[0]).toMatchObject({ kind: 'warning', pieces: [{ text: 'Cancelled: too few cases.' }] });
  });
});

describe('the minutes of a meeting', () => {
  const decided: MeetingEvent = { type: 'ItemDecided', data: { itemId: itemId(1), decisionId: uuid(1) } };
  const during = [onAgenda(1), opened, joined('account:1', 'Dr A. Chair', true), joined('account:2', 'Dr B.')];

  it('say who was there and left, who had a conflict, what was decided with its quorum and dissent, and what is to happen', () => {
    const story = referred();
    story.decide(
      1,
      {
        dissent: [{ by: 'Dr B.', text: 'I would wait.' }],
        actions: [{ actionId: 'a', what: 'Plan the fields', owner: { account: 'account:2' }, dueOn: '2025-06-10' }],
      },
      { quorum: { state: 'not-met', required: [], present: ['chair'], missing: ['radiology'] }, meetingId: MEETING, itemId: itemId(1) },
    );
    const meeting = meetingOf(...during, { type: 'AttendeeLeft', data: { account: 'account:2' } }, decided, closed);
    const sheet = sheetOf(meeting, shown(story, 1));
    expect(sheet.title).toBe('Minutes of the tumour board');
    const text = textOf(sheet);
    for (const said of [
      'Dr A. Chair\nchair, radiation oncology\nin person\n2025-01-11T09:00:03.000000Z\n\n',
      'Dr B.\nradiation oncology\nin person\n2025-01-11T09:00:04.000000Z\n2025-01-11T09:00:05.000000Z',
      'Conflict of interest\nDr B.',
      'Outcome\ndecided',
      'Provisional: the board was not quorate, without radiology.',
      'not met; present chair; missing radiology',
      'I would wait.',
      'Plan the fields\nDr B.\n2025-06-10',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('tell what was known when the meeting ended, whatever has come since, and warn of a decision that was overtaken', () => {
    const story = referred();
    story.decide(1);
    const meeting = meetingOf(...during, decided, closed);
    const before = textOf(sheetOf(meeting, shown(story, 1)));
    const known = story.events.length;
    story.record(scan('2025-05-20', 60));
    story.decide(2);
    const later = eventsOf(story, 1).map((event, index) =>
      index < known ? event : { ...event, recordedAt: '2025-02-01T00:00:00.000000Z' },
    );
    const after = textOf(sheetOf(meeting, { ...shown(story, 1), events: later }));
    expect(after).toMatch(/Superseded by a decision of 2025-06-01: .*\n/);
    expect(after.replace(/Superseded by .*\n/, '')).toBe(before);
  });

  it('are not final while the meeting is under way', () => {
    const sheet = sheetOf(meetingOf(...during), shown(referred(), 1));
    expect(sheet.blocks[0]).toMatchObject({ kind: 'warning', pieces: [{ text: expect.stringContaining('not final') }] });
  });

  it('say why a case was put off, until when, and where it went', () => {
    const story = referred();
    story.give({
      type: 'DeferCase',
      reason: 'result-awaited',
      until: '2025-06-09',
      meetingId: MEETING,
      itemId: itemId(1),
      note: 'PET on Friday',
    });
    const deferred: MeetingEvent = { type: 'ItemDeferred', data: { itemId: itemId(1), reason: 'result-awaited', carryOver: 'queue' } };
    const gone: MeetingEvent = { type: 'ItemCarriedOver', data: { itemId: itemId(1), to: 'queue' } };
    const text = textOf(sheetOf(meetingOf(...during, deferred, closed, gone), shown(story, 1)));
    for (const said of ['deferred: result awaited', '2025-06-09', 'PET on Friday', 'to the queue']) expect(text).toContain(said);
  });

  it('leave out who the patient is where the reader may not see it', () => {
    const text = textOf(sheetOf(meetingOf(onAgenda(1)), shown(referred(), 1, 'withheld')));
    expect(text).toContain('not shown to this reader');
    expect(text).not.toContain('H-4711');
  });
});

it('there is no sheet of no meeting', () => {
  expect(meetingSheet([], [])).toBeUndefined();
});
