/** The router's door for verification: how it stands, a code, a try, a supervisor's word. */
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { CodeTried, type ConversationId, NewCode, Vouch } from '@trunkline/contracts';
import { Caller, CONFIG, type InternalCaller, type Key, KnowCaller, parse, refuse } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { sendCode } from './send-code.ts';
import { showVerification } from './show-verification.ts';
import { tryCode } from './try-code.ts';
import { vouch } from './vouch.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations/:id/verification')
@UseGuards(KnowCaller)
export class VerifyController {
  constructor(
    private readonly desk: GiveOrder,
    @Inject(CONFIG) private readonly config: { SERVICE_KEYS: readonly Key[] },
  ) {}

  @Get()
  async show(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    const thing = await showConversation(this.desk.postgres, conversationId);
    const verdict = may({ person: this.desk.person(caller.sub), does: 'see-verification', thing });
    return verdict.ok ? showVerification(this.desk, conversationId) : refuse('not-found');
  }

  @Post()
  @HttpCode(200)
  send(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(NewCode)) body: NewCode) {
    return sendCode(this.desk, { ...this.order(caller, conversationId, 'send-code'), ...body, ...this.keys() });
  }

  @Post('try')
  @HttpCode(200)
  try(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(CodeTried)) body: CodeTried) {
    return tryCode(this.desk, { ...this.order(caller, conversationId, 'send-code'), ...body, ...this.keys() });
  }

  @Post('vouch')
  @HttpCode(200)
  vouch(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(Vouch)) body: Vouch) {
    return vouch(this.desk, { ...this.order(caller, conversationId, 'vouch-for-customer'), ...body });
  }

  private keys() {
    return { keys: this.config.SERVICE_KEYS };
  }

  private order(caller: InternalCaller, conversationId: ConversationId, does: Act) {
    return { by: caller.sub, conversationId, does };
  }
}
