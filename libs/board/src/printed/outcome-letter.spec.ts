import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live, step } from '../case/board-life.fixture.js';
import { baseline, CaseStory, ecog, sample, scan, systemic, uuid } from '../case/case.fixture.js';
import { caseStream } from '../case/case-event.js';
import { withoutProtectedTexts } from '../protected-fields.js';
import { decisionsIn, type RecordedCaseEvent } from './case-pieces.js';
import { outcomeLetter } from './outcome-letter.js';
import { patientOf, recorded, textOf, unvouched } from './printed.fixture.js';
import { type PrintedDocument, unsourced } from './printed-document.js';
import { toHtml } from './to-html.js';

const STREAM = caseStream(uuid(1));
/** Lives that end with a decision, unless the patient has died before. */
const steps = fc
  .array(step, { minLength: 6, maxLength: 20, size: 'max' })
  .map((life) => [...life, { kind: 'decide', seen: 'now', quorum: 'met', step: undefined, reviewIn: undefined } as const]);
const eventsOf = (story: CaseStory): RecordedCaseEvent[] => recorded(STREAM, story.events);
const patient = patientOf('陳大文 <b>Chan</b>');

function letterOf(story: CaseStory, decisionId: string, events = eventsOf(story)): PrintedDocument {
  const letter = outcomeLetter({ events, patient, decisionId });
  if (letter === undefined) throw new Error('expected a letter');
  return letter;
}

/** A case with two scans and a decision on them. */
function responded(): CaseStory {
  const story = CaseStory.opened(baseline, '2025-06-01');
  story.record(systemic(), sample('2025-02-05', 900), sample('2025-02-26', 0), scan('2025-03-01', 25), scan('2025-04-20', 22));
  story.give({ type: 'ReferCase', referralId: uuid(5), question: 'Radiotherapy to 鼻咽?', urgency: 'routine', disciplines: [] });
  story.decide(1, {
    alternatives: [{ option: 'Surveillance', because: 'The response is good.' }],
    dissent: [{ by: 'Dr B.', discipline: 'medical-oncology', text: 'I would wait.' }],
    actions: [{ actionId: 'a', what: 'Plan the fields', owner: { account: 'account:1' }, dueOn: '2025-06-10' }],
  });
  return story;
}

describe('any outcome letter', () => {
  it('has no number without an event, and no number that its event cannot vouch for', () => {
    let letters = 0;
    fc.assert(
      fc.property(steps, (life) => {
        const { story } = live(life);
        const events = eventsOf(story);
        for (const { data } of decisionsIn(events)) {
          const letter = letterOf(story, data.decisionId, events);
          letters += 1;
          expect(unsourced(letter)).toEqual([]);
          expect(unvouched(letter, [events, patient]).join('|')).toBe('');
        }
      }),
      { numRuns: 12 },
    );
    expect(letters).toBeGreaterThan(5);
  });

  it('tells the same of what was known, whatever has come since', () => {
    const story = responded();
    const known = (letter: PrintedDocument) => {
      const text = textOf(letter);
      return text.slice(text.indexOf('Decision\n'));
    };
    const before = known(letterOf(story, uuid(1)));
    story.record(ecog(2, '2025-06-02'), scan('2025-06-03', 60));
    story.decide(2);
    expect(known(letterOf(story, uuid(1)))).toBe(before);
  });

  it('is checked by what finds a strange number', () => {
    const story = responded();
    const letter = letterOf(story, uuid(1));
    const [entries] = letter.blocks.filter(({ kind }) => kind === 'table');
    if (entries?.kind !== 'table') throw new Error('expected a table');
    const altered = {
      ...letter,
      blocks: [{ ...entries, rows: entries.rows.map((row) => row.map((piece) => ({ ...piece, text: `${piece.text} 98765` }))) }],
    };
    expect(unvouched(altered, [eventsOf(story), patient])).not.toEqual([]);
    expect(unsourced({ ...letter, title: 'Outcome 7' })).toHaveLength(1);
  });
});

