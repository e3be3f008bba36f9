// Fills the read model of the queue, then asks for its pages: four connections, each with one request at a time.
import { QUEUE_REASONS } from '@tumor-board/board';
import { createPool } from '@tumor-board/database';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import type { OpenApi } from '../http/api.ts';
import { type Http, openHttp } from '../http/http.ts';
import type { PAGES } from './queue.bench.ts';

const CONNECTIONS = 4;
const PAGE = 50;
const DEEP = 50_000;
let http: Http | undefined;
const paths = new Map<string, string>();

/** Rows as the projection writes them, of cases that wait for all reasons, with due days over three months. */
const ROWS = `
  insert into read_model.board_queue (case_id, site, version, reference, search, in_queue, reason, rank, due_by, listed_on, listed_since, trigger,
    trigger_facts, trigger_changed, has_question, disciplines, referral_disciplines, readiness, deferred, missing, deferrals, decision_state,
    review_changed, changed_at)
  select gen_random_uuid(), 'default', 4, 'Q-' || lpad(n::text, 6, '0'), 'q-' || lpad(n::text, 6, '0'), true, ($1::text[])[rank], rank,
    current_date + (n * 29 % 90 - 30), current_date - (n * 13 % 60),
    (current_date - (n * 13 % 60))::timestamptz + (n * 7919 % 86400) * interval '1 second', 'listed', '["#4"]', '[]', n % 3 = 0,
    array[($2::text[])[1 + n % cardinality($2::text[])], 'radiation-oncology'], '{}', (array['ready', 'not-ready'])[1 + n % 2], false, '[]', 0, 'none', '[]', now()
  from (select n, 1 + n * 7 % cardinality($1::text[]) as rank from generate_series(1, $3::integer) n) g`;

const page = async (path: string): Promise<{ cases: unknown[]; next: string | null }> => {
  const answer = await http?.send('GET', path);
  if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}: ${answer?.body}`);
  return JSON.parse(answer.body) as { cases: unknown[]; next: string | null };
};

serve(
  {
    async fill({ url, cases }: { url: string; cases: number }) {
      const pool = await createPool({ url, applicationName: 'bench fill', role: 'login', max: 1, statementTimeoutMs: 300_000 });
      await pool.query(ROWS, [QUEUE_REASONS, DISCIPLINES, cases]);
      await pool.query('vacuum analyze read_model.board_queue');
      await pool.end();
    },
    async open({ url, headers }: OpenApi) {
      http = await openHttp(url, CONNECTIONS, headers);
      let after = '';
      for (let seen = 0; seen < DEEP; seen += 200) after = `&after=${(await page(`/api/queue?limit=200${after}`)).next}`;
      const of: Readonly<Record<(typeof PAGES)[number], string>> = {
        'first page': `/api/queue?limit=${PAGE}`,
        'filtered page': `/api/queue?limit=${PAGE}&discipline=radiology&readiness=ready`,
        'page after 50 000 cases': `/api/queue?limit=${PAGE}${after}`,
        'searched page': `/api/queue?limit=${PAGE}&search=q-04`,
      };
      for (const [name, path] of Object.entries(of)) {
        const { cases } = await page(path);
        if (cases.length !== PAGE) throw new Error(`${name} has ${cases.length} cases`);
        paths.set(name, path);
      }
      paths.set('trivial query', '/health/ready');
    },
    ask({ name, milliseconds }: { name: string; milliseconds: number }) {
      const path = paths.get(name) ?? '';
      return closedLoop(CONNECTIONS, milliseconds, async () => void (await page(path)));
    },
  },
  async () => await http?.close(),
);
