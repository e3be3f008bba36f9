import { digestOf } from '@tumor-board/kernel';
import type { CaseHead, Fact, IdentifiedFact } from '@tumor-board/oncology';

const content = ({ id: _id, ...rest }: Fact): string => digestOf(rest);

/** True when each of the facts is among those recorded: under its id when it brings one, else by its content. */
export function holdsAll(recorded: readonly IdentifiedFact[], facts: readonly Fact[]): boolean {
  const contents = new Set(recorded.map(content));
  const byId = new Map(recorded.map((fact) => [fact.id, content(fact)]));
  return facts.every((fact) => (fact.id === undefined ? contents.has(content(fact)) : byId.get(fact.id) === content(fact)));
}

/** True when two heads say the same of a case. */
export const sameHead = (left: CaseHead, right: CaseHead): boolean => {
  const said = ({ reference, title, source, patient }: CaseHead): string => digestOf({ reference, title, source, patient });
  return said(left) === said(right);
};
