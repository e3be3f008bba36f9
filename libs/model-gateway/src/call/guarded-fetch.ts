/** The most bytes of one response that are read off the wire, whatever it says of its length. */
export const MOST_WIRE_BYTES = 2_000_000;

/** A connection to one endpoint, and what became of it. */
export interface GuardedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Status of HTTP; undefined while nobody has answered. */
  readonly status: () => number | undefined;
  /** True once a response was cut because it had no end. */
  readonly isCut: () => boolean;
}

/**
 * The only way out: requests go to the configured endpoint and nowhere else, redirections are refused, and a response is
 * cut where it becomes too long.
 */
export function guardedFetch(endpoint: string, mostBytes = MOST_WIRE_BYTES): GuardedFetch {
  const door = new URL(endpoint);
  const below = door.pathname.endsWith('/') ? door.pathname : `${door.pathname}/`;
  let status: number | undefined;
  let cut = false;
  const counted = (): TransformStream<Uint8Array, Uint8Array> => {
    let bytes = 0;
    return new TransformStream({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes <= mostBytes) return controller.enqueue(chunk);
        cut = true;
        controller.error(new Error('the response is too long'));
      },
    });
  };
  return {
    status: () => status,
    isCut: () => cut,
    async fetch(to, init) {
      const url = new URL(to instanceof Request ? to.url : to);
      if (url.origin !== door.origin || !url.pathname.startsWith(below)) throw new Error('a request to another place than the endpoint');
      const response = await fetch(url, { ...init, redirect: 'error', credentials: 'omit' });
      status = response.status;
      const { headers, statusText } = response;
      return new Response(response.body?.pipeThrough(counted()) ?? null, { status, statusText, headers });
    },
  };
}
