import type { Fact, IdentifiedFact } from '@tumor-board/oncology';
import { inWords, texts } from '../../texts/texts.js';

/** A fact of the record as a line: what it says, and whether it still stands. */
export interface FactRow {
  readonly id: string;
  readonly type: Fact['type'];
  readonly on: string;
  readonly knownOn: string;
  readonly says: string;
  readonly stands: 'stands' | 'corrected' | 'retracted';
  /** The fact that took its place or took it back. */
  readonly by: string | null;
  readonly fact: IdentifiedFact;
}

/** `SystemicTherapyStarted` as people read it: "Systemic therapy started", "EBV DNA measured". */
export const factTypeName = (type: Fact['type']): string => texts.case.factTypes[type];

/** The facts of a record as lines, in the order of recording. */
export function factRows(facts: readonly IdentifiedFact[]): readonly FactRow[] {
  const fate = new Map<string, { readonly stands: FactRow['stands']; readonly by: string }>();
  for (const fact of facts) {
    if (fact.type === 'FactCorrected') fate.set(fact.corrects, { stands: 'corrected', by: fact.id });
    if (fact.type === 'FactRetracted') fate.set(fact.retracts, { stands: 'retracted', by: fact.id });
  }
  return facts.map((fact) => ({
    id: fact.id,
    type: fact.type,
    on: fact.on,
    knownOn: fact.knownOn ?? fact.on,
    says: saysOf(fact),
    stands: fate.get(fact.id)?.stands ?? 'stands',
    by: fate.get(fact.id)?.by ?? null,
    fact,
  }));
}

/** The values of a fact in one line, whatever its type. */
export function saysOf(fact: Fact): string {
  if (fact.type === 'FactCorrected') return `${texts.case.corrects(fact.corrects)}: ${fact.reason}; ${saysOf(fact.replacement as Fact)}`;
  if (fact.type === 'FactRetracted') return `${texts.case.retracts(fact.retracts)}: ${fact.reason}`;
  const { type: _type, id: _id, on: _on, knownOn: _knownOn, ...values } = fact;
  return Object.entries(values)
    .map(([name, value]) => `${fieldName(name)} ${valueText(value)}`)
    .join(' · ');
}

/** `limitOfDetection` as people read it. */
export const fieldName = (name: string): string =>
  (texts.case.fields as Readonly<Partial<Record<string, string>>>)[name] ??
  name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** The name of a field as a label. */
export const fieldLabel = (name: string): string => {
  const said = fieldName(name);
  return said.charAt(0).toUpperCase() + said.slice(1);
};

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? texts.case.yes : texts.case.no;
  if (typeof value === 'string') return inWords(value);
  if (Array.isArray(value)) return value.length === 0 ? texts.case.none : value.map(itemText).join('; ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, item]) => `${fieldName(name)} ${valueText(item)}`)
      .join(', ');
  }
  return String(value);
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return valueText(item);
  return Object.entries(item)
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => (name === 'mm' || name === 'sizeMm' ? `${String(value)} mm` : valueText(value)))
    .join(' ');
}
