import { canonicalJson } from '@tumor-board/kernel';
import { type FactOf, inWords, timelineOf } from '@tumor-board/oncology';
import { factOf, recordsFact } from '../case/case-event.js';
import { describeFact } from '../case/describe-event.js';
import { type RecordedCaseEvent, sourceOf } from './case-pieces.js';
import { type Block, cited, type Piece, type Source } from './printed-document.js';

/** A fact as it stands, with the event that says so: the correction, where it was corrected. */
export interface StandingFact {
  readonly fact: FactOf;
  readonly source: Source;
}

/** The facts that stand after some events, in clinical order: corrected ones as corrected, retracted ones left out. */
export function standingFacts(events: readonly RecordedCaseEvent[]): readonly StandingFact[] {
  const recorded = events.flatMap((event) => (recordsFact(event) ? [{ fact: factOf(event), source: sourceOf(event) }] : []));
  return timelineOf(recorded.map(({ fact }) => fact)).facts.map((fact) => {
    const says = recorded.findLast(({ fact: other }) => saysThat(other, fact));
    return { fact, source: (says ?? recorded.find(({ fact: { id } }) => id === fact.id) ?? first(recorded)).source };
  });
}

function saysThat(recorded: ReturnType<typeof factOf>, standing: FactOf): boolean {
  if (recorded.type === 'FactRetracted') return false;
  if (recorded.type !== 'FactCorrected') return recorded.id === standing.id && canonicalJson(recorded) === canonicalJson(standing);
  return recorded.corrects === standing.id && canonicalJson({ ...recorded.replacement, id: standing.id }) === canonicalJson(standing);
}

function first(recorded: readonly { readonly source: Source }[]) {
  const [one] = recorded;
  if (one === undefined) throw new Error('a fact stands that nothing recorded');
  return one;
}

/** What is known of the patient's disease, one row a fact. */
export function factTable(events: readonly RecordedCaseEvent[]): Block {
  const rows = standingFacts(events).map(({ fact, source }): readonly Piece[] => [cited(source, fact.on), cited(source, factText(fact))]);
  return { kind: 'table', columns: ['Day', 'What was recorded'], rows };
}

/** A fact as one line that counts nothing together: every number in it is one that was recorded. */
function factText(fact: FactOf): string {
  if (fact.type === 'MetastasesCharted') {
    const lesions = fact.lesions.map(({ organ, count, countIsExact, sizeMm }) => {
      const size = sizeMm === undefined ? '' : ` (${sizeMm} mm)`;
      return `${inWords(organ)} ${countIsExact ? '' : 'at least '}${count}${size}`;
    });
    return `Metastases charted: ${lesions.length === 0 ? 'none' : lesions.join(', ')}`;
  }
  if (fact.type === 'ResponseAssessed') {
    const added = fact.newLesions.map(({ lesion, organ }) => `${lesion} in ${inWords(organ)}`);
    return `${describeFact({ ...fact, newLesions: [] })}${added.length === 0 ? '' : `, new: ${added.join(', ')}`}`;
  }
  return describeFact(fact);
}

/** Every EBV DNA of the case: nothing is told of a course without the samples that it is told from. */
export function ebvDnaTable(events: readonly RecordedCaseEvent[]): Block {
  const rows = standingFacts(events).flatMap(({ fact, source }) => {
    if (fact.type !== 'EbvDnaMeasured') return [];
    const { on, result, value, unit, specimen, assay, limitOfDetection } = fact;
    const limit = limitOfDetection === undefined ? '' : `, detection limit ${limitOfDetection} ${unit}`;
    return [
      [
        cited(source, on),
        cited(source, result === 'quantified' ? `${value ?? ''} ${unit}` : `${inWords(result)}${limit}`),
        cited(source, `${inWords(specimen)}, ${assay}`),
      ],
    ];
  });
  return { kind: 'table', columns: ['Sample of', 'EBV DNA', 'Specimen and assay'], rows };
}
