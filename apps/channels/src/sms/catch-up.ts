/** Asks Twilio for messages that came while nobody listened; those that are known change nothing. */
import type { AnyChannel, Desk } from '../channel.ts';
import { readWhole } from '../read-whole.ts';
import { askTwilio } from './ask-twilio.ts';
import type { SmsConfig } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { parse } from './parse.ts';

/** An outage longer than this is a matter for people; more is asked for by hand. */
const longestOutageMs = 72 * 3_600_000;
const pageSize = 100;
const reads = { parse, fetchFiles } as Pick<AnyChannel, 'parse' | 'fetchFiles'>;

type Listed = {
  sid: string;
  from: string;
  to: string;
  body: string | null;
  direction: string;
  date_created: string;
  num_media?: string | null;
};
type Media = { media_list?: { uri: string; content_type: string }[] };
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
      for (const one of recent) if (one.direction === 'inbound') await takeListed(desk, one);
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
async function takeListed(desk: Desk<SmsConfig>, listed: Listed): Promise<void> {
  const { sid, from, to, body } = listed;
  const form = { MessageSid: sid, From: from, To: to, Body: body ?? '', ...(await mediaOf(desk.config, listed)) };
  const raw = Buffer.from(new URLSearchParams(form).toString());
  const received = await readWhole(reads, desk, { account: to, key: sid, raw });
  if (received) await desk.takeIn(received);
}

async function mediaOf(config: SmsConfig, { sid, num_media: count }: Listed): Promise<Record<string, string>> {
  if (!(Number(count) > 0)) return {};
  const answer = await askTwilio(config, `Messages/${sid}/Media.json`);
  if (!answer.ok) throw new Error(`Twilio answered ${answer.status}`);
  const { media_list: media = [] } = (await answer.json()) as Media;
  const fields = media.flatMap(({ uri, content_type: type }, at) => [
    [`MediaUrl${at}`, `${config.api}${uri.replace(/\.json$/, '')}`],
    [`MediaContentType${at}`, type],
  ]);
  return { NumMedia: String(media.length), ...Object.fromEntries(fields) };
}
