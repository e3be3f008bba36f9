// A worker of the queue in a process of its own, which takes a job and holds it until it is told to finish: the test
// kills it before, or stops it for longer than anybody believes it alive.
import { once } from 'node:events';
import { createPostgresBackend, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const [, , kind, url, queue] = process.argv;
const options = { lockDuration: 1_000, stalledInterval: 200 };
const takeAndHold = async (job) => {
  process.stdout.write(`took ${job.id}\n`);
  await once(process.stdin, 'data');
  process.stdout.write(`did ${job.id}\n`);
};
const worker =
  kind === 'postgres'
    ? new Worker(
        queue,
        takeAndHold,
        { ...options, connection: new pg.Pool({ connectionString: url, options: '-c search_path=bullmq', keepAlive: true }) },
        createPostgresBackend,
      )
    : new Worker(queue, takeAndHold, { ...options, connection: new Redis(url, { maxRetriesPerRequest: null }) });
worker.on('error', (error) => process.stdout.write(`heard: ${error.message}\n`));
