import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problem } from '@tumor-board/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Who may call a route. `anyone`: it tells nothing of a patient. `anyone-on-this-machine`: there is no sign-in yet, so
 * whoever can reach the address may; the service listens on this machine only.
 */
export type Caller = 'anyone' | 'anyone-on-this-machine';

export const ACCESS = 'tumor-board:access';

/** Says who may call a route. Every route must say it. */
export const Access = (caller: Caller): MethodDecorator => SetMetadata(ACCESS, caller);

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
    switch (caller) {
      case 'anyone':
        return true;
      case 'anyone-on-this-machine': {
        const host = hostOf(context.switchToHttp().getRequest<FastifyRequest>().headers.host ?? '');
        if (THIS_MACHINE.includes(host) || host === this.ownHost.name) return true;
        throw problem('access.denied', 'This service answers to this machine only: use localhost or 127.0.0.1.');
      }
      case undefined:
        throw problem('access.denied', 'The route does not say who may call it.');
    }
  }
}
