import { describe, expect, it } from 'vitest';
import { createMetrics, type SealState } from './index.js';

describe('the metrics page', () => {
  it('counts answers by route pattern and status', async () => {
    const metrics = createMetrics();
    metrics.answered({ method: 'GET', route: '/api/cases/:id', status: 404, seconds: 0.002 });
    expect(await metrics.page()).toContain(
      'tumor_board_http_request_duration_seconds_count{method="GET",route="/api/cases/:id",status="404"} 1',
    );
  });

  it('counts events and the appends that shared a commit', async () => {
    const metrics = createMetrics();
    metrics.appended({ appends: 3, events: 7, seconds: 0.004 });
    const page = await metrics.page();
    expect(page).toContain('tumor_board_events_appended_total 7');
    expect(page).toContain('tumor_board_append_batch_size_bucket{le="2"} 0');
    expect(page).toContain('tumor_board_append_batch_size_bucket{le="4"} 1');
  });

  it('tells how fresh the last anchor and the last verification are, and that there are none yet', async () => {
    const metrics = createMetrics();
    expect(await metrics.page()).not.toContain('tumor_board_anchor_age_seconds');
    let state: SealState = { anchorAgeSeconds: undefined, verification: undefined };
    metrics.observeSeal(async () => state);
    expect(await metrics.page()).toContain('tumor_board_anchor_age_seconds Nan');
    state = { anchorAgeSeconds: 61.5, verification: { holds: false, ageSeconds: 3_600 } };
    const page = await metrics.page();
    expect(page).toContain('tumor_board_anchor_age_seconds 61.5');
    expect(page).toContain('tumor_board_verification_age_seconds 3600');
    expect(page).toContain('tumor_board_verification_holds 0');
  });

  it('counts the jobs by state, as they are when it is read', async () => {
    const metrics = createMetrics();
    let active = 1;
    metrics.observeJobs(async () => ({ active, failed: 2 }));
    active = 3;
    const page = await metrics.page();
    expect(page).toContain('tumor_board_jobs{state="active"} 3');
    expect(page).toContain('tumor_board_jobs{state="failed"} 2');
  });

  it('tells the rest, and no old counts, while the jobs cannot be read', async () => {
    const metrics = createMetrics();
    metrics.observeJobs(async () => ({ active: 7 }));
    await metrics.page();
    metrics.observeJobs(async () => await Promise.reject(new Error('the jobs are out of reach')));
    const page = await metrics.page();
    expect(page).toContain('tumor_board_events_appended_total 0');
    expect(page).not.toContain('tumor_board_jobs{');
  });

  it('tells what is counted of the panel, without reading all its runs each time', async () => {
    const metrics = createMetrics();
    let reads = 0;
    metrics.observePanel(async () => {
      reads += 1;
      const agreement = { agreed: 3 };
      const struck = { 'unknown-fact': 2 };
      const releases = [{ release: 'r1', concluded: 5, running: 1, overtaken: 0, dissent: 4, agreement }];
      const counts = { absent: 1, claims: 9, repeats: 6, changedMind: 0, struck };
      return { releases, disciplines: [{ release: 'r1', discipline: 'radiology', ...counts }] };
    });
    const page = await metrics.page();
    expect(page).toContain('tumor_board_panel_runs{release="r1",state="concluded"} 5');
    expect(page).toContain('tumor_board_panel_decisions{release="r1",agreement="agreed"} 3');
    expect(page).toContain('tumor_board_panel_struck_claims{release="r1",discipline="radiology",reason="unknown-fact"} 2');
    expect(page).toContain('tumor_board_panel_absences{release="r1",discipline="radiology"} 1');
    await metrics.page();
    expect(reads).toBe(1);
  });

  it('asks the pool and the log for their state when it is read', async () => {
    const metrics = createMetrics();
    let waiting = 0;
    metrics.observePool('main', () => ({ total: 4, idle: 1, waiting }));
    metrics.observeLog(async () => ({
      heldBackSeconds: 2,
      projections: [{ projection: 'case-list', lagEvents: 12, lagSeconds: 0.5, deadLetters: 1 }],
    }));
    waiting = 9;
    const page = await metrics.page();
    expect(page).toContain('tumor_board_pool_connections{pool="main",state="waiting"} 9');
    expect(page).toContain('tumor_board_projection_lag_events{projection="case-list"} 12');
    expect(page).toContain('tumor_board_dead_letters{projection="case-list"} 1');
    expect(page).toContain('tumor_board_log_held_back_seconds 2');
  });

  it('counts the open streams of live changes, none where there are none', async () => {
    const metrics = createMetrics();
    expect(await metrics.page()).toContain('tumor_board_live_streams 0');
    let open = 3;
    metrics.observeLive(() => open);
    open = 5;
    expect(await metrics.page()).toContain('tumor_board_live_streams 5');
  });

  it('keeps two registries apart, and adds the figures of the process when asked', async () => {
    const first = createMetrics({ withProcess: true });
    first.appended({ appends: 1, events: 1, seconds: 0.001 });
    expect(await createMetrics().page()).toContain('tumor_board_events_appended_total 0');
    expect(await first.page()).toContain('process_cpu_seconds_total');
  });
});
