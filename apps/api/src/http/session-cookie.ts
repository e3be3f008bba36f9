import type { FastifyReply, FastifyRequest } from 'fastify';

/** The name of the cookie that holds the token of a session. */
export const SESSION_COOKIE = 'tumor_board_session';

/** The token in the cookie of a request. */
export function cookieOf({ headers }: FastifyRequest): string | undefined {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE) return value;
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

  #cookie({ protocol }: FastifyRequest, value: string, seconds: number): string {
    const secure = this.#secure || protocol === 'https' ? '; Secure' : '';
    return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
  }
}
