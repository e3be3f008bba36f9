import type { Knowledge } from '@tumor-board/board';
import type { EventStore, Protection } from '@tumor-board/event-store';
import type pg from 'pg';

/** What the read side needs. The pool and the log are opened and closed by who gives them. */
export interface ReadSideOptions {
  readonly pool: pg.Pool;
  readonly eventStore: Pick<EventStore, 'read'>;
  /** Reads the protected texts that read models hold sealed; without it they stay so. */
  readonly protection?: Protection | undefined;
  /** What a case is assessed under before its first recorded assessment. */
  readonly knowledge: Knowledge;
  /** How long a query waits for `atLeast`, in ms; default 2 000. */
  readonly waitMs?: number;
}
