/** On the way out: this replica says that it is going, serves on for a while, and has each connection come back elsewhere. */
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Has those who hang on sockets come back elsewhere, a few at a time, within so many ms. */
export type MoveOn = (withinMs: number) => void;

/** Who sends requests to us needs this part of the time to hear that we are going; whoever came back earlier came back here. */
const heardAfter = 1 / 3;
const lookEachMs = 50;

@Injectable()
export class Drain {
  private readonly movers: MoveOn[] = [];
  private going = false;

  isGoing = (): boolean => this.going;

  onStart(move: MoveOn): void {
    this.movers.push(move);
  }

  /** From the start on each answer says that its connection ends: a client's next request is not lost in a line that closes. */
  watch(server: Server): void {
    server.prependListener('request', (_request, response) => {
      if (this.going) response.shouldKeepAlive = false;
    });
  }

  /** Ends when nobody is connected any more, at the latest after `forMs`. */
  async run(server: Server, forMs: number): Promise<void> {
    this.going = true;
    if (forMs === 0) return;
    const until = Date.now() + forMs;
    await pause(forMs * heardAfter);
    for (const move of this.movers) move(forMs * heardAfter);
    while (Date.now() < until && (await connectionsOf(server)) > 0) await pause(lookEachMs);
  }
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((tell) => server.getConnections((error, count) => tell(error ? 0 : count)));
