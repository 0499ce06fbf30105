/** The desk's routes: each asks the owner of the thing, who decides again whether this person may. */
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  type Attachment,
  type Conversation,
  type ConversationId,
  type ConversationPage,
  type Deadlines,
  Decline,
  type Explanation,
  type Message,
  type MessageId,
  type MessagePage,
  NewMessage,
  type StaffV1,
  Transfer,
} from '@trunkline/contracts';
import { Fleeting, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { Request } from 'express';
import { ReplyWindows } from '../channels/reply-windows.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';
import { OpenChats } from './open-chats.ts';
import { sayTyping } from './say-typing.ts';

const Id = () => Param('id', ParseUUIDPipe);
const MessageIdParam = () => Param('messageId', ParseUUIDPipe);

@Controller('v1/conversations')
@UseGuards(SignedIn)
export class DeskController {
  constructor(
    private readonly owner: AskOwner,
    private readonly chats: OpenChats,
    private readonly fleeting: Fleeting,
    private readonly windows: ReplyWindows,
  ) {}

  @Get()
  @Does('list-conversations')
  list(@Person() person: StaffV1, @Req() request: Request): Promise<ConversationPage> {
    const query = new URL(request.originalUrl, 'http://desk').search;
    return this.owner.ask(person, 'router', { path: `/internal/conversations${query}` });
  }

  @Get(':id')
  @Does('see-conversation')
  async show(@Person() person: StaffV1, @Id() id: ConversationId): Promise<Conversation> {
    const shown = await this.owner.ask<Conversation>(person, 'router', { path: `/internal/conversations/${id}` });
    this.chats.opened(shown);
    return { ...shown, replyWindow: await this.windows.shown(person, shown) };
  }

  @Get(':id/messages')
  @Does('read-messages')
  messages(
    @Person() person: StaffV1,
    @Id() id: ConversationId,
    @Query('cursor') cursor?: string,
  ): Promise<MessagePage> {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/messages${query}` });
  }

  @Post(':id/messages')
  @Does('write-note')
  async write(
    @Person() person: StaffV1,
    @Id() id: ConversationId,
    @Body(parse(NewMessage)) body: NewMessage,
    @Headers('idempotency-key') key?: string,
  ): Promise<Message> {
    if (key !== undefined && (key.length < 1 || key.length > 255)) refuse('bad-request', { detail: 'Idempotency-Key' });
    const path = `/internal/conversations/${id}/messages`;
    const words = await this.windows.guard(person, id, body);
    const said = { ...body, ...words, ...(await this.ownFiles(person, body)) };
    return this.owner.ask(person, 'router', { method: 'POST', path, body: said, idempotencyKey: key ?? randomUUID() });
  }

  /** Only what this person put up goes out, and by its true size and kind. */
  private async ownFiles(person: StaffV1, { attachments }: NewMessage): Promise<Pick<NewMessage, 'attachments'>> {
    if (!attachments?.length) return {};
    const path = '/internal/attachments/mine';
    const body = { files: attachments };
    const mine = await this.owner.ask<{ files: Attachment[] }>(person, 'channels', { method: 'POST', path, body });
    return { attachments: mine.files };
  }

  @Post(':id/messages/:messageId/send-again')
  @HttpCode(200)
  @Does('send-again')
  sendAgain(@Person() person: StaffV1, @Id() id: ConversationId, @MessageIdParam() messageId: MessageId) {
    return this.settle(person, `${id}/messages/${messageId}/send-again`);
  }

  @Post(':id/messages/:messageId/arrived')
  @HttpCode(200)
  @Does('send-again')
  arrived(@Person() person: StaffV1, @Id() id: ConversationId, @MessageIdParam() messageId: MessageId) {
    return this.settle(person, `${id}/messages/${messageId}/arrived`);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Does('accept')
  accept(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/accept`);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Does('decline')
  decline(@Person() person: StaffV1, @Id() id: ConversationId, @Body(parse(Decline)) body: Decline) {
    return this.order(person, `${id}/decline`, body);
  }

  @Post(':id/transfer')
  @HttpCode(200)
  @Does('transfer')
  transfer(@Person() person: StaffV1, @Id() id: ConversationId, @Body(parse(Transfer)) body: Transfer) {
    return this.order(person, `${id}/transfer`, body);
  }

  @Post(':id/take-over')
  @HttpCode(200)
  @Does('take-over')
  takeOver(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/take-over`);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Does('resolve')
  resolve(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/resolve`);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Does('close')
  close(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/close`);
  }

  @Post(':id/anything-else')
  @HttpCode(200)
  @Does('resolve')
  anythingElse(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/anything-else`);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Does('reopen')
  reopen(@Person() person: StaffV1, @Id() id: ConversationId) {
    return this.order(person, `${id}/reopen`);
  }

  @Post(':id/read')
  @HttpCode(204)
  @Does('read-messages')
  async read(@Person() person: StaffV1, @Id() id: ConversationId): Promise<void> {
    await this.owner.ask(person, 'router', { method: 'POST', path: `/internal/conversations/${id}/read` });
  }

  @Post(':id/typing')
  @HttpCode(204)
  @Does('type')
  async typing(@Person() person: StaffV1, @Id() id: ConversationId): Promise<void> {
    const chat =
      this.chats.of(id) ??
      this.chats.opened(
        await this.owner.ask<Conversation>(person, 'router', { path: `/internal/conversations/${id}` }),
      );
    if (!may({ person, does: 'type', thing: chat }).ok) refuse('not-found');
    if (chat.agentId === person.id) sayTyping(this.fleeting, chat);
  }

  @Get(':id/explain')
  @Does('explain')
  explain(@Person() person: StaffV1, @Id() id: ConversationId): Promise<Explanation> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/explain` });
  }

  @Get(':id/deadlines')
  @Does('see-deadlines')
  async deadlines(@Person() person: StaffV1, @Id() id: ConversationId): Promise<Deadlines> {
    // sla knows no queues' secrets: whether this person may see the conversation is the router's word
    await this.owner.ask(person, 'router', { path: `/internal/conversations/${id}` });
    return this.owner.ask(person, 'sla', { path: `/internal/conversations/${id}/deadlines` });
  }

  private order(person: StaffV1, path: string, body: object = {}): Promise<Conversation> {
    return this.owner.ask(person, 'router', {
      method: 'POST',
      path: `/internal/conversations/${path}`,
      body,
      timeoutMs: 5_000,
    });
  }

  private settle(person: StaffV1, path: string): Promise<Message> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/conversations/${path}`, body: {} });
  }
}
