export type { JobStorage } from './backend.js';
export * from './define-job.js';
export * from './job-queue.js';
export { migrateJobs } from './migrate-jobs.js';
