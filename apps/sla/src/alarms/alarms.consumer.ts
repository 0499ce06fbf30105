/** Hears what the router wants to be woken for, and for what no more. */
import { Controller } from '@nestjs/common';
import type { AlarmId, Fact } from '@trunkline/contracts';
import { Facts, Postgres } from '@trunkline/platform';
import { poke } from '../clocks/alarm.ts';
import { setTimers } from '../clocks/timers.store.ts';
import { endMatters } from '../escalations/matters.store.ts';
import { type AlarmWord, keepAlarms, mattersOfAlarms, silenceAlarms } from './alarms.store.ts';

type AlarmFact = Fact<'alarm.set' | 'alarm.off'>;

@Controller()
export class AlarmsConsumer {
  constructor(private readonly postgres: Postgres) {}

  /** Whatever their order, the highest version of each counts; moved or taken off it leaves the ladder. */
  @Facts('alarm.set', 'alarm.off')
  async hear(batch: AlarmFact[]): Promise<void> {
    const newest = new Map<AlarmId, AlarmWord>();
    for (const word of batch.map(wordOf)) {
      if (word.version > (newest.get(word.id)?.version ?? 0)) newest.set(word.id, word);
    }
    await this.postgres.transaction(async (tx) => {
      const changed = await keepAlarms(tx, [...newest.values()]);
      const words = [...changed].map((id) => newest.get(id)!);
      await silenceAlarms(tx, [...changed]);
      await setTimers(tx, words.flatMap(timerOf));
      const over = await mattersOfAlarms(tx, [...changed]);
      await endMatters(
        tx,
        over.map((id) => ({ id, because: 'answered' })),
      );
      tx.afterCommit(poke);
    });
  }
}

function wordOf({ type, data }: AlarmFact): AlarmWord {
  const { alarmId: id, alarmVersion: version, conversationId, queue } = data;
  const none = { kind: null, aboutId: null, dueAt: null, escalates: false };
  const set = type === 'alarm.set' ? pick(data) : none;
  return { id, version, conversationId, queue, ...set };
}

const pick = ({ kind, aboutId, dueAt, escalates }: Fact<'alarm.set'>['data']) => ({ kind, aboutId, dueAt, escalates });

const timerOf = ({ id, version, conversationId, dueAt }: AlarmWord) =>
  dueAt === null ? [] : [{ conversationId, about: id, step: `alarm-${version}`, dueAt: Date.parse(dueAt) }];
