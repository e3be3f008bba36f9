import { Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { expectedVersion, type RecordHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import type { Said } from '../cases/reused-key.js';
import { Replays } from './replays.js';

/** A request to the board's work on a case. */
export interface BoardRequestOf {
  /** Where the key counts: the same key elsewhere is another request. */
  readonly place: string;
  readonly headers: RecordHeaders;
  readonly reply: FastifyReply;
  readonly said: Said;
  readonly command: (context: CommandContext, expectedVersion: number | undefined) => Command<CaseCommandResult>;
}

/** The headers of the answer to a request that records. */
export const RECORDED_HEADERS = {
  etag: 'The version of the case, for `If-Match`.',
  'idempotent-replay': '`true` when this key was used before and the first answer is repeated.',
};

/** Carries requests to the board's work out, and says in the headers what became of them. */
@Injectable()
export class BoardWork {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly replays: Replays,
  ) {}

  contextOf(place: string, headers: RecordHeaders): CommandContext {
    return this.context.command(place, headers['idempotency-key']);
  }

  async carryOut(
    { place, headers, reply, said, command }: BoardRequestOf,
    context: CommandContext = this.contextOf(place, headers),
  ): Promise<CaseCommandResult> {
    const key = headers['idempotency-key'];
    const result = await this.commands.execute(command(context, expectedVersion(headers)));
    await this.replays.refuseReusedKey(result, context, key, said);
    void reply.header('etag', `"${result.version}"`);
    if (result.duplicate && key !== undefined) void reply.header('idempotent-replay', 'true');
    return result;
  }
}
