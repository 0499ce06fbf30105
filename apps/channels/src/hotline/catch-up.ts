/** Asks Twilio which calls to us are over: reports of their ends that nobody heard are taken in, the others known. */
import type { Desk } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { askTwilio } from './ask-twilio.ts';
import type { HotlineConfig } from './config.ts';
import { parse } from './parse.ts';

type Listed = {
  sid: string;
  from: string;
  to: string;
  status: string;
  direction: string;
  duration?: string;
  end_time?: string;
};

const ends = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];

export async function catchUp(desk: Desk<HotlineConfig>): Promise<void> {
  for (const number of desk.config.numbers) {
    const answer = await askTwilio(desk.config, `Calls.json?${new URLSearchParams({ To: number, PageSize: '200' })}`);
    if (!answer.ok) throw new Error(`Twilio answered ${answer.status}`);
    const { calls = [] } = (readJson(Buffer.from(await answer.text())) ?? {}) as { calls?: Listed[] };
    for (const one of calls.filter(({ status, to }) => ends.includes(status) && to === number)) await take(desk, one);
  }
}

/** Under the key that Twilio's own report has. */
async function take(desk: Desk<HotlineConfig>, one: Listed): Promise<void> {
  const form = new URLSearchParams({
    step: 'status',
    CallSid: one.sid,
    CallStatus: one.status,
    From: one.from,
    To: one.to,
    ...(one.duration && { CallDuration: one.duration }),
    ...(one.end_time && { Timestamp: one.end_time }),
  });
  const raw = Buffer.from(String(form));
  const parsed = await parse(raw);
  await desk.takeIn({ ...parsed, account: one.to, key: `${one.sid}:over:${one.status}`, raw } as never);
}
