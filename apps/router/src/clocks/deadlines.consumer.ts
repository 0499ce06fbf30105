/** Hears the clocks: when the next is due, what is nearly late, whom to tell of a delay, what came to its end; and who follows what was escalated. */

import { Controller } from '@nestjs/common';
import type { ConversationId, Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres, type Tx } from '@trunkline/platform';
import { closeBySilence } from '../desk/close-by-silence.ts';
import { planFollowUps } from '../follow-ups/plan-follow-ups.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { tellDelays } from '../notices/tell-delays.ts';
import { type ClockFact, keepClocks } from './clocks.store.ts';
import { type FollowerFact, keepFollowers } from './keep-followers.ts';
import { moveForward } from './move-forward.ts';

type DeadlineFact = ClockFact | FollowerFact | Fact<'deadline.warned' | 'deadline.reached' | 'delay.foreseen'>;

@Controller()
export class DeadlinesConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Facts(
    'deadline.set',
    'deadline.moved',
    'deadline.paused',
    'deadline.resumed',
    'deadline.met',
    'deadline.warned',
    'deadline.reached',
    'delay.foreseen',
    'escalation.raised',
    'escalation.followed',
  )
  async hear(batch: DeadlineFact[]): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const heard = sortOut(batch);
      const acts = [...heard.warned, ...heard.reached, ...heard.delays, ...heard.followers];
      // all of them at once: whoever locks several does it in one order
      const ids = acts.length === 0 ? [] : batch.map(({ data }) => data.conversationId);
      const held = await holdConversations(tx, [...new Set(ids)]);
      await keepClocks(tx, heard.clocks);
      await keepFollowers(tx, heard.followers, held);
      for (const fact of heard.warned) await moveForward(tx, held.get(fact.data.conversationId), this.with(fact));
      await tellDelays(tx, heard.delays, { held, policy: this.settings.policy });
      await this.bringAbout(tx, heard.reached, held);
    });
  }

  /** What is to be asked later is planned before a conversation is closed for good. */
  private async bringAbout(tx: Tx, reached: Fact<'deadline.reached'>[], held: Held): Promise<void> {
    const of = (kind: string) => reached.filter(({ data }) => data.policy === kind).map(({ data }) => data);
    await planFollowUps(tx, of('follow-up'), held);
    await closeBySilence(tx, of('auto-close'), { held, policy: this.settings.policy });
  }

  private with(fact: Fact<'deadline.warned'>) {
    return { fact, policy: this.settings.policy };
  }
}

type Held = Map<ConversationId, HeldConversation>;

function sortOut(batch: DeadlineFact[]) {
  const clocks: ClockFact[] = [];
  const followers: FollowerFact[] = [];
  const warned: Fact<'deadline.warned'>[] = [];
  const reached: Fact<'deadline.reached'>[] = [];
  const delays: Fact<'delay.foreseen'>[] = [];
  for (const fact of batch) {
    if (fact.type === 'deadline.warned') warned.push(fact);
    else if (fact.type === 'deadline.reached') reached.push(fact);
    else if (fact.type === 'delay.foreseen') delays.push(fact);
    else if (fact.type === 'escalation.raised' || fact.type === 'escalation.followed') followers.push(fact);
    else clocks.push(fact);
  }
  return { clocks, warned, reached, delays, followers };
}
