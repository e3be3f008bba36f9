import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FOLDER = '/usr/lib/postgresql';

/** Where pgbench is on this machine: on the search path, or the newest that Debian keeps. */
export function findPgbench(): string | undefined {
  const searched = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const debian = existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(FOLDER, version, 'bin'))
    : [];
  return [...debian, ...searched].map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file));
}

/** Runs a script of pgbench with prepared statements; answers transactions per second. */
export async function pgbench(
  program: string,
  url: string,
  options: {
    readonly script: string;
    readonly clients: number;
    readonly seconds: number;
    readonly variables: Readonly<Record<string, string>>;
  },
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const { script, clients, seconds, variables } = options;
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(clients, 2)), '-T', String(seconds), '-f', script];
  const given = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const server = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  const { stdout, stderr } = await run(program, [...args, ...given, ...server], { env: { ...process.env, PGPASSWORD: password } });
  const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`pgbench gave no figure: ${stdout}\n${stderr}`);
  return Number(found);
}
