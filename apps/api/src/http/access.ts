import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Role, type SignedIn, SiteAccess } from '@tumor-board/access';
import { type Problem, problem } from '@tumor-board/kernel';
import type { FastifyRequest } from 'fastify';
import { OwnHosts } from './own-hosts.js';
import { bearerOf, cookieOf } from './session-cookie.js';
import { noteVisitor } from './visit.js';

/**
 * Who may call a route. `anyone`: it tells nothing of a patient. `monitor`: a program on this machine, and whoever has
 * signed in. `session`: whoever has signed in, even one who must choose a password first. `signed-in`: whoever has signed
 * in, with any role or none. A list: whoever has one of these roles at the site.
 */
export type Caller = 'anyone' | 'monitor' | 'session' | 'signed-in' | readonly Role[];

export const ACCESS = 'tumor-board:access';

/** Says who may call a route: `@Access('signed-in')`, `@Access('coordinator', 'chair')`. Every route must say it. */
export const Access = (...caller: [Extract<Caller, string>] | readonly [Role, ...Role[]]): MethodDecorator => {
  const [first] = caller;
  const named = first === 'anyone' || first === 'monitor' || first === 'session' || first === 'signed-in';
  return SetMetadata(ACCESS, named ? first : caller);
};

/** Why somebody may not call a route; undefined when they may. */
export function refusal(caller: Caller | undefined, signedIn: SignedIn | undefined): Problem | undefined {
  if (caller === undefined) return problem('access.denied', 'The route does not say who may call it.');
  if (caller === 'anyone') return undefined;
  if (signedIn === undefined) return problem('access.signed-out', 'Sign in first: POST /api/session, or send a token.');
  if (caller === 'session') return undefined;
  if (signedIn.mustChangePassword) {
    return problem('access.password-expired', 'Choose a password of your own first: POST /api/session/password.');
  }
  if (typeof caller === 'string') return undefined;
  if (caller.some((role) => signedIn.person.roles.includes(role))) return undefined;
  const roles = [...caller];
  return problem('access.denied', `This is for the roles ${roles.join(', ')}; you have ${signedIn.person.roles.join(', ') || 'none'}.`, {
    roles,
  });
}

/**
 * Holds routes to what they say, and notes who sends the request. A page of another site could point a name of its own at
 * this machine and so read with the browser of who visits it: a request with a cookie must name the service as its people do.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: SiteAccess,
    private readonly ownHosts: OwnHosts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const caller = this.reflector.get<Caller | undefined>(ACCESS, context.getHandler());
    if (caller === 'anyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = bearerOf(request);
    const isOurs = this.ownHosts.includes(request.headers.host);
    if (caller === 'monitor' && bearer === undefined && this.isFromThisMachine(request)) return true;
    if (bearer === undefined && !isOurs) {
      throw problem('access.denied', 'The service is not known by this name. Its operator can name it in PUBLIC_URL.');
    }
    const token = bearer ?? cookieOf(request);
    const signedIn = token === undefined ? undefined : await this.access.resolve(token);
    const refused = refusal(caller, signedIn);
    if (refused !== undefined) throw refused;
    if (signedIn !== undefined && token !== undefined) {
      const stillAllowed = async () => refusal(caller, await this.access.resolve(token, { isUse: false })) === undefined;
      noteVisitor({ signedIn, stillAllowed });
    }
    return true;
  }

  /**
   * Whether a program on this machine asks for itself. Everybody who comes through a proxy on this machine comes from its
   * address, but asks for the name that people type, or is said to be asked for.
   */
  private isFromThisMachine({ ip, headers }: FastifyRequest): boolean {
    return isLoopback(ip) && this.ownHosts.isThisMachine(headers.host) && RELAYED.every((name) => headers[name] === undefined);
  }
}

/** Headers by which a proxy says that it asks for somebody else. */
const RELAYED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'];

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);
