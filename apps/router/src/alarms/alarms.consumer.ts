/** Hears that alarms rang, and hands each to the room of its kind. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres } from '@trunkline/platform';
import { holdConversations } from '../intake/conversations.store.ts';
import { takeRang } from './alarms.store.ts';
import { onAlarm } from './on-alarm.ts';

@Controller()
export class AlarmsConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** One that was moved or taken off meanwhile is passed over; heard twice it is done once. */
  @Facts('alarm.rang')
  async hear(batch: Fact<'alarm.rang'>[]): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const held = await holdConversations(tx, [...new Set(batch.map(({ data }) => data.conversationId))]);
      const rang = await takeRang(
        tx,
        batch.map(({ data }) => data),
      );
      for (const alarm of rang) {
        const conversation = held.get(alarm.conversationId);
        if (conversation) await onAlarm[alarm.kind]?.(tx, { alarm, held: conversation, settings: this.settings });
      }
    });
  }
}
