import { type Finding, possibleValues } from '@tumor-board/kernel';
import { type Cohort, M1_SUBDIVISIONS, type M1System, type PublishedSystem, type Stated } from '@tumor-board/oncology';
import type { Assessment } from '../assessment.js';
import { entriesOfSystem } from '../evidence/evidence-register.js';

/** What a paper says of adding locoregional radiotherapy in a class. */
export type RadiotherapyClaim = PublishedSystem['locoregionalRadiotherapy'][number]['claim'];

/** One class of a system that is the case's, or may be. */
export interface ClassOutlook {
  readonly class: string;
  /** The paper's own figures for the class; none where it gives none, as for the class that others are compared with. */
  readonly survival: readonly Stated[];
  /** Null where the paper does not say. */
  readonly locoregionalRadiotherapy: { readonly claim: RadiotherapyClaim; readonly figures: Stated } | null;
}

/** What one published system says of a case. */
export interface SystemOutlook {
  readonly system: M1System;
  readonly title: string;
  readonly citation: string;
  /** Id among the sources. */
  readonly evidence: string;
  /** Ids of its entries in the evidence register. */
  readonly entries: readonly string[];
  readonly cohort: Cohort;
  readonly status: Finding<string>['status'];
  /** One class when the system classifies the case, several while it is open, none where it does not apply. */
  readonly classes: readonly ClassOutlook[];
  readonly flags: readonly string[];
  /** What would settle an open class. */
  readonly missing: readonly string[];
  /** Why the system does not apply, or why it may turn out not to. */
  readonly doesNotApply: string | null;
  /** The centre that stated the class. */
  readonly reportedBy: string | null;
  readonly caveats: readonly Stated[];
}

/** Beside each published system the survival of the case's class in that paper, in the order of the review's table 2. Figures of different papers are not joined. */
export const systemOutlooks = (m1: Assessment['m1']): readonly SystemOutlook[] =>
  M1_SUBDIVISIONS.map((system) => outlookUnder(system, m1[system.id]));

function outlookUnder(system: PublishedSystem, finding: Finding<string>): SystemOutlook {
  const { id, title, citation, evidence, cohort, caveats } = system;
  return {
    system: id,
    title,
    citation,
    evidence,
    entries: entriesOfSystem(id).map((entry) => entry.id),
    cohort,
    status: finding.status,
    classes: possibleValues(finding).map((name) => classOutlook(system, name)),
    flags: finding.status === 'classified' ? (finding.flags ?? []) : [],
    missing: finding.status === 'indeterminate' ? finding.missing : [],
    doesNotApply: doesNotApply(finding),
    reportedBy: finding.status === 'reported' ? finding.reportedBy : null,
    caveats,
  };
}

function classOutlook({ survival, locoregionalRadiotherapy }: PublishedSystem, name: string): ClassOutlook {
  const said = locoregionalRadiotherapy.find((one) => one.class === name);
  return {
    class: name,
    survival: survival.flatMap((one) => (one.class === name ? [one.figures] : [])),
    locoregionalRadiotherapy: said === undefined ? null : { claim: said.claim, figures: said.figures },
  };
}

function doesNotApply(finding: Finding<string>): string | null {
  switch (finding.status) {
    case 'not-applicable':
      return finding.reason;
    case 'indeterminate':
      return finding.mayNotApply ?? null;
    case 'classified':
    case 'reported':
      return null;
  }
}
