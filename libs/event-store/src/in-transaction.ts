import type pg from 'pg';

// What a subscription writes is committed together with its checkpoint and follows from the log, so it may be lost
// together when the server crashes: it is done again. Waiting for the disk would keep the transaction open longer, which
// holds every reader of the log back, and would compete with appends for the disk.
const begin = 'begin; set local synchronous_commit = off';

/**
 * Runs a subscription's work in a transaction on a connection of the pool; a connection that cannot even roll back is
 * thrown away.
 */
export async function inTransaction(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(begin);
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
