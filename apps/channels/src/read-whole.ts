/** Reads one item that a provider handed over, with all that it only names: who wrote, and the bytes of its files. */
import { refuse } from '@trunkline/platform';
import type { AnyChannel, Desk, Received } from './channel.ts';
import { fitKey } from './fit-key.ts';

type Named = { account: string; key: string; raw: Buffer; hasOwnKey?: true };

type Reads = Pick<AnyChannel, 'parse' | 'complete' | 'fetchFiles'>;

/** Null: it is no customer's. A provider whose files cannot be had just now is asked to hand it over again. */
export async function readWhole(channel: Reads, desk: Desk, item: Named): Promise<Received | null> {
  const parsed = await channel.parse(item.raw, desk.config as never);
  const fit = { account: fitKey(item.account), key: fitKey(item.key) };
  let received = { ...parsed, ...item, ...fit } as Received;
  if (received.kind !== 'message') return received;
  if (channel.complete) {
    const completed = await channel.complete(received, desk as never);
    if (!completed) return null;
    received = completed;
  }
  if (!channel.fetchFiles) return received;
  const files = await channel.fetchFiles(received, desk as never).catch(() => refuse('try-again'));
  return { ...received, files: [...received.files, ...files] };
}
