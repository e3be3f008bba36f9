import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkedPolicy, type ImpactCandidate, reportImpact } from '@tumor-board/board';
import { readSettings, type Settings } from '@tumor-board/config';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { canonicalJson, problem } from '@tumor-board/kernel';
import { type ImpactReport, type KnowledgeRelease, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import { impactOverCases, type SiteKnowledgeView } from '@tumor-board/read-side';
import { KnowledgeCommands, KnowledgeInForce, today } from '@tumor-board/write-side';
import { type Pool, withDatabase } from '../database.js';
import { protectionOf } from '../protection.js';
import { type Terminal, writeLine } from '../terminal.js';
import { impactLines, reportLines } from './impact-text.js';
import { followReassessment } from './reassess-progress.js';
import { defaults, siteKnowledge } from './site-knowledge.js';

/** Options of `reassess`. */
export interface ReassessOptions {
  readonly release?: KnowledgeRelease;
  /** A file with a policy as JSON. */
  readonly policy?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Only the counts, not each case. */
  readonly summary?: boolean;
  /** The name of who answers for the change. */
  readonly sign?: string;
  readonly meaning?: string;
  readonly effectiveFrom?: string;
}

interface Work {
  readonly pool: Pool;
  readonly url: string;
  readonly eventStore: EventStore;
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly options: ReassessOptions;
}

/**
 * Tells what another release or policy would change for every open case. Unless it is a dry run, the report is then
 * signed, the change comes into force, and the cases are assessed under it.
 */
export async function reassess(options: ReassessOptions, terminal: Terminal): Promise<number> {
  const candidate = await candidateOf(options);
  const settings = readSettings(process.env);
  return await withDatabase({ settings, mayBeNew: false }, async (pool, url) => {
    const eventStore = createEventStore({ pool, protection: await protectionOf(pool, settings) });
    try {
      return await carryOut({ pool, url, eventStore, settings, terminal, options }, candidate);
    } finally {
      await eventStore.close();
    }
  });
}

async function candidateOf({ release, policy }: ReassessOptions): Promise<ImpactCandidate> {
  if (release !== undefined && policy === undefined) return { release: release.id };
  if (policy === undefined || release !== undefined) {
    throw problem('reassess.candidate', 'Name the one thing that changes: --release ID or --policy FILE.');
  }
  return { policy: await policyIn(policy) };
}

async function policyIn(file: string): Promise<SitePolicy> {
  const unreadable = (why: string) => problem('policy.invalid', `The site policy cannot be read from ${file}: ${why}`);
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw unreadable('expected a JSON object');
  return checkedPolicy(given);
}

async function carryOut(work: Work, candidate: ImpactCandidate): Promise<number> {
  const { options, terminal, settings, pool, eventStore } = work;
  const { dryRun = false, sign, effectiveFrom } = options;
  const site = await siteKnowledge(pool, eventStore, settings, effectiveFrom);
  if (!dryRun && isInForce(site, candidate)) return await nothingChanged(terminal);
  const report = await reported(work, site, candidate);
  if (options.json === true) await writeLine(terminal.output, JSON.stringify(report));
  else for (const line of reportLines(report)) await writeLine(terminal.output, line);
  if (dryRun) return 0;
  if (sign === undefined || sign.trim() === '') {
    throw problem('reassess.unsigned', 'Nothing was changed. Sign the report with --sign "NAME", or only look with --dry-run.');
  }
  return await broughtIntoForce({ ...work, sign }, site, candidate, report);
}

async function nothingChanged({ errors }: Terminal): Promise<number> {
  await writeLine(errors, 'This is in force already; nothing was changed.');
  return 0;
}

/** By the rule of the decider, before the cases are compared and a signature is asked for. */
const isInForce = ({ release, policy, scheduled }: SiteKnowledgeView, candidate: ImpactCandidate): boolean =>
  scheduled.length === 0 &&
  ('release' in candidate ? candidate.release === release : canonicalJson(candidate.policy) === canonicalJson(policy));

async function reported(
  { pool, settings, terminal, options }: Work,
  { release, policy }: SiteKnowledgeView,
  candidate: ImpactCandidate,
): Promise<ImpactReport> {
  const { output, errors } = terminal;
  const current = { release: knowledgeRelease(release), policy };
  const other = 'release' in candidate ? { release: knowledgeRelease(candidate.release), policy } : { ...current, ...candidate };
  let told = performance.now();
  return await impactOverCases({
    pool,
    site: settings.SITE,
    current,
    candidate: other,
    ...(options.json === true || options.summary === true
      ? {}
      : {
          onImpact: async (impact) => {
            for (const line of impactLines(impact)) await writeLine(output, line);
          },
        }),
    onProgress({ cases, changed }) {
      if (performance.now() - told < 1_000) return;
      told = performance.now();
      errors.write(`${cases} cases assessed both ways, ${changed} would change\n`);
    },
  });
}

async function broughtIntoForce(
  { pool, url, eventStore, settings, terminal, options, sign }: Work & { readonly sign: string },
  { release, policyVersion }: SiteKnowledgeView,
  candidate: ImpactCandidate,
  report: ImpactReport,
): Promise<number> {
  const { output, errors } = terminal;
  const effectiveFrom = options.effectiveFrom ?? today();
  const commands = new KnowledgeCommands(eventStore, new KnowledgeInForce({ eventStore, ...defaults() }));
  const reportId = randomUUID();
  const context = () => ({
    commandId: randomUUID(),
    metadata: { site: settings.SITE, actor: sign, correlationId: reportId },
    receivedAt: new Date().toISOString(),
  });
  await commands.carryOut(reportImpact(reportId, candidate, { release, policyVersion }, report), context());
  const meaning = options.meaning ?? 'read and approved';
  await commands.carryOut({ type: 'SignImpact', reportId, digest: report.digest, meaning, signer: sign }, context());
  const change =
    'release' in candidate
      ? ({ type: 'ActivateRelease', release: candidate.release, reportId, effectiveFrom, today: today() } as const)
      : ({ type: 'ChangePolicy', policy: candidate.policy, reportId, effectiveFrom, today: today() } as const);
  const { duplicate } = await commands.carryOut(change, context());
  // Somebody else was faster.
  if (duplicate) return await nothingChanged(terminal);
  const what = 'release' in candidate ? `Release ${candidate.release}` : 'The policy';
  if (effectiveFrom > today()) {
    await writeLine(
      output,
      `${what} comes into force on ${effectiveFrom}, signed by ${sign}; the cases are assessed under it from then on.`,
    );
    return 0;
  }
  await writeLine(output, `${what} is in force, signed by ${sign}.`);
  const done = await followReassessment({ pool, url, eventStore, settings, errors, activation: reportId });
  const failed = done.failed === 0 ? '' : `; ${done.failed} could not be, the last of them ${done.error ?? ''}`;
  await writeLine(
    output,
    `${done.done} cases assessed under it: ${done.changed} changed, ${done.relist} for the board to look at again${failed}`,
  );
  return done.failed === 0 ? 0 : 1;
}
