import { hasRole, type Session } from '../session/session.js';
import { texts } from '../texts/texts.js';

/** A section of the product and the address of its first screen. */
export interface Section {
  readonly to: string;
  readonly label: string;
}

/** The sections that somebody may enter, in the order of the work. */
export function sectionsFor(session: Session): readonly Section[] {
  const all: readonly (Section & { readonly isFor: boolean })[] = [
    { to: '/queue', label: texts.sections.queue, isFor: hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor') },
  ];
  return all.filter(({ isFor }) => isFor);
}
