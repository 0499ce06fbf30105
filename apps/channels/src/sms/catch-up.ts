/** Asks Twilio for messages that came while nobody listened; those that are known change nothing. */
import type { Desk, Received } from '../channel.ts';
import { askTwilio } from './ask-twilio.ts';
import type { SmsConfig } from './config.ts';
import { parse } from './parse.ts';

/** An outage longer than this is a matter for people; more is asked for by hand. */
const longestOutageMs = 72 * 3_600_000;
const pageSize = 100;

type Listed = { sid: string; from: string; to: string; body: string | null; direction: string; date_created: string };
type Page = { messages: Listed[]; next_page_uri?: string | null };

/** Newest first, number by number. Rejects where Twilio cannot be asked. */
export async function catchUp(desk: Desk<SmsConfig>): Promise<void> {
  const since = Date.now() - longestOutageMs;
  for (const number of desk.config.numbers) {
    const from = new Date(since).toISOString().slice(0, 10);
    const query = new URLSearchParams({ To: number, 'DateSent>': from, PageSize: String(pageSize) });
    let next: string | null = `Messages.json?${query}`;
    while (next) {
      const page: Page = await read(desk.config, next);
      const recent = page.messages.filter((one) => Date.parse(one.date_created) >= since);
      for (const one of recent) if (one.direction === 'inbound') await desk.takeIn(await itemOf(one));
      next = recent.length === page.messages.length ? (page.next_page_uri ?? null) : null;
    }
  }
}

async function read(config: SmsConfig, path: string): Promise<Page> {
  const answer = await askTwilio(config, path);
  if (!answer.ok) throw new Error(`Twilio answered ${answer.status}`);
  return (await answer.json()) as Page;
}

/** As if it had been posted: the same id makes it the same message. */
async function itemOf({ sid, from, to, body }: Listed): Promise<Received> {
  const raw = Buffer.from(new URLSearchParams({ MessageSid: sid, From: from, To: to, Body: body ?? '' }).toString());
  return { ...(await parse(raw)), account: to, key: sid, raw } as Received;
}
