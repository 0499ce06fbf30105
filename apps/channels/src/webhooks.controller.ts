/** The door for providers that post: opened by their channel, taken in and committed, then answered (law 5). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { All, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { CONFIG, Postgres, rawBodyOf, refuse } from '@trunkline/platform';
import type { AnyChannel, Desk, OpenedRequest, WebhookRequest } from './channel.ts';
import { Desks } from './open-channels.ts';
import { readWhole } from './read-whole.ts';
import { SettleUnknown } from './settle-unknown.ts';

type Request = IncomingMessage & { originalUrl: string };
type Opened = Extract<OpenedRequest, { kind: 'opened' }>;

@Controller('hooks')
export class WebhooksController {
  constructor(
    @Inject(CONFIG) private readonly config: { CHANNELS_PUBLIC_URL: string },
    private readonly desks: Desks,
    private readonly postgres: Postgres,
    private readonly settle: SettleUnknown,
  ) {}

  /** Whatever stands behind the channel's name is the channel's to read: our message's id, say. */
  @All([':channel', ':channel/*rest'])
  async take(@Param('channel') name: string, @Req() request: Request, @Res() response: ServerResponse): Promise<void> {
    const { channel, desk } = this.desks.of(name) ?? refuse('not-found');
    if (!channel.openRequest) refuse('not-found');
    const opened = channel.openRequest(this.asSigned(request), desk.config as never, Date.now());
    if (opened.kind === 'refused') refuse(opened.because, { detail: opened.detail });
    await this.takeIn(channel, desk, opened);
    const told = await channel.answerRequest?.(this.asSigned(request), desk as never);
    const { type, body } = told ?? opened.answer ?? { type: 'text/plain; charset=utf-8', body: '' };
    response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
  }

  private asSigned(request: Request): WebhookRequest {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    return {
      method: request.method ?? 'POST',
      url: `${this.config.CHANNELS_PUBLIC_URL.replace(/\/$/, '')}${request.originalUrl}`,
      headers: Object.fromEntries(headers),
      body: rawBodyOf(request),
    };
  }

  private async takeIn(channel: AnyChannel, desk: Desk, { items, moved }: Opened): Promise<void> {
    for (const item of items) {
      const received = await readWhole(channel, desk, item);
      if (received) await desk.takeIn(received);
    }
    if (moved.length === 0) return;
    const isKnown = await this.postgres.transaction((tx) => this.settle.byProvider(tx, channel.name, moved));
    if (!isKnown) refuse('try-again');
  }
}
