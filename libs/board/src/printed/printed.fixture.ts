import { canonicalJson, type EventBody, type RecordedEvent } from '@tumor-board/kernel';
import { assess, knowledgeRelease } from '@tumor-board/knowledge';
import { responseSeries, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { uuid } from '../case/case.fixture.js';
import { type Case, evolveCase, noCase, recordOf } from '../case/case-state.js';
import { patientStream } from '../patient/patient-event.js';
import type { RecordedCaseEvent, RecordedPatientEvent } from './case-pieces.js';
import { M1_SYSTEM_NAMES } from './labels.js';
import { type PrintedDocument, piecesOf } from './printed-document.js';

/** Events as the log would hold them, a second apart. */
export const recorded = <Body extends EventBody>(
  streamId: string,
  bodies: readonly Body[],
  from = '2025-01-10T09:00:00',
): (RecordedEvent & Body)[] =>
  bodies.map((body, index) => ({
    ...body,
    streamId,
    streamVersion: index + 1,
    eventId: uuid(index + 1),
    commandId: uuid(index + 1),
    schemaVersion: 1,
    metadata: { site: 'default', actor: 'account:1' },
    recordedAt: new Date(Date.parse(`${from}Z`) + index * 1_000).toISOString().replace('Z', '000Z'),
    position: String(index + 1),
  }));

export const patientOf = (name: string): RecordedPatientEvent[] =>
  recorded(patientStream(uuid(8)), [
    { type: 'PatientRegistered', data: { name, recordNumber: 'H-4711', birthDate: '1979-03-02', sex: 'male' } } as const,
  ]);

const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)?/gu) ?? [];

/** The numbers that an event can vouch for: its own, and those of the assessment of the case as it stood with it. */
function vouched(stream: readonly RecordedEvent[], version: number): Set<string> {
  const event = stream.find(({ streamVersion }) => streamVersion === version);
  if (event === undefined) return new Set();
  const own = `${canonicalJson(event.data)} ${event.recordedAt}`;
  if (!event.streamId.startsWith('case-')) return new Set(numbers(own));
  const state = (stream as readonly RecordedCaseEvent[])
    .filter(({ streamVersion }) => streamVersion <= version)
    .reduce<Case>(evolveCase, noCase());
  if (state.status === 'none' || state.revision === null) return new Set(numbers(own));
  const assessment = assess(recordOf(state), knowledgeRelease(state.revision.release), state.revision.policy);
  const timeline = timelineOf(state.facts.toArray());
  const { details } = responseSeries(timeline, treatmentCourse(timeline));
  return new Set(numbers(`${own} ${JSON.stringify(assessment)} ${JSON.stringify(details)}`));
}

/** The years of published systems are their names, not numbers of a case. */
const withoutNames = (text: string): string => Object.values(M1_SYSTEM_NAMES).reduce((rest, name) => rest.replaceAll(name, ''), text);

/** The pieces of a document with a number that the event they name cannot vouch for. */
export function unvouched(document: PrintedDocument, streams: readonly (readonly RecordedEvent[])[]): string[] {
  const known = new Map<string, Set<string>>();
  return piecesOf(document).flatMap(({ text, source }) => {
    if (source === undefined) return [];
    const key = `${source.streamId}@${source.version}`;
    const stream = streams.find(([first]) => first?.streamId === source.streamId) ?? [];
    if (!known.has(key)) known.set(key, vouched(stream, source.version));
    const strange = numbers(withoutNames(text)).filter((number) => known.get(key)?.has(number) !== true);
    return strange.length === 0 ? [] : [`${text} (${key}): ${strange.join(', ')}`];
  });
}

/** All text of a document, a line a piece. */
export const textOf = (document: PrintedDocument): string =>
  piecesOf(document)
    .map(({ text }) => text)
    .join('\n');
