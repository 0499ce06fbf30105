/** Tests one door of the desk: writes to itself, waits for the conversation, answers, sees the answer arrive, ends it. */
import { randomBytes } from 'node:crypto';
import {
  type ConversationPage,
  type MessagePage,
  sayReason,
  type TestAnswered,
  type TestSent,
} from '@trunkline/contracts';
import type { Ask } from '../ask-gateway.ts';
import { SaidNo } from '../refused.ts';
import { waitFor } from './wait-for.ts';

export type Door = { channel: string; account: string };
/** Seconds: from sending to the conversation, from the answer to its sending, and to its arrival. */
export type Hops = { came?: number; sent?: number; arrived?: number };
export type DoorTested = Door & {
  outcome: 'passed' | 'failed' | 'not-looped';
  hops: Hops;
  /** What failed, or why it was not tested, or only in part. */
  because?: string;
  conversationId?: string;
};
/** `insists`: services are being killed meanwhile, so what gets no answer is asked again. */
export type Testing = { ask: Ask; withinMs: number; insists: boolean };

export async function testDoor(door: Door, testing: Testing): Promise<DoorTested> {
  const { ask, withinMs } = testing;
  const hops: Hops = {};
  const mark = `selftest-${randomBytes(8).toString('hex')}`;
  const failed = (because: string): DoorTested => ({ ...door, outcome: 'failed', hops, because });
  const sent = await send(door, mark, testing);
  if (sent.kind === 'not-looped')
    return { ...door, outcome: 'not-looped', hops, because: sayReason(sent.because, 'en') };
  if (sent.kind === 'failed') return failed(sayReason(sent.because, 'en', { detail: sent.detail }));
  const came = await waitFor(async () => (await find(ask, mark))[0], withinMs);
  if (!came) return failed(`it was sent, and no conversation came of it within ${withinMs / 1000} s`);
  hops.came = came.seconds;
  const { id: conversationId, state } = came.fact;
  if (state !== 'solved' && state !== 'closed')
    return failed(`its conversation ${conversationId} is ${state}: somebody may have been called to answer it`);
  const because = sent.isAnswered ? await answer({ conversationId, mark, hops }, testing) : undefined;
  const wrong = because ?? (await finish(mark, testing));
  if (wrong) return { ...failed(wrong), conversationId };
  const partly = sent.isAnswered ? {} : { because: 'not answered: answers go to another system' };
  return { ...door, outcome: 'passed', hops, conversationId, ...partly };
}

/** Insisting it keeps its mark: what was taken although nobody said so is then found once or twice, and ended both times. */
async function send({ channel, account }: Door, mark: string, { ask, withinMs, insists }: Testing): Promise<TestSent> {
  const path = `/v1/selftest/channels/${channel}`;
  const once = () => ask<TestSent>({ method: 'POST', path, body: { account, mark } }).catch(asFailed);
  if (!insists) return once();
  let last: TestSent | undefined;
  const sent = await waitFor(async () => {
    last = await once();
    return last.kind === 'failed' ? undefined : last;
  }, withinMs);
  return sent?.fact ?? last!;
}

async function finish(mark: string, { ask, withinMs }: Testing): Promise<string | undefined> {
  let last = '';
  const done = await waitFor(async () => {
    for (const { id } of await find(ask, mark)) {
      const path = `/v1/selftest/conversations/${id}/finish`;
      await ask({ method: 'POST', path }).catch((error: Error) => {
        last = error.message;
        throw error;
      });
    }
    return true;
  }, withinMs);
  return done ? undefined : `it could not be closed: ${last}`;
}

const asFailed = (error: Error): TestSent => ({
  kind: 'failed',
  because: error instanceof SaidNo && error.because === 'not-found' ? 'not-found' : 'test-not-sent',
  detail: error.message,
});

const find = async (ask: Ask, mark: string) =>
  (await ask<ConversationPage>({ path: `/v1/conversations?q=${mark}` })).items;

type Asked = { conversationId: string; mark: string; hops: Hops };

/** What went wrong, or undefined. Every channel that is answered proves the arrival, so less than that is not enough. */
async function answer({ conversationId, mark, hops }: Asked, { ask, withinMs, insists }: Testing) {
  const path = `/v1/selftest/conversations/${conversationId}/answer`;
  const once = () => ask<TestAnswered>({ method: 'POST', path, body: { mark } });
  try {
    const { messageId } = (insists ? (await waitFor(once, withinMs))?.fact : undefined) ?? (await once());
    const reach = (...states: string[]) =>
      waitFor(async () => {
        const { items } = await ask<MessagePage>({ path: `/v1/conversations/${conversationId}/messages` });
        const state = items.find(({ id }) => id === messageId)?.delivery?.state ?? '';
        return states.includes(state) ? state : undefined;
      }, withinMs);
    const sent = await reach('sent', 'delivered', 'read', 'failed', 'unknown');
    if (!sent) return `its answer was not sent within ${withinMs / 1000} s`;
    if (sent.fact === 'failed' || sent.fact === 'unknown') return `its answer is ${sent.fact}`;
    hops.sent = sent.seconds;
    const arrived = await reach('delivered', 'read');
    if (!arrived) return `its answer was sent and did not arrive within ${withinMs / 1000} s`;
    hops.arrived = Math.round((sent.seconds + arrived.seconds) * 100) / 100;
    return undefined;
  } catch (error) {
    return `it could not be answered: ${(error as Error).message}`;
  }
}
