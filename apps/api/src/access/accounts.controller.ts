import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { SiteAccess } from '@tumor-board/access';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import {
  accountAnswer,
  accountListAnswer,
  newAccountAnswer,
  sessionListAnswer,
  toAccount,
  tokenAnswer,
  toSessionEntry,
} from './access-answers.js';
import {
  type AccountChangeRequest,
  type AccountPath,
  accountChange,
  accountPath,
  type NewAccountRequest,
  type NewTokenRequest,
  newAccount,
  newToken,
  type SessionPath,
  sessionPath,
} from './access-requests.js';

/** The accounts of the site. */
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly access: SiteAccess,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'listAccounts',
    tag: 'access',
    summary: 'The accounts of the site, and those without a role anywhere',
    answers: { 200: { description: 'The accounts by login name.', schema: accountListAnswer } },
  })
  async list() {
    return { accounts: (await this.access.accounts.list()).map(toAccount) };
  }

  @Post()
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'addAccount',
    tag: 'access',
    summary: 'Make an account',
    description: 'Its password is made up, is shown this once, and is good for choosing another.',
    answers: { 201: { description: 'The account.', schema: newAccountAnswer } },
    problems: ['access.account-invalid', 'access.login-taken'],
  })
  async add(@Body({ schema: newAccount }) account: NewAccountRequest) {
    const { accountId, password } = await this.access.accounts.add(account, this.context.person().actor);
    return { account: toAccount(await this.access.accounts.get(accountId)), oneTimePassword: password };
  }

  @Patch(':id')
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'changeAccount',
    tag: 'access',
    summary: 'Change the name or the roles of an account, disable or enable it',
    answers: { 200: { description: 'The account.', schema: accountAnswer } },
    problems: ['access.unknown-account', 'access.account-invalid', 'access.other-site', 'access.last-administrator'],
  })
  async change(@Param({ schema: accountPath }) { id }: AccountPath, @Body({ schema: accountChange }) change: AccountChangeRequest) {
    return toAccount(await this.access.accounts.change(id, change, this.context.person().actor));
  }

  @Post(':id/password')
  @HttpCode(200)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'resetPassword',
    tag: 'access',
    summary: 'Give an account a one-time password',
    description: 'Ends all its sessions and tokens.',
    answers: { 200: { description: 'The account and the password, shown this once.', schema: newAccountAnswer } },
    problems: ['access.unknown-account', 'access.other-site'],
  })
  async resetPassword(@Param({ schema: accountPath }) { id }: AccountPath) {
    const oneTimePassword = await this.access.accounts.resetPassword(id, this.context.person().actor);
    return { account: toAccount(await this.access.accounts.get(id)), oneTimePassword };
  }

  @Get(':id/sessions')
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'listSessions',
    tag: 'access',
    summary: 'The sessions and tokens of an account that have not ended',
    answers: { 200: { description: 'The newest first.', schema: sessionListAnswer } },
    problems: ['access.unknown-account'],
  })
  async sessions(@Param({ schema: accountPath }) { id }: AccountPath) {
    await this.access.accounts.get(id);
    return { sessions: (await this.access.sessions.of(id)).map(toSessionEntry) };
  }

  @Delete(':id/sessions/:sessionId')
  @HttpCode(204)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'endSession',
    tag: 'access',
    summary: 'End a session or token of an account',
    answers: { 204: { description: 'It has ended.' } },
    problems: ['access.unknown-account', 'access.unknown-session'],
  })
  async endSession(@Param({ schema: sessionPath }) { id, sessionId }: SessionPath): Promise<void> {
    await this.access.accounts.get(id);
    await this.access.sessions.revoke(id, sessionId, this.context.person().actor);
  }

  @Post(':id/tokens')
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'makeToken',
    tag: 'access',
    summary: 'Make a token for a program that acts as an account',
    description: 'To be sent as `Authorization: Bearer`. Whoever has it can do what the account may.',
    answers: { 201: { description: 'The token, shown this once.', schema: tokenAnswer } },
    problems: ['access.unknown-account', 'access.other-site'],
  })
  async makeToken(@Param({ schema: accountPath }) { id }: AccountPath, @Body({ schema: newToken }) wanted: NewTokenRequest) {
    await this.access.accounts.refuseOtherSite(id);
    const { sessionId, token, expiresAt } = await this.access.sessions.makeToken(id, wanted, this.context.person().actor);
    return { id: sessionId, token, expiresAt };
  }
}
