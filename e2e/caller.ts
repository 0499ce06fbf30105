/** Somebody who calls: the stand-in of Twilio starts the call, and what Twilio would do next is done step by step here. */
import { createHmac } from 'node:crypto';
import { eventually } from './eventually.ts';
import type { RunFile } from './start-house.ts';

type Form = Record<string, string>;

export class Caller {
  sid = '';
  /** What was told last, as TwiML; addresses in it are plain. */
  heard = '';
  private leg = `CA${'b'.repeat(32)}`;

  constructor(
    private readonly run: RunFile,
    readonly number: string,
  ) {}

  /** The stand-in signs and posts the first request by itself; the same once more lets us hear the answer. */
  async call(): Promise<this> {
    const { sid } = await this.ask<{ sid: string }>('/_twilio/simulate/inbound-call', {
      To: this.run.sms!.number,
      From: this.number,
    });
    this.sid = sid;
    await this.post(`${this.run.channels}/hooks/hotline`);
    return this;
  }

  /** Presses a key where one is asked for, and goes on to where nothing more is to be done at once. */
  async press(key: string): Promise<string> {
    const [, action = ''] = /<Gather[^>]* action="([^"]+)"/.exec(this.heard) ?? [];
    await this.post(action, { Digits: key });
    while (!this.heard.includes('<Gather') && this.heard.includes('<Redirect')) await this.follow();
    return this.heard;
  }

  /** No key is pressed: asks again, as often as it takes, what becomes of the call. */
  hears = (part: string) =>
    eventually(
      async () => {
        if (!this.heard.includes(part)) await this.follow();
        return this.heard.includes(part);
      },
      { what: `“${part}” on the line` },
    );

  connected = (phone: string) => this.hears(`>${phone}</Number>`);

  async agentPicksUp(): Promise<void> {
    const [, answered = ''] = /statusCallback="([^"]+)"/.exec(this.heard) ?? [];
    await this.post(answered, { CallSid: this.leg, ParentCallSid: this.sid }, false);
  }

  async bothHangUp({ seconds }: { seconds: number }): Promise<void> {
    const [, over = ''] = /<Dial action="([^"]+)"/.exec(this.heard) ?? [];
    const recording = `https://api.twilio.com/2010-04-01/Accounts/${this.run.sms!.account}/Recordings/RE1`;
    const dialled = { DialCallStatus: 'completed', DialCallSid: this.leg, DialCallDuration: String(seconds) };
    await this.post(over, { ...dialled, RecordingUrl: recording });
    await this.hangsUp();
  }

  /** Reported by the stand-in itself, under its own signature. */
  hangsUp = () => this.ask('/_twilio/simulate/call-status', { CallSid: this.sid, Status: 'completed' });

  private follow(): Promise<void> {
    const [, to = ''] = /<Redirect[^>]*>([^<]+)</.exec(this.heard) ?? [];
    return this.post(to);
  }

  private async post(url: string, more: Form = {}, isHeard = true): Promise<void> {
    const of = {
      CallSid: this.sid,
      From: this.number,
      To: this.run.sms!.number,
      CallStatus: 'in-progress',
      Direction: 'inbound',
    };
    const form: Form = { ...of, ...more };
    const sorted = Object.keys(form)
      .sort()
      .map((name) => name + form[name])
      .join('');
    const signature = createHmac('sha1', this.run.sms!.token)
      .update(url + sorted)
      .digest('base64');
    const headers = { 'x-twilio-signature': signature };
    const answer = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
    if (isHeard) this.heard = text.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
  }

  private path = (name: string) => `/2010-04-01/Accounts/${this.run.sms!.account}/${name}`;

  private async ask<T>(path: string, form?: Form): Promise<T> {
    const { account, token, api } = this.run.sms!;
    const answer = await fetch(`${api}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}
