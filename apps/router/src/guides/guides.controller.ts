/** The router's door for canned answers, question trees and macros. */
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { type ConversationId, TreePath } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { keepWalk } from './keep-walk.ts';
import { runMacro } from './run-macro.ts';
import { showGuides } from './show-guides.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class GuidesController {
  constructor(private readonly desk: GiveOrder) {}

  @Get(':id/guides')
  show(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return showGuides(this.desk, this.desk.person(caller.sub), conversationId);
  }

  @Put(':id/trees/:tree')
  walk(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('tree') tree: string,
    @Body(parse(TreePath)) { path }: TreePath,
  ) {
    return keepWalk(this.desk, { by, conversationId, does: 'walk-tree', tree, path });
  }

  @Post(':id/macros/:macro')
  @HttpCode(200)
  run(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('macro') macro: string,
    @Headers('idempotency-key') key?: string,
  ) {
    return runMacro(this.desk, { by, conversationId, does: 'run-macro', macro, idempotencyKey: key ?? null });
  }
}
