import type { Assessment, Outlook } from '../case-queries.js';

type M1Finding = Assessment['m1'][string];
type SystemOutlook = Outlook['systems'][number];

/** What one published system says of the case. */
export interface SystemClass {
  readonly system: string;
  readonly finding: M1Finding;
  /** What its paper says of that class; undefined until it is known. */
  readonly outlook: SystemOutlook | undefined;
}

/** The systems that say the same kind of thing. */
export interface ClassGroup {
  readonly says: 'favourable' | 'middle' | 'unfavourable' | 'open' | 'reported' | 'not-applicable';
  readonly systems: readonly SystemClass[];
}

const ORDER = ['favourable', 'middle', 'unfavourable', 'open', 'reported', 'not-applicable'] as const;

/**
 * Where a class stands among the classes of its own system, best prognosis first. Classes of different systems are not the
 * same thing; only their place in their own order can be compared.
 */
function placeOf(value: string, classes: readonly string[]): 'favourable' | 'middle' | 'unfavourable' {
  const place = classes.indexOf(value);
  if (place === 0) return 'favourable';
  return place === -1 || place < classes.length - 1 ? 'middle' : 'unfavourable';
}

/** The systems grouped by what they say, each group in the order of the assessment; groups that nobody is in are left out. */
export function groupClasses(
  m1: Assessment['m1'],
  outlooks: readonly SystemOutlook[],
  classesOf: (system: string) => readonly string[],
): readonly ClassGroup[] {
  const groups = new Map<ClassGroup['says'], SystemClass[]>();
  for (const [system, finding] of Object.entries(m1)) {
    const says = saysOf(system, finding, classesOf);
    groups.set(says, [...(groups.get(says) ?? []), { system, finding, outlook: outlooks.find((one) => one.system === system) }]);
  }
  return ORDER.flatMap((says) => {
    const systems = groups.get(says);
    return systems === undefined ? [] : [{ says, systems }];
  });
}

function saysOf(system: string, finding: M1Finding, classesOf: (system: string) => readonly string[]): ClassGroup['says'] {
  switch (finding.status) {
    case 'classified':
      return placeOf(finding.value, classesOf(system));
    case 'reported':
      return 'reported';
    case 'indeterminate':
      return 'open';
    case 'not-applicable':
      return 'not-applicable';
  }
}

/** True when settled systems place the case at more than one end of their orders. */
export const disagree = (groups: readonly ClassGroup[]): boolean =>
  groups.filter(({ says }) => says === 'favourable' || says === 'middle' || says === 'unfavourable').length > 1;
