/** Tells signed-in screens what changed, and nothing more: they fetch it by the routes, which decide again. */

import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AgentId, LiveChange, StaffV1 } from '@trunkline/contracts';
import { CONFIG, Drain, gauge, LiveSettings, Log, onScrape } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { Server, type Socket } from 'socket.io';
import type { GatewayConfig } from '../config.ts';
import { SessionsStore } from '../sign-in/sessions.store.ts';
import { isOwnOrigin, readCookie } from '../sign-in/signed-in.ts';
import { WhoWasHere } from '../sign-in/who-was-here.ts';
import { StaffStore } from '../staff/staff.store.ts';

type Staffed = Socket & { data: { token: string; personId: AgentId } };

/** How often sockets are held against revoked sessions and counted as signs of life. */
const checkMs = 3_000;

/** Websocket only, nobody unknown past the upgrade, a half-open line found within 12 s (design §6). */
const howToListen = {
  path: '/v1/live',
  transports: ['websocket' as const],
  serveClient: false,
  pingInterval: 6_000,
  pingTimeout: 6_000,
  maxHttpBufferSize: 64 * 1024,
};

const sockets = gauge({ name: 'trunkline_sockets_open', help: 'screens of staff that hang on this replica' });

@Injectable()
export class DeskSocket implements OnModuleDestroy {
  private server = new Server();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionsStore,
    private readonly staff: StaffStore,
    private readonly settings: LiveSettings,
    private readonly here: WhoWasHere,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: GatewayConfig,
    drain: Drain,
  ) {
    drain.onStart((withinMs) => this.moveOn(withinMs));
  }

  attach(http: HttpServer): void {
    this.server = new Server(http, {
      ...howToListen,
      allowRequest: (request, answer) => {
        this.mayEnter(request).then(
          (may) => answer(may ? null : 'not-signed-in', may),
          () => answer('try-again', false),
        );
      },
    });
    this.server.on('connection', (socket) => void this.welcome(socket as Staffed));
    onScrape(async () => sockets.set(this.server.engine.clientsCount));
    this.timer = setInterval(() => {
      this.closeEnded().catch((error) => this.log.warn('sessions could not be checked', { error }));
    }, checkMs).unref();
    this.settings.onChange('staff', () => this.moveRooms());
    this.settings.onChange('policy', () => {
      this.push('everybody', { kind: 'settings', id: 'policy', version: this.settings.policy.version });
    });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    // not told to leave: they come back by themselves, at another replica
    this.server.engine?.close();
  }

  /** Only the line under it is closed: a screen that was told to leave would not come back by itself. */
  private moveOn(withinMs: number): void {
    for (const socket of this.server.sockets.sockets.values())
      setTimeout(() => socket.conn.close(), Math.random() * withinMs);
  }

  private async mayEnter(request: IncomingMessage): Promise<boolean> {
    const token = tokenOf(request);
    if (!token) return false;
    if (bearerOf(request) === undefined && !isOwnOrigin(request, this.config)) return false;
    return (await this.sessions.whose(token)) !== null;
  }

  private async welcome(socket: Staffed): Promise<void> {
    const token = tokenOf(socket.request);
    const id = token === undefined ? null : await this.sessions.whose(token).catch(() => null);
    const person = id === null ? null : (this.settings.person(id) ?? (await this.staff.find(id)));
    if (!token || !person?.active) {
      socket.disconnect(true);
      return;
    }
    socket.data = { token, personId: person.id };
    await socket.join(roomsOf(person));
    this.here.note(person.id);
    socket.emit('changed', { kind: 'everything', id: '', version: 0 } satisfies LiveChange);
  }

  /**
   * `room`: `everybody`, `desk` (who is no department's member), `person:<id>`, `every-queue`, `queue:<code>`,
   * `every-escalation`, `escalations:<code>`, `department:<code>`. Whoever is in a room of `except` hears nothing.
   */
  push(room: string | string[], change: LiveChange, except: string[] = []): void {
    this.server.to(room).except(except).emit('changed', change);
  }

  typing(rooms: string[], typing: { conversationId: string; who: 'customer' | 'agent' }, except: string[] = []): void {
    this.server.to(rooms).except(except).emit('typing', typing);
  }

  /** A revoked session's socket is silent within 5 s, on whichever replica it hangs. */
  private async closeEnded(): Promise<void> {
    const sockets = [...this.server.sockets.sockets.values()] as Staffed[];
    for (const socket of sockets) if (socket.data.personId) this.here.note(socket.data.personId);
    const ended = new Set(await this.sessions.endedAmong([...new Set(sockets.flatMap((one) => one.data.token ?? []))]));
    for (const socket of sockets) if (ended.has(socket.data.token)) socket.disconnect(true);
  }

  private moveRooms(): void {
    for (const socket of [...this.server.sockets.sockets.values()] as Staffed[]) {
      const person = this.settings.person(socket.data.personId ?? '');
      if (!person) continue;
      if (!person.active) socket.disconnect(true);
      const rooms = new Set(roomsOf(person));
      for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) void socket.leave(room);
      void socket.join([...rooms]);
    }
    this.push('everybody', { kind: 'settings', id: 'staff', version: 0 });
  }
}

const bearerOf = (request: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];

const tokenOf = (request: IncomingMessage): string | undefined =>
  bearerOf(request) ?? readCookie(request.headers.cookie);

/** The server chooses the rooms: a group's conversations are pushed only to whoever may see them. */
function roomsOf(person: StaffV1): string[] {
  const own = ['everybody', `person:${person.id}`];
  if (person.role === 'department-member')
    return [...own, ...(person.departments ?? []).map((code) => `department:${code}`)];
  if (may({ person, does: 'list-customers' }).ok) own.push('desk');
  if (person.role === 'administrator') return [...own, 'every-queue', 'every-escalation'];
  const seen = (does: Act) => person.groups.filter((queue) => may({ person, does, thing: { queue } }).ok);
  return [
    ...own,
    ...seen('see-conversation').map((queue) => `queue:${queue}`),
    ...seen('see-escalation').map((queue) => `escalations:${queue}`),
  ];
}
