/** Everything channels is made of, on one screen. */
import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { AttachmentsStore } from './attachments.store.ts';
import { BooksOfReceipts } from './books.controller.ts';
import { CallsConsumer } from './calls.consumer.ts';
import { ChannelsController } from './channels.controller.ts';
import { channels } from './channels.ts';
import { ClaimReply } from './claim-reply.ts';
import { DepartmentsConsumer } from './departments.consumer.ts';
import { FieldKey } from './field-key.ts';
import { Inbound } from './inbound.ts';
import { KeepFiles } from './keep-files.ts';
import { MoveFiles } from './move-files.ts';
import { CHANNELS, Desks, OpenChannels, provideDesk } from './open-channels.ts';
import { OutboundConsumer } from './outbound.consumer.ts';
import { OutboundStore } from './outbound.store.ts';
import { ReceiptsController } from './receipts.controller.ts';
import { ReceiptsStore } from './receipts.store.ts';
import { ReplyWindows } from './reply-windows.ts';
import { SettleUnknown } from './settle-unknown.ts';
import { TakeInAgain } from './take-in-again.ts';
import { WebhooksController } from './webhooks.controller.ts';

@Module({
  controllers: [
    DepartmentsConsumer,
    OutboundConsumer,
    CallsConsumer,
    ReceiptsController,
    AnswersController,
    AttachmentsController,
    WebhooksController,
    ChannelsController,
    BooksOfReceipts,
    ...channels.flatMap((channel) => channel.controllers ?? []),
  ],
  providers: [
    FieldKey,
    ReceiptsStore,
    AttachmentsStore,
    KeepFiles,
    MoveFiles,
    OutboundStore,
    Inbound,
    SettleUnknown,
    ReplyWindows,
    ClaimReply,
    { provide: CHANNELS, useValue: channels },
    Desks,
    OpenChannels,
    TakeInAgain,
    ...channels.map(provideDesk),
    ...channels.flatMap((channel) => channel.providers ?? []),
  ],
})
export class AppModule {}
