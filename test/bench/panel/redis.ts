import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Redis server that keeps nothing, at the path of its socket; undefined on a machine that has none. */
export async function startBenchRedis(): Promise<{ readonly url: string; stop(): Promise<void> } | undefined> {
  const program = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'redis-server'))
    .find((file) => existsSync(file));
  if (program === undefined) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-bench-redis-'));
  const url = path.join(folder, 'redis.sock');
  const server = spawn(program, ['--port', '0', '--unixsocket', url, '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  const gone = once(server, 'exit');
  for (let tries = 0; !existsSync(url) && server.exitCode === null && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
