/** The queues a person may see: who waits how long, who is there, and what wait the last hour's pace lets expect. */
import type { Queue, QueueRow, StaffV1 } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { isOpenAt, may } from '@trunkline/rules';
import { readPresences } from './presence.store.ts';
import { type QueueFigures, readQueues } from './watch.store.ts';

export async function listQueues(postgres: Postgres, settings: LiveSettings, person: StaffV1): Promise<QueueRow[]> {
  const figures = new Map((await readQueues(postgres)).map((row) => [row.queue, row]));
  const routed = [...settings.staff.values()].filter((one) => one.active && answers(one));
  const online = new Set(
    (
      await readPresences(
        postgres,
        routed.map((one) => one.id),
      )
    )
      .filter((row) => row.state === 'online')
      .map((row) => row.agentId),
  );
  const { queues, calendars } = settings.policy;
  return queues
    .filter((queue) => may({ person, does: 'see-queue', thing: { queue: queue.code } }).ok)
    .map((queue) => {
      const group = routed.filter((one) => one.groups.includes(queue.code));
      const open = isOpenAt(calendars[queue.calendar]!, Date.now());
      return {
        ...standing(queue, figures.get(queue.code)),
        agentsOnline: group.filter((one) => online.has(one.id)).length,
        agentsInGroup: group.length,
        open: open.ok && open.value,
      };
    });
}

const answers = ({ role }: StaffV1) => role === 'agent' || role === 'call-back-agent';

function standing({ code, name }: Queue, figures: QueueFigures | undefined) {
  const { waiting = 0, offered = 0, assigned = 0, oldestArrivedAt = null, takenLastHour = 0 } = figures ?? {};
  return { code, name, waiting, offered, assigned, oldestArrivedAt, estimatedWait: expect(waiting, takenLastHour) };
}

/** For one who comes now. Roughly: the pace of the last hour is all that is known. */
function expect(waiting: number, takenLastHour: number): QueueRow['estimatedWait'] {
  if (takenLastHour === 0) return null;
  const seconds = ((waiting + 1) * 3600) / takenLastHour;
  return { low: waiting === 0 ? 0 : Math.round(seconds * 0.7), high: Math.round(seconds * 1.5) };
}
