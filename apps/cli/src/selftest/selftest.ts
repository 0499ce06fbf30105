/** `trunkline selftest`: sends through every channel to itself, and says whether the books balance. */
import { type Books, services } from '@trunkline/contracts';
import { type Ask, withGateway } from '../ask-gateway.ts';
import { readSettings } from '../read-settings.ts';
import { WrongUse } from '../refused.ts';
import { say } from '../say.ts';
import type { Asked, ExitCode } from '../verb.ts';
import { awaitBooks } from './await-books.ts';
import { killReplica } from './kill-replica.ts';
import { listDoors } from './list-doors.ts';
import { sayBooks, sayDoor } from './say-selftest.ts';
import { type Door, type DoorTested, testDoor } from './test-door.ts';

type How = { ask: Ask; json: boolean; withinMs: number; minutes: number; insists: boolean };

/** 0: every door that can be tested passed, and the books balance. Nothing is killed without --chaos. */
export async function selftest({ values }: Asked): Promise<ExitCode> {
  const text = (name: string) => values[name] as string | undefined;
  const [within, minutes] = [wholeNumber(values, 'within', 60), wholeNumber(values, 'minutes', 60)];
  const killing = { pids: text('pids'), namespace: text('namespace') };
  if (!values.chaos && (killing.pids ?? killing.namespace) !== undefined)
    throw new WrongUse('--pids and --namespace belong to --chaos: without it nothing is killed');
  if (values.chaos && (killing.pids === undefined) === (killing.namespace === undefined))
    throw new WrongUse('--chaos kills: say where, by --pids run.json or by --namespace NAME');
  return withGateway(readSettings({ values }), async (ask) => {
    const how: How = { ask, json: values.json === true, withinMs: within * 1000, minutes, insists: false };
    const doors = await listDoors(ask, text('only'));
    let isWell = await testAll(doors, how);
    if (values.chaos) {
      for (const service of services) {
        const killed = killReplica(service, killing);
        const during = testAll(doors, { ...how, withinMs: Math.max(how.withinMs, 120_000), insists: true });
        const said = await killed;
        await say(how.json ? JSON.stringify({ killed: service, said }) : `killed  ${service}: ${said}`);
        isWell = (await during) && isWell;
      }
    }
    const books = await awaitBooks(ask, { minutes, withinMs: how.withinMs });
    await tellBooks(books, how.json);
    return isWell && books.balanced ? 0 : 1;
  });
}

/** All at once: the doors are apart. */
async function testAll(doors: Door[], { json, ...testing }: How): Promise<boolean> {
  const tested = await Promise.all(
    doors.map(async (door): Promise<DoorTested> => {
      const done = await testDoor(door, testing);
      await say(json ? JSON.stringify({ door: done }) : sayDoor(done));
      return done;
    }),
  );
  return tested.every(({ outcome }) => outcome !== 'failed');
}

async function tellBooks(books: Books, json: boolean): Promise<void> {
  if (json) await say(JSON.stringify({ books }));
  else for (const line of sayBooks(books)) await say(line);
}

function wholeNumber(values: Asked['values'], name: string, otherwise: number): number {
  const given = values[name] ?? String(otherwise);
  if (!/^[1-9]\d{0,3}$/.test(String(given))) throw new WrongUse(`--${name} is a whole number`);
  return Number(given);
}
