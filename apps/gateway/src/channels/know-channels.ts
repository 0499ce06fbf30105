/** The channels' rows, asked of their owner at most once a minute: they change with a restart only. */
import { Injectable } from '@nestjs/common';
import type { ChannelRow, ChannelRows, StaffV1 } from '@trunkline/contracts';
import { AskOwner } from '../desk/ask-owner.ts';

const keptMs = 60_000;

@Injectable()
export class KnowChannels {
  private kept: { at: number; rows: Promise<ChannelRows> } | undefined;

  constructor(private readonly owner: AskOwner) {}

  list(person: Pick<StaffV1, 'id'>): Promise<ChannelRows> {
    if (this.kept && Date.now() - this.kept.at < keptMs) return this.kept.rows;
    const rows = this.owner.ask<ChannelRows>(person, 'channels', { path: '/internal/channels' });
    this.kept = { at: Date.now(), rows };
    rows.catch(() => {
      this.kept = undefined;
    });
    return rows;
  }

  async of(person: Pick<StaffV1, 'id'>, name: string): Promise<ChannelRow | undefined> {
    return (await this.list(person)).items.find((row) => row.name === name);
  }

  async anyHasWindow(person: Pick<StaffV1, 'id'>): Promise<boolean> {
    return (await this.list(person)).items.some(({ isOn, replyWindowHours }) => isOn && replyWindowHours !== null);
  }
}
