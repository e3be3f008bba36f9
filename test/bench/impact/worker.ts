// Compares two releases over every case of a log, and watches its own memory.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseEvent, decideCase, noCase } from '@tumor-board/board';
import { createPool } from '@tumor-board/database';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { parseCaseFile } from '@tumor-board/oncology';
import { impactOverCases } from '@tumor-board/read-side';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';
import { metadata } from '../harness/events.ts';
import { copyCases } from '../rebuild/fill.ts';
import type { DryRun } from './impact.bench.ts';

const EXAMPLES = path.join(import.meta.dirname, '../../../apps/cli/examples');
const MEGABYTE = 2 ** 20;
const [current, candidate] = ['npc-2023.08', 'npc-2026.11'].map((id) => ({ release: knowledgeRelease(id), policy: DEFAULT_POLICY })) as [
  { release: ReturnType<typeof knowledgeRelease>; policy: typeof DEFAULT_POLICY },
  { release: ReturnType<typeof knowledgeRelease>; policy: typeof DEFAULT_POLICY },
];

let pool: pg.Pool;

/** The facts of an example case as events. */
function eventsOf(file: string): CaseEvent[] {
  const { facts, ...head } = parseCaseFile(JSON.parse(readFileSync(path.join(EXAMPLES, file), 'utf8')));
  return decideCase(noCase(), { type: 'OpenCase', head, facts }, current, { today: '2025-01-06' }).events.filter(
    (event) => event.type !== 'AssessmentRevised',
  );
}

serve(
  {
    async open({ url }: { url: string }) {
      pool = await createPool({ url, applicationName: 'bench impact', role: 'login', statementTimeoutMs: 300_000 });
    },
    fill({ cases }: { cases: number }) {
      const templates = readdirSync(EXAMPLES).map(eventsOf);
      return copyCases(pool, templates, Math.ceil(cases / templates.length));
    },
    async run(): Promise<DryRun> {
      const memory: number[] = [];
      const sampling = setInterval(() => memory.push(process.memoryUsage.rss() / MEGABYTE), 200);
      const begin = performance.now();
      const report = await impactOverCases({ pool, site: metadata.site, current, candidate });
      const seconds = (performance.now() - begin) / 1_000;
      clearInterval(sampling);
      return { cases: report.casesRead, changed: report.casesChanged, seconds, memory };
    },
  },
  () => pool.end(),
);
