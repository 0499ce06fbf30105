/** The queues a person may see: who waits how long, who is there, and what wait one who comes now may expect. */
import type { Queue, QueueRow, StaffV1 } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { isQueueOpen, may } from '@trunkline/rules';
import { answers, forecast, whoIsThere } from '../wait/expect-wait.ts';
import { type QueueFigures, readQueues } from './watch.store.ts';

export async function listQueues(postgres: Postgres, settings: LiveSettings, person: StaffV1): Promise<QueueRow[]> {
  const figures = new Map((await readQueues(postgres)).map((row) => [row.queue, row]));
  const routed = [...settings.staff.values()].filter((one) => one.active && answers(one));
  const there = await whoIsThere({ postgres, settings });
  const { queues } = settings.policy;
  const seen = queues.filter((queue) => may({ person, does: 'see-queue', thing: { queue: queue.code } }).ok);
  const waiting = Object.fromEntries([...figures.values()].map((row) => [row.queue, row.waiting]));
  /** For one who comes now, behind all who wait already. */
  const expectAtEnd = async ({ code, requires }: Queue): Promise<QueueRow['estimatedWait']> => {
    const { [code]: own = 0, ...others } = waiting;
    const wait = await forecast(postgres, there, { queue: code, requires, own, others });
    return wait.kind === 'range' ? { low: wait.low, high: wait.high } : null;
  };
  return Promise.all(
    seen.map(async (queue) => {
      const group = routed.filter((one) => one.groups.includes(queue.code));
      return {
        ...standing(queue, figures.get(queue.code)),
        estimatedWait: await expectAtEnd(queue),
        agentsOnline: there.filter((one) => one.groups.includes(queue.code)).length,
        agentsInGroup: group.length,
        open: isQueueOpen(settings.policy, queue.code, Date.now()),
      };
    }),
  );
}

function standing({ code, name }: Queue, figures: QueueFigures | undefined) {
  const { waiting = 0, offered = 0, assigned = 0, oldestArrivedAt = null } = figures ?? {};
  return { code, name, waiting, offered, assigned, oldestArrivedAt };
}
