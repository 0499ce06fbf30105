/** The roster: days of shifts, their file in and out, and who is on duty now. */

import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import {
  type AgentRows,
  type DutyRows,
  NewRosterDay,
  RosterAsked,
  type RosterDay,
  type RosterDays,
  RosterFile,
  type RosterTaken,
  type StaffV1,
} from '@trunkline/contracts';
import { LiveSettings, Postgres, parse, Refusal, refuse } from '@trunkline/platform';
import { judgeShifts, may } from '@trunkline/rules';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { StaffStore } from '../staff/staff.store.ts';
import { publishDays } from './publish-days.ts';
import { readRosterFile } from './read-roster-file.ts';
import { listDays, saveDay, saveDays } from './roster.store.ts';
import { sayDuty } from './say-duty.ts';
import { writeRosterFile } from './write-roster-file.ts';

const widestDays = 370;
const dayMs = 86_400_000;

@Controller('v1')
@UseGuards(SignedIn)
export class RosterController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly staff: StaffStore,
    private readonly owner: AskOwner,
  ) {}

  @Get('roster')
  @Does('read-roster')
  async list(@Person() person: StaffV1, @Query(parse(RosterAsked)) asked: RosterAsked): Promise<RosterDays> {
    return { items: await this.read(person, asked) };
  }

  @Get('roster/export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="roster.csv"')
  @Header('x-content-type-options', 'nosniff')
  @Does('read-roster')
  async write(@Person() person: StaffV1, @Query(parse(RosterAsked)) asked: RosterAsked): Promise<StreamableFile> {
    const days = await this.read(person, asked);
    const people = await this.people();
    return new StreamableFile(Buffer.from(writeRosterFile(days, { policy: this.settings.policy, people })), {
      type: 'text/csv; charset=utf-8',
    });
  }

  @Put('roster/:queue/:date')
  @Does('change-roster')
  async replace(
    @Person() person: StaffV1,
    @Param() { queue, date }: { queue: string; date: string },
    @Body(parse(NewRosterDay)) { shifts, version }: NewRosterDay,
  ): Promise<RosterDay> {
    if (!RosterAsked.shape.from.safeParse(date).success) refuse('no-such-date', { value: date.slice(0, 40) });
    const { policy } = this.settings;
    if (!policy.queues.some(({ code }) => code === queue)) refuse('no-such-queue', { queue: queue.slice(0, 100) });
    if (!may({ person, does: 'change-roster', thing: { queue } }).ok) refuse('not-your-group');
    const people = await this.people();
    const faults = judgeShifts(
      shifts.map((shift) => ({ ...shift, queue, date })),
      { policy, people },
    );
    if (faults.length > 0) refuseShifts(faults);
    return this.postgres.transaction(async (tx) => {
      const saved = (await saveDay(tx, { queue, date, shifts, version }, person.id)) ?? refuse('edited-meanwhile');
      await publishDays(tx, [saved]);
      return saved;
    });
  }

  /** All of it or nothing; a day that the file names is replaced as a whole. */
  @Post('roster/import')
  @HttpCode(200)
  @Does('change-roster')
  async take(@Person() person: StaffV1, @Body(parse(RosterFile)) { text, dryRun }: RosterFile): Promise<RosterTaken> {
    const { days, faults } = readRosterFile(text, {
      policy: this.settings.policy,
      staff: [...(await this.people()).values()],
      mayChange: (queue) => may({ person, does: 'change-roster', thing: { queue } }).ok,
    });
    if (!dryRun && days.length > 0) {
      await this.postgres.transaction(async (tx) => publishDays(tx, await saveDays(tx, days, person.id)));
    }
    return {
      days: days.length,
      shifts: days.reduce((sum, day) => sum + day.shifts.length, 0),
      faults: faults.map(({ line, because, value }) => ({
        line,
        because: because.code,
        values: because.values,
        value,
      })),
    };
  }

  @Get('duty')
  @Does('read-roster')
  async duty(@Person() person: StaffV1): Promise<DutyRows> {
    const { policy, roster, staff } = this.settings;
    const agents = await this.owner.ask<AgentRows>(person, 'router', { path: '/internal/agents' });
    const rows = sayDuty({ policy, roster, staff, agents: agents.items, at: Date.now() });
    return { items: rows.filter(({ queue }) => may({ person, does: 'see-roster-of', thing: { queue } }).ok) };
  }

  private async read(person: StaffV1, asked: RosterAsked): Promise<RosterDay[]> {
    if (Date.parse(asked.to) - Date.parse(asked.from) > widestDays * dayMs)
      refuse('span-too-wide', { days: widestDays });
    const days = await listDays(this.postgres, asked);
    return days.filter(({ queue }) => may({ person, does: 'see-roster-of', thing: { queue } }).ok);
  }

  private async people() {
    return new Map((await this.staff.list()).map(({ record }) => [record.id, record]));
  }
}

function refuseShifts(faults: ReturnType<typeof judgeShifts>): never {
  const [{ because }] = faults as [(typeof faults)[number]];
  const issues = faults.map((fault) => ({
    path: `shifts.${fault.index}`,
    message: fault.because.code,
    because: fault.because,
  }));
  throw new Refusal(because.code as ConstructorParameters<typeof Refusal>[0], { values: because.values, issues });
}
