/** A report of a call as the router hears it, whoever made it: a telephone system, a person, or the clock. */
import type { AgentId, CallChangedV1 } from '@trunkline/contracts';
import type { LiveSettings } from '@trunkline/platform';
import type { CallReport } from '@trunkline/rules';

export type HeardCall = Omit<CallChangedV1, 'receiptId' | 'receivedAt'> & {
  receiptId: CallChangedV1['receiptId'] | null;
  /** Opened by a person; whose it is, in which queue. */
  byHand?: { agentId: AgentId; queue: string };
};

/** Of calls opened by hand: no telephone system reports for it, and nothing written goes out by it. */
export const byHandChannel = 'phone';

/** By the number at the desk or by the telephone, however they are spaced. */
export function findAgent(said: string | null, { staff }: Pick<LiveSettings, 'staff'>): AgentId | null {
  if (said === null || said.trim() === '') return null;
  const asked = plain(said);
  for (const one of staff.values()) {
    if (one.active && (plain(one.number) === asked || (one.phone && plain(one.phone) === asked))) return one.id;
  }
  return null;
}

export const plain = (number: string): string => number.replace(/[\s()./-]/g, '').toLowerCase();

export const reportOf = ({ state, at, agent, isUnreached, ...rest }: HeardCall): CallReport => ({
  state,
  at: new Date(at).toISOString(),
  // a telephone that nobody picked up says nothing of who took the call
  agent: isUnreached ? null : agent,
  language: rest.language,
  topic: rest.topic,
  name: rest.name,
  recordingUrl: rest.recordingUrl,
  voicemail: rest.voicemail,
  seconds: rest.seconds,
});
