/** Tells the router every 10 s whose screens are open here, so that nobody rings for an empty chair. */

import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AskService, KafkaBatches, Log } from '@trunkline/platform';
import { WhoWasHere } from '../sign-in/who-was-here.ts';
import { DeskSocket } from './desk.socket.ts';

const everyMs = 10_000;

@Injectable()
export class TellSeen implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly services: AskService,
    private readonly here: WhoWasHere,
    private readonly socket: DeskSocket,
    private readonly kafka: KafkaBatches,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tell(), everyMs).unref();
    // a group that joins anew begins at the end: what was said meanwhile has to be fetched
    this.kafka.onReplicaJoined(() => this.socket.push('everybody', { kind: 'everything', id: '', version: 0 }));
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The router away: the next round tells it, and `goneAfterSeconds` is several rounds long. */
  private async tell(): Promise<void> {
    const agentIds = this.here.take();
    if (agentIds.length === 0) return;
    await this.services
      .ask('router', { method: 'POST', path: '/internal/presence/seen', body: { agentIds } })
      .catch((error) => this.log.warn('the router was not told who is here', { error }));
  }
}
