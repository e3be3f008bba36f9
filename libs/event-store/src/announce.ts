import type pg from 'pg';

/** The channel on which an appending process says that there is something new. A hint only: readers poll as well. */
export const appendedChannel = 'tumor_board_appended';

// A hint need not be on disk, and one that waits for the disk keeps others waiting.
const hint = {
  name: 'log.announce',
  text: `select set_config('synchronous_commit', 'off', true), pg_notify('${appendedChannel}', '')`,
};

const betweenHintsMs = 2;

/**
 * Gathers announcements: one at once, then at most one every 2 ms, on a connection of the pool and never inside an
 * append's transaction, because a commit that notifies holds a lock of the whole server until it is on disk.
 */
export class Announcer {
  #pending = false;
  #running: Promise<void> | undefined;

  constructor(private readonly pool: pg.Pool) {}

  announce(): void {
    this.#pending = true;
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is left to say. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#pending) {
      this.#pending = false;
      await this.pool.query(hint).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, betweenHintsMs));
    }
    this.#running = undefined;
  }
}
