import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** How a process is looked at; given anew in tests, because other users' processes cannot be made there. */
export interface ProcessView {
  readonly platform: NodeJS.Platform;
  readonly stat: (file: string) => { readonly ino: number; readonly dev: number; readonly uid: number };
  /** What the process was started with, in one line; empty when there is no such process. */
  readonly commandLine: (pid: number) => string;
}

const machine: ProcessView = {
  platform: process.platform,
  stat: statSync,
  commandLine: (pid) => spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '',
};

/**
 * True when the process is the server of this folder. In doubt it is not: who is taken for the server is stopped, and a
 * number may belong to anybody by now. PostgreSQL itself refuses a folder that another server still uses.
 */
export function isServer(pid: number, dataDir: string, { platform, stat, commandLine }: ProcessView = machine): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  if (platform !== 'linux') return ` ${commandLine(pid).trim()} `.includes(` -D ${dataDir} `);
  const here = stat(dataDir);
  try {
    const there = stat(`/proc/${pid}/cwd`);
    return here.ino === there.ino && here.dev === there.dev;
  } catch (error) {
    // Where the process of another user works is not shown; a server runs only as the owner of its folder.
    return (error as NodeJS.ErrnoException).code === 'EACCES' && owner(`/proc/${pid}`, stat) === here.uid;
  }
}

function owner(file: string, stat: ProcessView['stat']): number | undefined {
  try {
    return stat(file).uid;
  } catch {
    return undefined;
  }
}
