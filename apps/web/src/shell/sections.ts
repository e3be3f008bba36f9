import { hasRole, type Session } from '../session/session.js';
import { texts } from '../texts/texts.js';

/** A section of the product and the address of its first screen. */
export interface Section {
  readonly to: string;
  readonly label: string;
}

/** The sections that somebody may enter, in the order of the work. */
export function sectionsFor(session: Session): readonly Section[] {
  const clinical = hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor');
  return [...(clinical ? [{ to: '/queue', label: texts.sections.queue }] : [])];
}
