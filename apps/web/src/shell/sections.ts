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
    { to: '/cases', label: texts.sections.cases, isFor: hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor') },
    { to: '/meetings', label: texts.sections.meetings, isFor: hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor') },
    { to: '/actions', label: texts.sections.actions, isFor: hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor') },
    { to: '/audit', label: texts.sections.audit, isFor: hasRole(session, 'coordinator', 'clinician', 'chair', 'auditor', 'administrator') },
    { to: '/knowledge', label: texts.sections.knowledge, isFor: true },
    { to: '/patients', label: texts.sections.patients, isFor: hasRole(session, 'coordinator') },
    { to: '/erasure', label: texts.sections.erasure, isFor: hasRole(session, 'administrator') },
    { to: '/operations', label: texts.sections.operations, isFor: hasRole(session, 'administrator') },
    { to: '/accounts', label: texts.sections.accounts, isFor: hasRole(session, 'administrator') },
  ];
  return all.filter(({ isFor }) => isFor);
}