describe('an outcome letter', () => {
  it('says what a clinician looks for: question, decision, dissent, actions, response with its arithmetic, EBV DNA, who signed', () => {
    const text = textOf(letterOf(responded(), uuid(1)));
    for (const said of [
      '陳大文',
      'H-4711',
      'C-1',
      '46 years, male',
      'Radiotherapy to 鼻咽?',
      'as proposed',
      'The response is good.',
      'Dr B., medical oncology',
      'I would wait.',
      'Plan the fields',
      '2025-06-10',
      'PR / iPR on 2025-04-20: sum of diameters 22 mm, −45 % from 40 mm at baseline, −12 % from the smallest sum of 25 mm',
      '900 copies/mL',
      'undetectable, detection limit 20 copies/mL',
      'Yao 2023',
      'Dr A. Chair',
      '2025-01-10T10:00:00Z',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('m1.YAO23');
  });

  it('tells facts as they were corrected by then, and not what was retracted', () => {
    const story = CaseStory.opened();
    const given = baseline.find(({ id }) => id === 'e0');
    if (given?.type !== 'EbvDnaMeasured') throw new Error('expected a sample');
    const { id: _id, ...replacement } = { ...given, value: 31_000 };
    story.record({ type: 'FactCorrected', on: '2025-01-09', corrects: 'e0', reason: 'typing error', replacement });
    story.record(ecog(3, '2025-01-08'));
    const last = story.state.facts.toArray().at(-1);
    story.record({ type: 'FactRetracted', on: '2025-01-09', retracts: last?.id ?? '', reason: 'other patient' });
    story.decide(1);
    const text = textOf(letterOf(story, uuid(1)));
    expect(text).toContain('31000 copies/mL');
    expect(text).not.toContain('20000 copies/mL');
    expect(text).not.toContain('ECOG 3');
  });

  it('is none of a decision that was never made', () => {
    expect(outcomeLetter({ events: eventsOf(responded()), patient, decisionId: uuid(9) })).toBeUndefined();
  });

  it('says that the reader may not see who it is, and nothing of it', () => {
    const story = responded();
    const letter = outcomeLetter({ events: eventsOf(story), patient: 'withheld', decisionId: uuid(1) });
    expect(letter && textOf(letter)).toContain('not shown to this reader');
    expect(letter && textOf(letter)).not.toContain('H-4711');
  });
});

describe('the first line of an outcome letter', () => {
  const firstLine = ({ blocks }: PrintedDocument): string => {
    const [first] = blocks;
    return first?.kind === 'warning' ? first.pieces.map(({ text }) => text).join(' ') : '';
  };

  it('warns of nothing while the decision stands', () => {
    expect(letterOf(responded(), uuid(1)).blocks[0]?.kind).toBe('entries');
  });

  it('says that the decision needs review, since when and why', () => {
    const story = responded();
    story.today = '2025-07-01';
    story.record(scan('2025-06-30', 60));
    expect(firstLine(letterOf(story, uuid(1)))).toMatch(
      /^Needs review since 2025-07-01: response assessment \(.*Latest response PR.* → PD/,
    );
  });

  it('says that a later decision took its place', () => {
    const story = responded();
    story.today = '2025-07-02';
    story.decide(2);
    expect(firstLine(letterOf(story, uuid(1)))).toMatch(/^Superseded by a decision of 2025-07-02: /);
    expect(firstLine(letterOf(story, uuid(2)))).toBe('');
  });

  it('says that the board was not quorate', () => {
    const story = CaseStory.opened();
    story.decide(
      1,
      {},
      { meetingId: uuid(70), itemId: uuid(71), quorum: { state: 'not-met', required: [], present: [], missing: ['radiology'] } },
    );
    expect(firstLine(letterOf(story, uuid(1)))).toBe('Provisional: the board was not quorate, without radiology.');
  });
});

describe('an outcome letter after an erasure', () => {
  it('shows [erased] in the place of every protected text, and says so', () => {
    const story = responded();
    story.give({ type: 'EraseCase', because: 'person-asked', today: '2025-06-01' });
    const erased = eventsOf(story).map((event) => ({ ...event, data: withoutProtectedTexts(event.type, event.data) }) as RecordedCaseEvent);
    const gone = [
      ...patient,
      ...recorded('patient-x', [{ type: 'PatientErased', data: { on: '2025-06-02', because: 'person-asked' } } as const]),
    ];
    const letter = outcomeLetter({ events: erased, patient: gone, decisionId: uuid(1) });
    const text = letter === undefined ? '' : textOf(letter);
    expect(text).toContain('What was written about the person was erased on 2025-06-01.');
    expect(text).toContain('[erased]');
    for (const said of ['陳大文', 'H-4711', 'The response is good.', 'I would wait.', '鼻咽']) expect(text).not.toContain(said);
  });
});

describe('an outcome letter as HTML', () => {
  it('shows markup in what somebody wrote as text, and runs nothing', () => {
    const story = CaseStory.opened();
    story.decide(1, { rationale: '<script>alert(1)</script> & "so"', contingency: `<img src=x onerror='x'>` });
    const html = toHtml(letterOf(story, uuid(1)));
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;');
    expect(html).toContain('陳大文 &lt;b&gt;Chan&lt;/b&gt;');
    expect(html).not.toMatch(/<script|<img|<b>/);
  });

  it('names the event of each piece that stands on one', () => {
    const html = toHtml(letterOf(responded(), uuid(1)));
    expect(html).toContain(`<span data-event="${STREAM}@1">C-1</span>`);
    const bare = html
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replaceAll(/<span data-event="[^"]+">[^<]*<\/span>/g, '')
      .replaceAll(/<[^>]+>/g, '');
    expect(bare).not.toMatch(/\p{N}/u);
  });
});
