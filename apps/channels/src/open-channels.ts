/** Opens every channel that is switched on once the service listens, and closes them before it stops. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
  type CallAsked,
  CallNow,
  type Standard,
  type TranscriptAsked,
  Waits,
  type WaitsAsked,
} from '@trunkline/contracts';
import { AskService, CONFIG, Drain, Fleeting, Leases, LiveSettings, Log, Postgres, refuse } from '@trunkline/platform';
import { type AnyChannel, type Desk, deskOf, type ReceivedMessage, type Receiving, type TakenIn } from './channel.ts';
import { Inbound } from './inbound.ts';
import { KeepFiles } from './keep-files.ts';
import { SettleUnknown } from './settle-unknown.ts';

export const CHANNELS = Symbol('channels');
export type OpenDesk = { channel: AnyChannel; desk: Desk };

/** The desks of the channels that are switched on. */
@Injectable()
export class Desks {
  private readonly desks = new Map<string, OpenDesk>();

  constructor(
    @Inject(CHANNELS) channels: readonly AnyChannel[],
    @Inject(CONFIG) config: Record<string, unknown>,
    inbound: Inbound,
    files: KeepFiles,
    settle: SettleUnknown,
    postgres: Postgres,
    leases: Leases,
    settings: LiveSettings,
    fleeting: Fleeting,
    http: HttpAdapterHost,
    services: AskService,
  ) {
    for (const channel of channels) {
      const own = channel.config.read(config);
      if (own === null) continue;
      const desk: Desk = {
        config: own,
        takeIn: (item) => inbound.takeIn(channel, item),
        takeInTogether: (items, alongside) => inbound.takeInTogether(channel, items, alongside),
        takeInAs: (standard, item) => this.takeInAs(inbound, standard, item),
        waitsOf: (visitors) => askWaits(services, channel.name, visitors),
        mailTranscript: (asked) => this.mailTranscript(services, channel.name, asked),
        wereDelivered: (tx, messageIds) => settle.byAnswer(tx, messageIds),
        wereRead: (tx, messageIds) => settle.byReader(tx, messageIds),
        readFile: async (sha256) => (await files.read(sha256))?.content,
        callNow: (call) => askCall(services, { channel: channel.name, call }),
        postgres,
        leases,
        settings,
        fleeting,
        get http() {
          return http.httpAdapter.getHttpServer();
        },
      };
      this.desks.set(channel.name, { channel, desk });
    }
  }

  of(name: string): OpenDesk | undefined {
    return this.desks.get(name);
  }

  all(): OpenDesk[] {
    return [...this.desks.values()];
  }

  /** The first channel of this standard that is switched on, and its first door. */
  doorOf(standard: Standard): { channel: AnyChannel; account: string } | null {
    for (const { channel, desk } of this.desks.values()) {
      const account = channel.standard === standard ? channel.doors?.(desk.config)[0] : undefined;
      if (account !== undefined) return { channel, account };
    }
    return null;
  }

  private async takeInAs(inbound: Inbound, standard: Standard, item: ReceivedMessage): Promise<TakenIn | null> {
    const door = this.doorOf(standard);
    return door && inbound.takeIn(door.channel, { ...item, account: door.account });
  }

  private async mailTranscript(services: AskService, channel: string, asked: Transcript): Promise<void> {
    const door = this.doorOf('mail') ?? refuse('no-mail-here');
    const body: TranscriptAsked = { channel, ...asked, by: { channel: door.channel.name, account: door.account } };
    await services.ask('router', { method: 'POST', path: '/internal/transcripts', body });
  }
}

type Transcript = Parameters<Desk['mailTranscript']>[0];

const askWaits = (services: AskService, channel: string, visitors: { account: string; address: string }[]) => {
  const body: WaitsAsked = { visitors: visitors.map((one) => ({ channel, ...one })) };
  return services.ask('router', { method: 'POST', path: '/internal/waits', body, schema: Waits });
};

/** A caller waits for the answer: shorter than the provider's own patience. */
const askCall = (services: AskService, body: CallAsked) =>
  services.ask('router', { method: 'POST', path: '/internal/calls/now', body, schema: CallNow, timeoutMs: 2_500 });

/** Lets a channel's own controllers and sockets inject their desk; null while the channel is off. */
export const provideDesk = (channel: AnyChannel): Provider => ({
  provide: deskOf(channel.name),
  useFactory: (desks: Desks) => desks.of(channel.name)?.desk ?? null,
  inject: [Desks],
});

@Injectable()
export class OpenChannels implements OnApplicationBootstrap, OnModuleDestroy {
  private open: Receiving[] = [];

  constructor(
    private readonly desks: Desks,
    private readonly log: Log,
    drain: Drain,
  ) {
    drain.onStart((withinMs) => {
      for (const receiving of this.open) receiving.moveOn?.(withinMs);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.open = await Promise.all(this.desks.all().map(({ channel, desk }) => channel.receive(desk as Desk<never>)));
    this.log.info('channels are open', { channels: this.desks.all().map(({ channel }) => channel.name) });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.allSettled(this.open.map((receiving) => receiving.stop()));
  }
}
