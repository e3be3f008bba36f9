import { DatabaseSync } from 'node:sqlite';
import { problem } from '@tumor-board/kernel';

/** A lock that one process holds until it lets go or dies. */
export interface FolderLock {
  release(): void;
}

// SQLITE_BUSY
const busy = 5;

/**
 * Takes a lock on a file, or fails at once. It is the operating system's own lock (node offers none, but its SQLite
 * does), so that it ends with the process however that dies, needs no process id, and is seen from other containers
 * that share the volume.
 * @throws Problem `database.embedded-in-use` when another process holds it
 */
export function lockFile(file: string): FolderLock {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { readonly errcode?: number }).errcode !== busy) throw error;
    throw problem('database.embedded-in-use', `Another running service uses this data folder: it holds ${file}. Stop it first.`, { file });
  }
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      lock.close();
    },
  };
}
