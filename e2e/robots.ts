/** Agents who take what rings and answer it, and customers who keep writing, whatever breaks meanwhile. */
import { randomUUID } from 'node:crypto';
import type { EvidenceLedger } from '@trunkline/testing';
import { sendMail, type Visitor } from './customer.ts';
import type { Desk } from './desk.ts';
import type { House } from './start-house.ts';

/** The same numbers for the same seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const breath = (ms: number) => new Promise((next) => setTimeout(next, ms));

/** Works until `isOver`; a service that is away is asked again, as a screen would. */
export async function work(desk: Desk, ledger: EvidenceLedger, isOver: () => boolean, everyMs = 250): Promise<void> {
  const answered = new Set<string>();
  while (!isOver()) {
    await breath(everyMs);
    try {
      await desk.comeOnline();
      for (const row of await desk.list('?assignee=me&state=offered,assigned')) {
        if (row.state === 'offered') await desk.order(row.id, 'accept');
        if (!answered.has(row.id)) {
          answered.add(row.id);
          await answer(desk, row.id, { ledger, isOver });
        }
        await desk.order(row.id, 'resolve');
      }
    } catch {
      // refused or away: the next round sees how it stands
    }
  }
}

/** One answer, one idempotency key, until the desk says that it stands. */
async function answer(desk: Desk, conversationId: string, run: { ledger: EvidenceLedger; isOver: () => boolean }) {
  const mark = `#r-${randomUUID().slice(0, 13)}#`;
  const headers = { 'idempotency-key': randomUUID() };
  const body = { text: `We see to it. ${mark}`, kind: 'reply' };
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const { id } = await desk.ask<{ id: string }>(`/conversations/${conversationId}/messages`, {
        method: 'POST',
        body,
        headers,
      });
      run.ledger.replied({ mark, messageId: id, conversationId });
      return;
    } catch (error) {
      if ((error as { status?: number }).status === 409) return;
      await breath(200);
    }
  }
}

export type Writing = { ledger: EvidenceLedger; random: () => number; pauseMs: number };

/** Writes its lines one after the other; of some the acknowledgement is “lost”, and they are said again. */
export async function chatAway(visitor: Visitor, lines: number, { ledger, random, pauseMs }: Writing): Promise<number> {
  const sender = randomUUID();
  let doubles = 0;
  for (let line = 0; line < lines; line += 1) {
    const mark = `#c-${randomUUID().slice(0, 13)}#`;
    const txnId = randomUUID();
    ledger.sent({ mark, channel: 'webchat', sender, at: new Date().toISOString(), acknowledgedAt: null });
    await sayUntilTaken(visitor, { text: `Where is my parcel? ${mark}`, txnId });
    ledger.acknowledged(mark);
    if (random() < 0.43) {
      doubles += 1;
      await sayUntilTaken(visitor, { text: `Where is my parcel? ${mark}`, txnId });
    }
    await breath(random() * 2 * pauseMs);
  }
  return doubles;
}

type Word = { text: string; txnId: ReturnType<typeof randomUUID> };

/** An answer may be a no, as while Postgres is away: a bubble keeps the word and says it again. */
async function sayUntilTaken(visitor: Visitor, { text, txnId }: Word): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await visitor.say(text, txnId)).ok) return;
    await breath(300);
  }
  throw new Error(`never taken: ${text}`);
}

/** The desk's mail server takes each mail once; what the desk does with it afterwards is the desk's promise. */
export async function mailAway(
  house: House,
  from: string,
  mails: number,
  { ledger, random, pauseMs }: Writing,
): Promise<void> {
  for (let mail = 0; mail < mails; mail += 1) {
    const mark = `#m-${randomUUID().slice(0, 13)}#`;
    ledger.sent({ mark, channel: 'email', sender: from, at: new Date().toISOString(), acknowledgedAt: null });
    await sendMail(house.run, { from, subject: `A question ${mark}`, text: 'Please tell me when my refund arrives.' });
    await breath(random() * 2 * pauseMs);
  }
}
