/** The router's door for what is sensitive: marks, outcomes, the same matter, alerts. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  type ConversationId,
  NewOutcome,
  NewSign,
  RemovedSign,
  SameMatterSaid,
  SignHelp,
  type SignId,
  type SignRow,
  type StaffV1,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { helpWithSign } from './help-with-sign.ts';
import { findAlert, listSigns, signsOf } from './list-signs.ts';
import { markSensitive } from './mark-sensitive.ts';
import { sayOutcome } from './say-outcome.ts';
import { seeSign } from './see-sign.ts';
import { showMatter } from './show-matter.ts';
import { takeBack } from './take-back.ts';
import { tieMatter } from './tie-matter.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class SignsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('conversations/:id/signs')
  async of(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    await this.seen(caller, conversationId);
    return { items: await signsOf(this.desk.postgres, conversationId), next: null };
  }

  @Post('conversations/:id/signs')
  mark(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(NewSign)) sign: NewSign) {
    return markSensitive(this.desk, { by: caller.sub, conversationId, does: 'mark-sensitive', sign });
  }

  @Delete('conversations/:id/signs/:signId')
  @HttpCode(204)
  async unmark(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('signId', ParseUUIDPipe) signId: SignId,
    @Body(parse(RemovedSign)) { reason }: RemovedSign,
  ) {
    await takeBack(this.desk, { by: caller.sub, conversationId, does: 'unmark-sensitive', signId, reason });
  }

  @Post('conversations/:id/outcome')
  @HttpCode(200)
  outcome(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(NewOutcome)) outcome: NewOutcome,
  ) {
    return sayOutcome(this.desk, { by: caller.sub, conversationId, does: 'say-outcome', outcome });
  }

  @Get('conversations/:id/same-matter')
  async matter(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    await this.seen(caller, conversationId);
    return showMatter(this.desk.postgres, conversationId, this.desk.settings.policy);
  }

  @Post('conversations/:id/same-matter')
  @HttpCode(200)
  tie(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(SameMatterSaid)) said: SameMatterSaid,
  ) {
    return tieMatter(this.desk, { by: caller.sub, conversationId, does: 'tie-matter', said });
  }

  @Get('signs')
  async alerts(@Caller() caller: InternalCaller, @Query('open') open?: string) {
    const items = await listSigns(this.desk.postgres, this.allowed(caller, 'list-signs'), open === '1');
    return { items, next: null };
  }

  /** Whoever is first has seen it; seen twice is seen once. */
  @Post('signs/:id/seen')
  @HttpCode(200)
  async see(@Caller() caller: InternalCaller, @id() signId: SignId): Promise<SignRow> {
    const alert = (await findAlert(this.desk.postgres, signId)) ?? refuse('not-found');
    const order = { by: caller.sub, conversationId: alert.conversationId, does: 'see-sign' } as const;
    await this.desk.held(order, (tx, { conversation, person }) => seeSign(tx, conversation, { signId, person }));
    return (await findAlert(this.desk.postgres, signId)) ?? refuse('not-found');
  }

  @Post('signs/:id/help')
  @HttpCode(200)
  help(
    @Caller() caller: InternalCaller,
    @id() signId: SignId,
    @Body(parse(SignHelp)) { instruction }: SignHelp,
    @Headers('idempotency-key') key?: string,
  ): Promise<SignRow> {
    return helpWithSign(this.desk, { by: caller.sub, signId, instruction, idempotencyKey: key ?? null });
  }

  private allowed(caller: InternalCaller, does: Act): StaffV1 {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does });
    return verdict.ok ? person : refuse(verdict.because);
  }

  /** What one may not see is not there. */
  private async seen(caller: InternalCaller, conversationId: ConversationId): Promise<void> {
    const shown = await showConversation(this.desk.postgres, conversationId);
    const verdict = may({ person: this.desk.person(caller.sub), does: 'see-conversation', thing: shown });
    if (!verdict.ok) refuse('not-found');
  }
}
