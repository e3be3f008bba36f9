import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFile, ecog } from './http.js';
import { command, node, root, run } from './processes.js';

const launcher = path.join(root, 'apps/cli/launch/run.mjs');
const example = path.join(root, 'apps/cli/examples/V01.case.json');
const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run --silent tumor-board', () => {
  it('prints nothing but what the command prints, and exits as it does', async () => {
    const npm = run('npm', ['run', '--silent', 'tumor-board', '--', 'assess', example, 'no-such-file'], environment);
    const { status, stdout, stderr } = await npm.ended;
    expect(status).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { reference: string }).reference),
    ).toEqual(['V01']);
    expect(stderr).toContain('no-such-file: cannot be read: there is no such file\n');
  });

  it('finds files from where it was typed', async () => {
    await writeFile(path.join(folder, 'here.case.json'), await readFile(example));
    const { status, stdout } = await run(
      'npm',
      ['--prefix', root, 'run', '--silent', 'tumor-board', '--', 'assess', 'here.case.json'],
      environment,
      folder,
    ).ended;
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ reference: 'V01' })]);
  });

  it('says what it can do when it is asked for something else', async () => {
    const { status, stderr } = await run(node, [launcher, 'fly'], environment).ended;
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^There is no task "fly"; there are tumor-board, start, test[^\n]*\n$/)]);
  });

  it('passes a signal on and tells how the command ended', async () => {
    const started = run(node, [launcher, 'start', '--port', '0', '--empty'], { ...environment, DATA_DIR: path.join(folder, 'data') });
    await started.said(/Ctrl\+C ends it/);
    expect((await started.stop('SIGTERM')).status).toBe(0);
  });
});

describe('assess over standard input', () => {
  const line = `${JSON.stringify(caseFile('STREAM', [ecog(1)]))}\n`;

  it('assesses thousands of cases without holding them', async () => {
    const cases = 3_000;
    const { status, stdout } = await command(['assess', '-'], { NODE_OPTIONS: '--max-old-space-size=96' }, line.repeat(cases));
    expect([status, stdout.split('\n').length - 1]).toEqual([0, cases]);
  });

  it('stops quietly when its reader has seen enough', async () => {
    const assess = spawn(node, [path.join(root, 'apps/cli/dist/main.js'), 'assess', '-'], {
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complained = '';
    assess.stderr.on('data', (text) => {
      complained += String(text);
    });
    assess.stdin.on('error', () => undefined);
    assess.stdin.end(line.repeat(3_000));
    await once(assess.stdout, 'data');
    assess.stdout.destroy();
    const [status] = (await once(assess, 'close')) as [number | null];
    expect([status, complained]).toEqual([0, '']);
  });
});

describe('commands without data', () => {
  it.each(['verify', 'replay-panel', 'anchor', 'rebuild'])('%s says that there is nothing yet', async (name) => {
    const { status, stderr } = await command([name], { DATA_DIR: path.join(folder, 'nothing') });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Nothing is recorded in \S+nothing yet\. [^\n]+\n$/)]);
  });

  it('import says when the service that it was told of does not answer', async () => {
    const { status, stderr } = await command(['import', '--url', 'http://127.0.0.1:1', example], { DATA_DIR: folder });
    expect([status, stderr]).toEqual([1, 'No service answers at http://127.0.0.1:1.\n']);
  });

  it('import records into a database of its own, once', async () => {
    const own = { DATA_DIR: path.join(folder, 'imported') };
    const first = await command(['import', example], own);
    const second = await command(['import', example, '-'], own, `${JSON.stringify(caseFile('OWN', [ecog(7)]))}\n`);
    expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/V01\.case\.json: recorded, case \S+ at version \d+\n$/)]);
    expect([second.status, second.stdout]).toEqual([1, expect.stringMatching(/V01\.case\.json: nothing new, case [^\n]+\n$/)]);
    expect(second.stderr).toMatch(/^-:1: facts\[0\]\.ecog: [^\n]+\n$/);
    expect((await command(['verify'], own)).status).toBe(0);
  });
});

describe('the lock of the set-up', () => {
  const worker = `
    import { appendFileSync } from 'node:fs';
    import { exclusively } from ${JSON.stringify(path.join(root, 'apps/cli/launch/lock.mjs'))};
    for (let turn = 0; turn < 5; turn += 1) {
      await exclusively(process.argv[2], async () => {
        appendFileSync(process.argv[3], '(');
        await new Promise((resolve) => setTimeout(resolve, 5));
        appendFileSync(process.argv[3], ')');
      });
    }`;

  it.each([
    ['nobody holds it', undefined],
    ['one who died holds it', '999999999 0 0'],
  ])('lets one process work at a time when %s at first', async (_what, held) => {
    const [script, lock, log] = ['worker.mjs', `lock-${held}`, `log-${held}`].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(script, worker);
    if (held !== undefined) await writeFile(lock, held);
    const workers = Array.from({ length: 6 }, () => run(node, [script, lock, log], environment).ended);
    for (const { status, stderr } of await Promise.all(workers)) expect([status, stderr]).toEqual([0, '']);
    expect(await readFile(log, 'utf8')).toBe('()'.repeat(30));
  });
});
