import { type Fault, problem } from '@tumor-board/kernel';
import type { z } from 'zod';
import { VARIABLES, type Variable, type VariableName } from './variables.js';

type Values = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };
type Required = { [Name in VariableName]: (typeof VARIABLES)[Name] extends { fallback: string } ? Name : never }[VariableName];

/** The environment as the product understands it; only a variable without a default can be absent. */
export type Settings = Pick<Values, Required> & Partial<Omit<Values, Required>>;

/**
 * Reads the environment once. A variable that is set to nothing counts as not set.
 * @throws Problem `config.invalid` naming each variable that is wrong and what was expected
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, variable] of Object.entries<Variable>(VARIABLES)) {
    const given = environment[name]?.trim() || variable.fallback;
    if (given === undefined) continue;
    const parsed = variable.schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else faults.push({ path: name, message: `expected ${variable.expected}${variable.secret === true ? '' : `, not "${given}"`}` });
  }
  if (faults.length > 0) {
    throw problem('config.invalid', faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n'), {}, faults);
  }
  return values as Settings;
}

/**
 * The address of the database, for a process that cannot run without one.
 * @throws Problem `config.database-missing`
 */
export function requireDatabaseUrl(settings: Settings): string {
  if (settings.DATABASE_URL !== undefined) return settings.DATABASE_URL;
  throw problem('config.database-missing', `DATABASE_URL: expected ${VARIABLES.DATABASE_URL.expected}; it is not set`);
}

const OWN_TOKEN = /^[\w-]{43}$/;

/**
 * The token that is shown to a service elsewhere.
 * @throws Problem `config.invalid` when TOKEN is set to something else
 */
export function tokenOf({ TOKEN }: Pick<Settings, 'TOKEN'>): string | undefined {
  if (TOKEN === undefined || OWN_TOKEN.test(TOKEN)) return TOKEN;
  throw problem('config.invalid', `TOKEN: expected ${VARIABLES.TOKEN.expected}`);
}
