/** Takes in what Slack handed over by another way than the door: a socket, or a history. */
import type { AnyChannel, Desk } from '../channel.ts';
import { readWhole } from '../read-whole.ts';
import { complete } from './complete.ts';
import type { SlackConfig } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import type { Item } from './items-of.ts';
import { parse } from './parse.ts';

const reads = { parse, complete, fetchFiles } as Pick<AnyChannel, 'parse' | 'complete' | 'fetchFiles'>;

/** Resolves after the commit; rejects where nothing was stored: do not acknowledge. */
export async function takeItem(desk: Desk<SlackConfig>, item: Item): Promise<void> {
  const received = await readWhole(reads, desk, item);
  if (received) await desk.takeIn(received);
}
