import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | undefined, Date>;

/** A row of `access.accounts`. */
export interface AccountRow {
  account_id: string;
  login: string;
  name: string;
  enabled: Generated<boolean>;
  demo: Generated<boolean>;
  created_at: Generated<Date>;
}

/** A row of `access.identities`: how a person proves to be the one of an account. */
export interface IdentityRow {
  provider: string;
  subject: string;
  account_id: string;
  secret: string | null;
  must_change: Generated<boolean>;
  changed_at: Stamp;
}

/** A row of `access.account_roles`. */
export interface AccountRoleRow {
  account_id: string;
  site: string;
  role: string;
  disciplines: string[];
}

/** A row of `access.sessions`. */
export interface SessionRow {
  token_digest: Buffer;
  session_id: string;
  account_id: string;
  kind: 'browser' | 'program';
  label: string | null;
  /** Of the browser and the network address where it was begun. */
  agent: string | null;
  address: string | null;
  created_at: Generated<Date>;
  used_at: Stamp;
  expires_at: ColumnType<Date, unknown, Date>;
  idle_seconds: number | null;
  revoked_at: Date | null;
}

/** A row of `access.account_log`: what was done to an account. */
export interface AccountLogRow {
  entry: Generated<string>;
  at: Generated<Date>;
  actor: string;
  site: string | null;
  account_id: string;
  change: string;
  detail: ColumnType<Readonly<Record<string, unknown>>, string, never>;
}

/** A row of `access.read_log`: who was shown which cases. */
export interface ReadLogRow {
  entry: Generated<string>;
  at: Generated<Date>;
  actor: string;
  name: string;
  roles: string[];
  site: string;
  operation: string;
  cases: string[];
  patients: string[];
  correlation_id: string | null;
}

/** The tables of schema `access`. */
export interface AccessTables {
  'access.accounts': AccountRow;
  'access.identities': IdentityRow;
  'access.account_roles': AccountRoleRow;
  'access.sessions': SessionRow;
  'access.account_log': AccountLogRow;
  'access.read_log': ReadLogRow;
}
