import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type PanelState, panelGauges } from './panel-metrics.js';

/** How far one read model is behind the log. */
export interface ProjectionState {
  readonly projection: string;
  /** Events that it has not read yet. */
  readonly lagEvents: number;
  /** Age of the oldest of them, in seconds. */
  readonly lagSeconds: number;
  readonly deadLetters: number;
}

/** What the readers of the log are waiting for. */
export interface LogState {
  readonly projections: readonly ProjectionState[];
  /** How long an open write transaction has held readers back, in seconds; 0 when none does. */
  readonly heldBackSeconds: number;
}

/** How fresh the proof is that the log is whole. */
export interface SealState {
  /** Age of the last anchor, in seconds; undefined when there is none. */
  readonly anchorAgeSeconds: number | undefined;
  /** Whether the last verification found no fault, and how long ago it ended; undefined when there was none. */
  readonly verification: { readonly holds: boolean; readonly ageSeconds: number } | undefined;
}

/** The connections of a pool. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What is measured, and the page that a Prometheus server reads. */
export interface Metrics {
  readonly contentType: string;
  /** The text of the metrics page; asks the observed parts for their state first. */
  page(): Promise<string>;
  /** One answered request. `route` is the pattern, never the address, so that no id becomes a label. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** One committed append of a batch of appends. */
  appended(batch: { appends: number; events: number; seconds: number }): void;
  /** One decided command: the assessments that it took included. */
  decided(seconds: number): void;
  observePool(name: string, read: () => PoolState): void;
  observeLog(read: () => Promise<LogState>): void;
  /** Of the anchors and the verifications; what there is none of is not a number. */
  observeSeal(read: () => Promise<SealState>): void;
  /** Jobs by state. They are left out of the page while they cannot be read. */
  observeJobs(read: () => Promise<Readonly<Record<string, number>>>): void;
  /** What is counted of the panel; read once a minute at most, because it is counted over all its runs. */
  observePanel(read: () => Promise<PanelState>): void;
  /** The open streams of live changes. */
  observeLive(read: () => number): void;
}

const PANEL_EVERY_MS = 60_000;
const FAST = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Metrics in a registry of their own. `withProcess` adds memory, event loop and collector figures of the process. */
export function createMetrics({ withProcess = false }: { readonly withProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });

  const http = new Histogram({
    name: 'tumor_board_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [...FAST, 5, 10],
    registers,
  });
  const events = new Counter({ name: 'tumor_board_events_appended_total', help: 'Events appended to the log', registers });
  const batches = new Histogram({
    name: 'tumor_board_append_batch_size',
    help: 'Appends that one commit carried',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    registers,
  });
  const appends = new Histogram({
    name: 'tumor_board_append_duration_seconds',
    help: 'Time of one commit of appends',
    buckets: FAST,
    registers,
  });
  const decisions = new Histogram({
    name: 'tumor_board_decide_duration_seconds',
    help: 'Time to decide one command, its assessments included',
    buckets: FAST,
    registers,
  });

  let readLog: (() => Promise<LogState>) | undefined;
  const lagEvents = new Gauge({
    name: 'tumor_board_projection_lag_events',
    help: 'Events not read yet',
    labelNames: ['projection'],
    registers,
  });
  const lagSeconds = new Gauge({
    name: 'tumor_board_projection_lag_seconds',
    help: 'Age of the oldest event not read yet',
    labelNames: ['projection'],
    registers,
  });
  const deadLetters = new Gauge({
    name: 'tumor_board_dead_letters',
    help: 'Events that a projection could not digest and set aside',
    labelNames: ['projection'],
    registers,
  });
  const heldBack = new Gauge({
    name: 'tumor_board_log_held_back_seconds',
    help: 'How long an open write transaction has held the readers of the log back',
    registers,
  });

  const pools = new Map<string, () => PoolState>();
  new Gauge({
    name: 'tumor_board_pool_connections',
    help: 'Connections of a pool: open, idle, and requests waiting for one',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, read] of pools) {
        const { total, idle, waiting } = read();
        this.set({ pool, state: 'total' }, total);
        this.set({ pool, state: 'idle' }, idle);
        this.set({ pool, state: 'waiting' }, waiting);
      }
    },
  });

  let readLive: (() => number) | undefined;
  new Gauge({
    name: 'tumor_board_live_streams',
    help: 'Open streams of live changes',
    registers,
    collect() {
      this.set(readLive?.() ?? 0);
    },
  });

  let readJobs: (() => Promise<Readonly<Record<string, number>>>) | undefined;
  const jobs = new Gauge({ name: 'tumor_board_jobs', help: 'Jobs that wait, run or have failed', labelNames: ['state'], registers });
  const refreshJobs = async (): Promise<void> => {
    if (readJobs === undefined) return;
    // Jobs may be kept elsewhere: the page must tell the rest when that cannot be reached, and nothing old as if it were new.
    const counts = await readJobs().catch(() => ({}));
    jobs.reset();
    for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
  };

  let readPanel: (() => Promise<PanelState>) | undefined;
  let panelReadAt = Number.NEGATIVE_INFINITY;
  const showPanel = panelGauges(registers);
  const refreshPanel = async (): Promise<void> => {
    if (readPanel === undefined || performance.now() - panelReadAt < PANEL_EVERY_MS) return;
    const state = await readPanel().catch(() => undefined);
    if (state === undefined) return;
    panelReadAt = performance.now();
    showPanel(state);
  };

  const refreshLog = async (): Promise<void> => {
    if (readLog === undefined) return;
    const log = await readLog();
    heldBack.set(log.heldBackSeconds);
    for (const state of log.projections) {
      const labels = { projection: state.projection };
      lagEvents.set(labels, state.lagEvents);
      lagSeconds.set(labels, state.lagSeconds);
      deadLetters.set(labels, state.deadLetters);
    }
  };

  return {
    contentType: registry.contentType,
    async page() {
      await Promise.all([refreshLog(), refreshJobs(), refreshPanel()]);
      return registry.metrics();
    },
    answered: ({ method, route, status, seconds }) => http.observe({ method, route, status }, seconds),
    appended(batch) {
      events.inc(batch.events);
      batches.observe(batch.appends);
      appends.observe(batch.seconds);
    },
    decided: (seconds) => decisions.observe(seconds),
    observePool: (name, read) => {
      pools.set(name, read);
    },
    observeLog: (read) => {
      readLog = read;
    },
    observeSeal(read) {
      const gauge = (name: string, help: string, valueOf: (state: SealState) => number | undefined) =>
        new Gauge({
          name,
          help,
          registers,
          async collect() {
            // The rest is told while the database cannot be reached.
            const state = await read().catch(() => undefined);
            this.set((state && valueOf(state)) ?? Number.NaN);
          },
        });
      gauge('tumor_board_anchor_age_seconds', 'Age of the last signed anchor of the log', (state) => state.anchorAgeSeconds);
      gauge(
        'tumor_board_verification_age_seconds',
        'How long ago the last verification of the log ended',
        (state) => state.verification?.ageSeconds,
      );
      gauge('tumor_board_verification_holds', 'Whether the last verification of the log found no fault: 1 or 0', (state) =>
        state.verification === undefined ? undefined : Number(state.verification.holds),
      );
    },
    observeJobs: (read) => {
      readJobs = read;
    },
    observePanel: (read) => {
      readPanel = read;
    },
    observeLive: (read) => {
      readLive = read;
    },
  };
}
