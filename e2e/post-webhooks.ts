/** Systems that post what their customers say, signed, at an even pace, each customer's words one after the other. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Sent } from '@trunkline/testing';

export type Posting = { url: string; secret: string; customers: number; eachSecond: number; isOver: () => boolean };

const tickMs = 20;

/** Resolves when all that was posted is answered. A no and a broken line are for whoever counts requests. */
export async function postWebhooks(posting: Posting): Promise<Sent[]> {
  const sent: Sent[] = [];
  const idle = Array.from({ length: posting.customers }, (_, at) => `customer-${at}`);
  const open = new Set<Promise<void>>();
  const began = performance.now();
  while (!posting.isOver()) {
    const due = ((performance.now() - began) / 1_000) * posting.eachSecond;
    while (sent.length < due && idle.length > 0) {
      const sender = idle.shift() as string;
      const item: Sent = {
        mark: `#w-${randomUUID().slice(0, 13)}#`,
        channel: 'webhook',
        sender,
        at: new Date().toISOString(),
        acknowledgedAt: null,
      };
      sent.push(item);
      const posted = post(posting, item).finally(() => {
        idle.push(sender);
        open.delete(posted);
      });
      open.add(posted);
    }
    await new Promise((next) => setTimeout(next, tickMs));
  }
  await Promise.all(open);
  return sent;
}

async function post({ url, secret }: Posting, item: Sent): Promise<void> {
  const body = JSON.stringify({
    from: { address: item.sender, name: item.sender },
    text: `Where is my parcel? ${item.mark}`,
    externalId: item.mark,
  });
  const id = `req_${item.mark.slice(1, -1)}`;
  const time = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`;
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': time,
    'webhook-signature': signature,
  };
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
  await answer?.text().catch(() => undefined);
  if (answer?.status === 200) item.acknowledgedAt = new Date().toISOString();
}
