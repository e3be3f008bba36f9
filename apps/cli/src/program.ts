import { variablesHelp } from '@tumor-board/config';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { accountProgram } from './account-program.js';
import { asOfOption, effectiveFromOption, knownOnOption, oligoMaxOption, partOption, releaseOption } from './commands/assessing.js';
import { systemOption, tableOption } from './commands/evidence-options.js';
import { notedOption, trustOption } from './commands/verify-options.js';
import type { Terminal } from './terminal.js';

/** Gives the exit status of a command to who runs it. */
export type Finish = (status: number) => void;

const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ npm run --silent tumor-board -- ${line}`).join('\n')}\n`;

const port = (text: string): string => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
  return text;
};

const address = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('Expected an address such as http://127.0.0.1:3000.');
  }
  return text;
};

/**
 * The `tumor-board` command. What a subcommand needs is loaded when it runs, so that assessing a file waits for no
 * framework and no database driver.
 */
export function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('tumor-board')
    .description('Cases of de novo metastatic nasopharyngeal carcinoma: recorded facts, and what they amount to.')
    .configureOutput({ writeOut: (text) => void terminal.output.write(text), writeErr: (text) => void terminal.errors.write(text) })
    .addHelpText('after', examples('start', 'assess patient.case.json --pretty', 'help import'));

  program
    .command('start')
    .description('run everything in one process, with a PostgreSQL of its own unless DATABASE_URL is set')
    .option('--empty', 'do not load the example cases into an empty database')
    .addOption(new Option('--port <n>', 'the port to listen on instead of PORT; 0 takes any free one').argParser(port))
    .addHelpText('after', () => `\nEnvironment:\n${variablesHelp()}\n${examples('start', 'start --port 0 --empty')}`)
    .action(async (options) => {
      const { start } = await import('./commands/start.js');
      await start(options, terminal);
    });

  program
    .command('assess')
    .description('print the assessment of each case file as a line of JSON; needs no server and no database')
    .argument('<file...>', 'case files; - reads case files as JSON lines from standard input')
    .option('--pretty', 'indent the JSON')
    .addOption(asOfOption())
    .addOption(knownOnOption())
    .addOption(releaseOption())
    .addOption(oligoMaxOption())
    .addHelpText(
      'after',
      examples('assess patient.case.json', 'assess --as-of 2025-03-01 --oligo-max 3 *.case.json', 'assess - < cases.jsonl'),
    )
    .action(async (files: string[], options) => {
      const { assessFiles } = await import('./commands/assess.js');
      finish(await assessFiles(files, options, terminal));
    });

  program
    .command('replay')
    .description('print a line of JSON per fact: which parts of the assessment it changed, and the next step then')
    .argument('<file>', 'a case file')
    .addOption(releaseOption())
    .addOption(oligoMaxOption())
    .addHelpText('after', examples('replay patient.case.json'))
    .action(async (file: string, options) => {
      const { replayFile } = await import('./commands/replay.js');
      finish(await replayFile(file, options, terminal));
    });

  program
    .command('explain')
    .description('print why a part of the assessment of a case file is what it is, and what would change it; needs no server')
    .argument('<file>', 'a case file; - reads case files as JSON lines from standard input')
    .addOption(partOption())
    .option('--json', 'print a line of JSON instead of text')
    .addOption(asOfOption())
    .addOption(knownOnOption())
    .addOption(releaseOption())
    .addOption(oligoMaxOption())
    .addHelpText('after', examples('explain patient.case.json', 'explain patient.case.json --part m1.YAO23 --json'))
    .action(async (file: string, options) => {
      const { explainFile } = await import('./commands/explain.js');
      finish(await explainFile(file, options, terminal));
    });

  program
    .command('evidence')
    .description('print the evidence register: every row of the review’s tables 2 to 7, the studies of its text, and later ones')
    .option('--json', 'print a JSON array instead of tables')
    .option('--search <words>', 'only entries with all of these words in citation, population, groups or endpoints')
    .addOption(tableOption())
    .addOption(systemOption())
    .addHelpText('after', examples('evidence', 'evidence --table 5', 'evidence --search "toripalimab survival" --json'))
    .action(async (options) => {
      const { printEvidence } = await import('./commands/evidence.js');
      finish(await printEvidence(options, terminal));
    });

  program
    .command('releases')
    .description('list the knowledge releases with the hash of their content, their first day, and which one is in force')
    .option('--json', 'print a JSON array instead of text')
    .addHelpText('after', examples('releases', 'releases --json'))
    .action(async (options) => {
      const { printReleases } = await import('./commands/releases.js');
      finish(await printReleases(options, terminal));
    });

  program
    .command('reassess')
    .description('tell what another release or policy changes for every open case and why; then sign it and bring it into force')
    .addOption(releaseOption())
    .option('--policy <file>', 'a site policy as JSON; a field that is left out takes its default')
    .option('--dry-run', 'only tell: nothing is recorded')
    .option('--summary', 'print the counts only, not each case')
    .option('--json', 'print the report as a line of JSON')
    .option('--sign <name>', 'the name of who has read the report and answers for the change')
    .option('--meaning <text>', 'what the signature stands for (default: read and approved)')
    .addOption(effectiveFromOption())
    .addHelpText(
      'after',
      examples(
        'reassess --release npc-2026.11 --dry-run',
        'reassess --release npc-2026.11 --sign "Dr A. Meier"',
        'reassess --policy policy.json --summary --dry-run',
      ),
    )
    .action(async (options) => {
      const { reassess } = await import('./commands/reassess.js');
      finish(await reassess(options, terminal));
    });

  program
    .command('import')
    .description('record case files, through the running service or in the database; repeating it changes nothing')
    .argument('<file...>', 'case files; - reads case files as JSON lines from standard input')
    .addOption(new Option('--url <address>', 'the service to send them to').argParser(address))
    .addHelpText('after', examples('import patient.case.json', 'import --url http://127.0.0.1:3000 *.case.json'))
    .action(async (files: string[], options) => {
      const { importFiles } = await import('./commands/import.js');
      finish(await importFiles(files, options, terminal));
    });

  program.addCommand(
    accountProgram(terminal, finish).addHelpText(
      'after',
      examples('account add a.meier --name "Dr A. Meier" --role clinician:radiology', 'account list'),
    ),
  );

  program
    .command('verify')
    .description('check the hash chain of every stream, the anchors, and that recorded assessments come out of their facts again')
    .option('--export <file>', 'write what is verified to a file that somebody else can check')
    .addOption(trustOption())
    .addOption(notedOption())
    .addHelpText('after', examples('verify', 'verify --export log.jsonl', 'verify --noted 12:9f86d081884c7d65...'))
    .action(async (options) => {
      const { verify } = await import('./commands/verify.js');
      finish(await verify(options, terminal));
    });

  program
    .command('replay-panel')
    .description('hold every recorded run of the panel again and check that each comes out to the same bytes')
    .addHelpText('after', examples('replay-panel'))
    .action(async () => {
      const { replayPanel } = await import('./commands/replay-panel.js');
      finish(await replayPanel(terminal));
    });

  program
    .command('anchor')
    .description('seal the heads of all streams by a signed anchor now; note its number and hash elsewhere')
    .option('--successor <file>', 'go on with the private key in this file (PEM or base64): an anchor names it, another is signed with it')
    .addHelpText('after', examples('anchor', 'anchor --successor next.pem'))
    .action(async (options) => {
      const { anchor } = await import('./commands/anchor.js');
      finish(await anchor(options, terminal));
    });

  program
    .command('rebuild')
    .description('rebuild read models beside the live ones, report differences, put them in their place')
    .argument('[read-model]', 'one read model; all when none is named')
    .addHelpText('after', examples('rebuild', 'rebuild case-list'))
    .action(async (name: string | undefined) => {
      const { rebuild } = await import('./commands/rebuild.js');
      finish(await rebuild(name, terminal));
    });

  program
    .command('export')
    .description('print the whole record of a case as a case file')
    .argument('<case>', 'the id or the reference of a case')
    .addOption(new Option('--format <format>', 'the format of the record').choices(['json']).default('json'))
    .addHelpText('after', examples('export V01 > V01.case.json'))
    .action(async (name: string) => {
      const { exportCase } = await import('./commands/export.js');
      finish(await exportCase(name, terminal));
    });

  program
    .command('schema')
    .description('print the JSON Schema of a format')
    .addArgument(new Argument('<name>', 'the format').choices(['case-file', 'assessment']))
    .addHelpText('after', examples('schema case-file', 'schema assessment'))
    .action(async (name: 'case-file' | 'assessment') => {
      const { printSchema } = await import('./commands/schema.js');
      finish(await printSchema(name, terminal));
    });

  return program;
}
