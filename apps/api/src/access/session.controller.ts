import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { type NewSession, type Origin, SiteAccess } from '@tumor-board/access';
import { problem } from '@tumor-board/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { SessionCookie } from '../http/session-cookie.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { endedAnswer, ownSessionsAnswer, sessionAnswer, toSession, toSessionEntry } from './access-answers.js';
import {
  type Credentials,
  credentials,
  type OwnSessionPath,
  ownSessionPath,
  type PasswordChange,
  passwordChange,
} from './access-requests.js';

const COOKIE = { 'set-cookie': 'The session, out of reach of scripts.' };

const originOf = ({ ip, headers }: FastifyRequest): Origin => ({ address: ip, agent: headers['user-agent'] });

/** Signing in and out. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly access: SiteAccess,
    private readonly context: RequestContext,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Access('anyone')
  @Operation({
    id: 'signIn',
    tag: 'access',
    summary: 'Sign in',
    description: 'The session is a cookie. Programs send a token as `Authorization: Bearer` instead, which an administrator makes.',
    answers: { 201: { description: 'Signed in.', schema: sessionAnswer, headers: COOKIE } },
    problems: ['access.credentials-refused', 'access.throttled'],
  })
  async signIn(
    @Body({ schema: credentials }) { login, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return await this.begun(await this.access.signIn.signIn(login, password, request.ip, request.headers['user-agent']), request, reply);
  }

  @Get()
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'getSession',
    tag: 'access',
    summary: 'Who has signed in, and what they may do',
    answers: { 200: { description: 'The session.', schema: sessionAnswer } },
  })
  session() {
    return toSession(this.context.visitor().signedIn);
  }

  @Delete()
  @HttpCode(204)
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'signOut',
    tag: 'access',
    summary: 'Sign out',
    description: 'Ends the session, or the token that was sent.',
    answers: { 204: { description: 'Signed out.', headers: COOKIE } },
  })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { person, sessionId } = this.context.visitor().signedIn;
    if (person.actor === 'operator') throw problem('access.denied', 'The token of the operator ends with the service.');
    await this.access.sessions.revoke(person.accountId, sessionId, person.actor);
    this.cookie.clear(request, reply);
  }

  @Post('password')
  @HttpCode(200)
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'changePassword',
    tag: 'access',
    summary: 'Choose a password',
    description: 'Ends every other session and token of the account.',
    answers: { 200: { description: 'The password is changed; a new session has begun.', schema: sessionAnswer, headers: COOKIE } },
    problems: ['access.password-weak', 'access.reauthentication-refused', 'access.throttled'],
  })
  async changePassword(
    @Body({ schema: passwordChange }) { current, password }: PasswordChange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { accountId } = this.context.person();
    return await this.begun(await this.access.signIn.changePassword(accountId, current, password, originOf(request)), request, reply);
  }

  @Get('sessions')
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'listOwnSessions',
    tag: 'access',
    summary: 'Where one has signed in, and the tokens of the own account',
    answers: { 200: { description: 'The newest first.', schema: ownSessionsAnswer } },
  })
  async sessions() {
    const { person, sessionId } = this.context.visitor().signedIn;
    if (person.actor === 'operator') return { sessions: [] };
    const sessions = await this.access.sessions.of(person.accountId);
    return { sessions: sessions.map((one) => ({ ...toSessionEntry(one), isThis: one.sessionId === sessionId })) };
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'endOwnSession',
    tag: 'access',
    summary: 'End a session or token of the own account',
    answers: { 204: { description: 'It has ended.' } },
    problems: ['access.unknown-session'],
  })
  async endSession(@Param({ schema: ownSessionPath }) { sessionId }: OwnSessionPath): Promise<void> {
    const { accountId, actor } = this.context.person();
    await this.access.sessions.revoke(accountId, sessionId, actor);
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @Access('session')
  @Shows('nothing')
  @Operation({
    id: 'endOtherSessions',
    tag: 'access',
    summary: 'Sign out everywhere else',
    description: 'Ends every other session of a browser; tokens of programs go on.',
    answers: { 200: { description: 'How many have ended.', schema: endedAnswer } },
  })
  async endOthers() {
    const { accountId, actor } = this.context.person();
    const { sessionId } = this.context.visitor().signedIn;
    return { sessions: await this.access.sessions.revokeOthers(accountId, sessionId, actor) };
  }

  private async begun({ token, expiresAt }: NewSession, request: FastifyRequest, reply: FastifyReply) {
    const signedIn = await this.access.resolve(token);
    if (signedIn === undefined) throw problem('access.signed-out', 'The account was disabled just now.');
    this.cookie.set(request, reply, token, expiresAt);
    return toSession(signedIn);
  }
}
