import { DISCIPLINES, type Discipline } from '@tumor-board/knowledge';

/** What a person does at a site. One person can have several. */
export const ROLES = ['coordinator', 'clinician', 'chair', 'auditor', 'knowledge-editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

export const isDiscipline = (text: string): text is Discipline => (DISCIPLINES as readonly string[]).includes(text);

/** A person as a request knows it: who it is and what it may do at the site. */
export interface Person {
  /** The id of the account; `operator` for who runs the service. */
  readonly accountId: string;
  /** As `metadata.actor` of events names the person: `account:<uuid>`, or `operator`. */
  readonly actor: string;
  readonly login: string;
  /** As it stands in signatures and in the read log. */
  readonly name: string;
  readonly site: string;
  readonly roles: readonly Role[];
  /** Of a clinician; what the person can speak for in a quorum. */
  readonly disciplines: readonly Discipline[];
}

/** How an account is named as the actor of events. */
export const actorOf = (accountId: string): string => `account:${accountId}`;

/** A role at a site, with disciplines when it is that of a clinician. */
export interface RoleGiven {
  readonly role: Role;
  readonly disciplines?: readonly Discipline[] | undefined;
}
