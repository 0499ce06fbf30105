/** What the other services may know of the channels: their rows, and how long a customer may still be answered. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { type ChannelRow, type ChannelRows, NewTest, type ReplyWindow, type TestSent } from '@trunkline/contracts';
import { KnowCaller, parse, refuse } from '@trunkline/platform';
import type { AnyChannel } from './channel.ts';
import { CHANNELS, Desks } from './open-channels.ts';
import { ReplyWindows } from './reply-windows.ts';

@Controller('internal/channels')
@UseGuards(KnowCaller)
export class ChannelsController {
  constructor(
    @Inject(CHANNELS) private readonly channels: readonly AnyChannel[],
    private readonly desks: Desks,
    private readonly windows: ReplyWindows,
  ) {}

  @Get()
  list(): ChannelRows {
    return { items: this.channels.map((channel) => rowOf(channel, this.desks.of(channel.name)?.desk.config)) };
  }

  @Post(':name/tests')
  @HttpCode(200)
  async test(@Param('name') name: string, @Body(parse(NewTest)) test: NewTest): Promise<TestSent> {
    const { channel, desk } = this.desks.of(name) ?? refuse('not-found');
    if (!channel.writeToItself) return { kind: 'not-looped', because: 'cannot-write-to-itself' };
    if (!channel.doors?.(desk.config).includes(test.account)) refuse('not-found');
    return channel.writeToItself(test, desk).catch((error: Error) => {
      return { kind: 'failed', because: 'test-not-sent', detail: error.message.slice(0, 500) };
    });
  }

  @Get(':name/reply-window')
  async replyWindow(
    @Param('name') name: string,
    @Query('account') account: unknown,
    @Query('address') address: unknown,
  ): Promise<{ window: ReplyWindow | null }> {
    const channel = this.channels.find((one) => one.name === name) ?? refuse('not-found');
    if (typeof account !== 'string' || typeof address !== 'string')
      refuse('bad-request', { detail: 'account, address' });
    return { window: await this.windows.of(channel, { account, address }) };
  }
}

/** `config`: null or absent while the channel is off. */
function rowOf(channel: AnyChannel, config: unknown): ChannelRow {
  const { name, label, standard, live, attachments, replyWindow } = channel;
  const templates = config ? channel.templates?.(config) : undefined;
  return {
    name,
    label,
    standard,
    live,
    isOn: Boolean(config),
    isPreview: channel.preview === true,
    accounts: config ? (channel.doors?.(config) ?? []) : [],
    maxFileBytes: attachments?.maxBytes ?? null,
    quickReplies: 'quickReplies' in channel && Boolean(channel.quickReplies),
    readReceipts: channel.readReceipts === true,
    typing: channel.typing === true,
    replyWindowHours: replyWindow?.hours ?? null,
    ...(templates?.length ? { templates } : {}),
  };
}
