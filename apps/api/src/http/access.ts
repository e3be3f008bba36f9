import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@tumor-board/access';
import { problem } from '@tumor-board/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Who may call a route. `anyone`: it tells nothing of a patient. `signed-in`: whoever has an account, with any role or
 * none. A list: whoever has one of these roles at the site. `monitor`: a program on this machine, or with a token.
 * `anyone-on-this-machine`: whoever can reach the address.
 */
export type Caller = 'anyone' | 'anyone-on-this-machine' | 'signed-in' | 'monitor' | readonly Role[];

export const ACCESS = 'tumor-board:access';

/** Says who may call a route: `@Access('signed-in')`, `@Access('coordinator', 'chair')`. Every route must say it. */
export const Access = (...caller: [Extract<Caller, string>] | [Role, ...Role[]]): MethodDecorator => {
  const [first] = caller;
  const named = first === 'anyone' || first === 'anyone-on-this-machine' || first === 'signed-in' || first === 'monitor';
  return SetMetadata(ACCESS, named ? first : caller);
};

/** The name or address that the operator told the service to listen on. */
export class OwnHost {
  constructor(readonly name: string) {}
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** The host that a request names, without its port. */
const hostOf = (authority: string): string => authority.toLowerCase().replace(/:\d+$/, '');

/**
 * Holds routes to what they say. A page of another site could point a name of its own at this machine and so read
 * with the browser of who visits it: requests must name this machine, or the address the operator configured.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly ownHost: OwnHost,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const caller = this.reflector.get<Caller | undefined>(ACCESS, context.getHandler());
    if (caller === undefined) throw problem('access.denied', 'The route does not say who may call it.');
    if (caller === 'anyone' || caller === 'monitor') return true;
    const host = hostOf(context.switchToHttp().getRequest<FastifyRequest>().headers.host ?? '');
    if (THIS_MACHINE.includes(host) || host === this.ownHost.name) return true;
    throw problem('access.denied', 'This service answers to this machine only: use localhost or 127.0.0.1.');
  }
}
