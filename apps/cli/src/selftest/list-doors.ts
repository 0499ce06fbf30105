/** Which doors are tested: those of every channel that is switched on, or of those that are named. */
import type { ChannelRows } from '@trunkline/contracts';
import type { Ask } from '../ask-gateway.ts';
import { WrongUse } from '../refused.ts';
import type { Door } from './test-door.ts';

export async function listDoors(ask: Ask, only: string | undefined): Promise<Door[]> {
  const { items } = await ask<ChannelRows>({ path: '/v1/channels' });
  const on = items.filter(({ isOn }) => isOn);
  const wanted = only?.split(',');
  const stray = wanted?.find((name) => !on.some((row) => row.name === name));
  if (stray !== undefined)
    throw new WrongUse(`the channel ${stray} is not switched on: ${on.map(({ name }) => name).join(', ')}`);
  return on
    .filter(({ name }) => wanted?.includes(name) ?? true)
    .flatMap(({ name, accounts }) =>
      (accounts.length === 0 ? [''] : accounts).map((account) => ({ channel: name, account })),
    );
}
