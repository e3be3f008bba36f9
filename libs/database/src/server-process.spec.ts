import { describe, expect, it } from 'vitest';
import { isServer, type ProcessView } from './server-process.js';

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};
const data = { ino: 7, dev: 1, uid: 26 };
type Seen = ReturnType<ProcessView['stat']>;

const linux = (cwd: () => Seen, process: () => Seen = failing('ENOENT')): ProcessView => ({
  platform: 'linux',
  stat: (file) => (file.endsWith('/cwd') ? cwd() : file.startsWith('/proc/') ? process() : data),
  commandLine: () => '',
});
const mac = (commandLine: string): ProcessView => ({ platform: 'darwin', stat: () => data, commandLine: () => commandLine });

describe('the process whose number a server left in its folder', () => {
  it('is the server on Linux when it works in the folder', () => {
    expect(
      isServer(
        42,
        '/data',
        linux(() => data),
      ),
    ).toBe(true);
    expect(
      isServer(
        42,
        '/data',
        linux(() => ({ ...data, ino: 8 })),
      ),
    ).toBe(false);
    expect(isServer(42, '/data', linux(failing('ENOENT')))).toBe(false);
  });

  it('is not the server when it is that of a user to whom the folder does not belong', () => {
    const hidden = failing('EACCES');
    expect(
      isServer(
        42,
        '/data',
        linux(hidden, () => ({ ...data, uid: 26 })),
      ),
    ).toBe(true);
    expect(
      isServer(
        42,
        '/data',
        linux(hidden, () => ({ ...data, uid: 101 })),
      ),
    ).toBe(false);
    expect(isServer(42, '/data', linux(hidden))).toBe(false);
  });

  it('is the server on macOS only when it was started on this folder', () => {
    expect(isServer(42, '/data', mac('/bin/postgres -D /data -c port=5432\n'))).toBe(true);
    expect(isServer(42, '/data', mac('/bin/postgres -D /data-of-another -c port=5432\n'))).toBe(false);
    expect(isServer(42, '/data', mac('/usr/bin/vim /data\n'))).toBe(false);
    expect(isServer(42, '/data', mac(''))).toBe(false);
  });

  it('is no number that PostgreSQL never has', () => {
    for (const pid of [0, 1, -5, Number.NaN]) expect(isServer(pid, '/data', mac('postgres -D /data -c x'))).toBe(false);
  });
});
