import { isProblem } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { readSettings, requireDatabaseUrl, tokenOf, VARIABLES, variablesHelp } from './index.js';

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment);
  } catch (error) {
    if (isProblem(error, 'config.invalid')) return error.faults.map((fault) => `${fault.path}: ${fault.message}`);
    throw error;
  }
  return [];
};

describe('the environment', () => {
  it('needs no variable at all', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, SITE: 'default', LOG_LEVEL: 'info', PROJECTION_WAIT_MS: 5000 });
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(settings.DATA_DIR).toMatch(/\.data$/);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readSettings({ PORT: '', SITE: ' ' })).toMatchObject({ PORT: 3000, SITE: 'default' });
  });

  it('reads numbers as numbers', () => {
    expect(readSettings({ PORT: '0' }).PORT).toBe(0);
    expect(readSettings({ PORT: '65535' }).PORT).toBe(65_535);
  });

  it.each([
    [{ PORT: '65536' }, 'PORT: expected a whole number from 0 to 65535, not "65536"'],
    [{ PORT: '-1' }, 'PORT: expected a whole number from 0 to 65535, not "-1"'],
    [{ PORT: '8o8o' }, 'PORT: expected a whole number from 0 to 65535, not "8o8o"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of silent, fatal, error, warn, info, debug, trace, not "loud"'],
    [{ SITE: 'St. Elsewhere' }, 'SITE: expected small letters, digits and dashes, at most 63, not "St. Elsewhere"'],
  ])('names the variable and what was expected: %o', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([fault]);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
  });

  it('does not repeat a secret in the error', () => {
    const [fault] = faultsOf({ DATABASE_URL: 'mysql://app:hunter2@db/board' });
    expect(fault).toContain('DATABASE_URL: expected an address such as postgres://');
    expect(fault).not.toContain('hunter2');
  });

  it('says that the database address is missing where one is needed', () => {
    expect(() => requireDatabaseUrl(readSettings({}))).toThrow('DATABASE_URL');
    expect(requireDatabaseUrl(readSettings({ DATABASE_URL: 'postgresql://db/board' }))).toBe('postgresql://db/board');
  });

  it('minds the TOKEN of another program only where one of ours is shown', () => {
    const settings = readSettings({ TOKEN: 'ghp_of-another-program' });
    expect(() => tokenOf(settings)).toThrow(/^TOKEN: expected a token of this product: 43/);
    expect(tokenOf({ TOKEN: 'a'.repeat(43) })).toBe('a'.repeat(43));
    expect(tokenOf({})).toBeUndefined();
  });

  it('explains every variable in the help', () => {
    for (const name of Object.keys(VARIABLES)) expect(variablesHelp()).toContain(`  ${name} `);
  });
});
