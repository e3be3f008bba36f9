import { defineJob, type JobFlow, type JobRequest, request } from '@tumor-board/job-queue';
import { PANEL, type PanelDiscipline } from '@tumor-board/specialists';
import { z } from 'zod';

/** After everything else: what many cases wait for is not held up by what agents say of one. */
const LAST = 10;

/** A run, by ids: what it is about is read from the log. */
const run = { site: z.string(), caseId: z.uuid(), runId: z.uuid() };

/** A run of the panel, as jobs name it. */
export interface RunId {
  readonly site: string;
  readonly caseId: string;
  readonly runId: string;
}

/** Give the opinion of one discipline in a run, on the assessment with this fingerprint. */
export const giveOpinion = defineJob(
  'deliberation.opinion',
  z.strictObject({ ...run, discipline: z.enum(PANEL), fingerprint: z.string().length(64) }),
  { attempts: 4, backoffMs: 250, priority: LAST },
);

/** Let the chair weigh what was said in a run. */
export const weighOpinions = defineJob('deliberation.chair', z.strictObject(run), { attempts: 6, backoffMs: 250, priority: LAST });

/** End a run whose time is over, with whoever has spoken. */
export const endRun = defineJob('deliberation.deadline', z.strictObject(run), { attempts: 8, backoffMs: 500 });

/** Every kind of job of a deliberation. */
export const DELIBERATION_JOBS = [giveOpinion, weighOpinions, endRun];

/**
 * What is left to do of a run: first the specialists, each by itself, then the red team, which reads them, then the chair. The
 * same run gives jobs with the same ids.
 */
export function flowOf(of: RunId, fingerprint: string, outstanding: readonly string[]): JobFlow {
  const { site, caseId, runId } = of;
  const opinionOf = (discipline: PanelDiscipline): JobRequest =>
    request(giveOpinion, `deliberation.opinion ${runId} ${discipline}`, { site, caseId, runId, discipline, fingerprint });
  const first = PANEL.filter((discipline) => discipline !== 'red-team' && outstanding.includes(discipline)).map(
    (discipline): JobFlow => ({ job: opinionOf(discipline) }),
  );
  const heard: readonly JobFlow[] = outstanding.includes('red-team') ? [{ job: opinionOf('red-team'), after: first }] : first;
  return { job: request(weighOpinions, `deliberation.chair ${runId}`, { site, caseId, runId }), after: heard };
}

/** The job that waits for the end of a run. */
export const deadlineOf = ({ site, caseId, runId }: RunId, delayMs: number): JobRequest =>
  request(endRun, `deliberation.deadline ${runId}`, { site, caseId, runId }, delayMs);

/** The job that ends a run now. Another than the one that waits, which may have been lost or given up. */
export const overdueRun = ({ site, caseId, runId }: RunId): JobRequest =>
  request(endRun, `deliberation.overdue ${runId}`, { site, caseId, runId });
