import type { FastifyReply, FastifyRequest } from 'fastify';

/** The name of the cookie that holds the token of a session; on a port of this machine, `_` and the port follow. */
export const SESSION_COOKIE = 'tumor_board_session';

const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\]):(\d+)$/i;

/**
 * The name of the cookie under an address: a browser sends the cookies of this machine to all of its ports, so that two
 * services on it would sign each other's people out.
 */
function nameAt(host: string | undefined): string {
  const [, port] = HERE.exec(host ?? '') ?? [];
  return port === undefined ? SESSION_COOKIE : `${SESSION_COOKIE}_${port}`;
}

/** The token in the cookie of a request. */
export function cookieOf({ headers }: FastifyRequest): string | undefined {
  const own = nameAt(headers.host);
  for (const pair of headers.cookie?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === own) return value;
  }
  return undefined;
}

/** The token that a program sends. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined => /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];

/** How the cookie of a session is set: out of reach of scripts, and sent by pages of our own alone. */
export class SessionCookie {
  readonly #secure: boolean;

  /** @param publicUrl the address that people type, when the operator has named one */
  constructor(publicUrl: string | undefined) {
    this.#secure = publicUrl?.startsWith('https:') ?? false;
  }

  /** Sets the cookie until the session ends at the latest. */
  set(request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: string): void {
    const seconds = Math.max(Math.floor((Date.parse(expiresAt) - Date.now()) / 1_000), 0);
    void reply.header('set-cookie', this.#cookie(request, token, seconds));
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    void reply.header('set-cookie', this.#cookie(request, '', 0));
  }

  #cookie({ protocol, headers }: FastifyRequest, value: string, seconds: number): string {
    const secure = this.#secure || protocol === 'https' ? '; Secure' : '';
    return `${nameAt(headers.host)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
  }
}
