/** Where escalations are told beside the console: targets are kept here, tried out, and what they were told is listed. */

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  NewTarget,
  type Notification,
  type Notifications,
  NotificationsAsked,
  type NotifyTarget,
  type NotifyTargets,
  newId,
  type StaffV1,
} from '@trunkline/contracts';
import { CONFIG, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import type { GatewayConfig } from '../config.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { readAllowed } from './judge-address.ts';
import { insertClaimed, listNotifications, queueAgain } from './notifications.store.ts';
import { closeTarget } from './open-target.ts';
import { SendDue } from './send-due.ts';
import { deleteTarget, findTargets, holdTarget, listTargets, saveTarget, takenCodes } from './targets.store.ts';

@Controller('v1/notify')
@UseGuards(SignedIn)
export class NotifyController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly sending: SendDue,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Get('targets')
  @Does('read-targets')
  async list(): Promise<NotifyTargets> {
    return { items: await listTargets(this.postgres) };
  }

  @Post('targets')
  @Does('change-targets')
  async add(@Person() person: StaffV1, @Body(parse(NewTarget)) given: NewTarget): Promise<NotifyTarget> {
    const code = await this.postgres.transaction(async (tx) => {
      const beginning = codeOf(given);
      const found = freeCode(beginning, await takenCodes(tx, beginning));
      await saveTarget(tx, closeTarget(found, { given, held: null }, this.sealing()), person.id);
      return found;
    });
    return this.show(code);
  }

  @Put('targets/:code')
  @Does('change-targets')
  async change(
    @Person() person: StaffV1,
    @Param('code') code: string,
    @Body(parse(NewTarget)) given: NewTarget,
  ): Promise<NotifyTarget> {
    await this.postgres.transaction(async (tx) => {
      const held = (await holdTarget(tx, code)) ?? refuse('not-found');
      await saveTarget(tx, closeTarget(code, { given, held }, this.sealing()), person.id);
    });
    return this.show(code);
  }

  /** One that a level of the ladder names stays: whoever counts on it would not be told. */
  @Delete('targets/:code')
  @HttpCode(204)
  @Does('change-targets')
  async remove(@Param('code') code: string): Promise<void> {
    const level = this.settings.policy.time.ladder.find(({ notify }) => notify.includes(code));
    if (level) refuse('target-is-used', { level: level.level });
    if (!(await deleteTarget(this.postgres, code))) refuse('not-found');
  }

  /** Sent now, once; also to one that is switched off. */
  @Post('targets/:code/test')
  @HttpCode(200)
  @Does('change-targets')
  async test(@Param('code') code: string): Promise<Notification> {
    const [target] = await findTargets(this.postgres, [code]);
    if (!target) refuse('not-found');
    const row = { id: newId(), target: code, escalationId: null, said: { kind: 'test' } } as const;
    await this.sending.send(await insertClaimed(this.postgres, row), target);
    const [sent] = await listNotifications(this.postgres, { id: row.id, limit: 1 });
    return sent ?? refuse('not-found');
  }

  @Get('notifications')
  @Does('read-targets')
  async told(@Query(parse(NotificationsAsked)) { target, limit }: NotificationsAsked): Promise<Notifications> {
    return { items: await listNotifications(this.postgres, { target, limit }) };
  }

  /** Where a person wants it told all the same; whoever hears it twice knows it by its id. */
  @Post('notifications/:id/send-again')
  @HttpCode(200)
  @Does('send-notification-again')
  async again(@Param('id', ParseUUIDPipe) id: string): Promise<Notification> {
    const isQueued = await queueAgain(this.postgres, id);
    const [found] = await listNotifications(this.postgres, { id, limit: 1 });
    if (!found) refuse('not-found');
    if (!isQueued) refuse('notification-not-failed', { state: found.state });
    this.sending.poke();
    return found;
  }

  private async show(code: string): Promise<NotifyTarget> {
    return (await listTargets(this.postgres)).find((target) => target.code === code) ?? refuse('not-found');
  }

  private sealing() {
    return { keys: this.config.SEAL_KEYS, allowed: readAllowed(this.config.NOTIFY_ALLOWED_HOSTS) };
  }
}

/** What of the name is plain letters; else what kind it is. */
function codeOf({ name, kind }: NewTarget): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || kind;
}

function freeCode(beginning: string, taken: ReadonlySet<string>): string {
  let nth = 1;
  while (taken.has(nth === 1 ? beginning : `${beginning}-${nth}`)) nth += 1;
  return nth === 1 ? beginning : `${beginning}-${nth}`;
}
