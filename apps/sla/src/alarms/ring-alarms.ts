/** Says of alarms whose timers fired that they rang, once each; a limit that passed goes onto the ladder. */
import type { NewFact, Tx } from '@trunkline/platform';
import type { Fired } from '../clocks/timers.store.ts';
import { raiseMatters, type Wanted } from '../escalations/raise-matters.ts';
import type { Held } from '../escalations/tell-next.ts';
import { type KnownAlarm, standingAlarms } from './alarms.store.ts';

export async function ringAlarms(tx: Tx, fired: readonly Fired[], held: Held): Promise<NewFact[]> {
  const rung = fired.flatMap(({ about, step }) => {
    const version = /^alarm-(\d+)$/.exec(step)?.[1];
    return version ? [{ id: about, version: Number(version) }] : [];
  });
  if (rung.length === 0) return [];
  const alarms = await standingAlarms(tx, rung);
  const raised = await raiseMatters(tx, alarms.filter(({ escalates }) => escalates).map(matterOf), held);
  return [...alarms.map(say), ...raised];
}

const say = ({ id, version, conversationId, kind, aboutId, dueAt }: KnownAlarm): NewFact => ({
  type: 'alarm.rang',
  key: conversationId,
  data: {
    alarmId: id,
    alarmVersion: version,
    conversationId,
    kind,
    aboutId: aboutId as never,
    dueAt: new Date(dueAt).toISOString(),
  },
});

/** Set anew it is another limit, so another matter. */
const matterOf = ({ id, version, conversationId, queue, kind, dueAt }: KnownAlarm): Wanted => ({
  conversationId,
  trigger: 'limit-missed',
  what: `alarm ${id} ${version}`,
  clockId: null,
  queue,
  because: { code: `${kind}-overdue`, values: {} },
  begunAt: Date.parse(dueAt),
  overBecause: null,
});
