/** The working of a decision: everybody's first failing rule, the parts of the key, and what would make it otherwise. */
import type { Because, Candidate, Decision, DecisionId } from '@trunkline/contracts';
import type { Desk } from './desk.ts';
import { capacityOf, isInGroup, lackingSkill, mayTake, restsFromIt } from './may-take.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

/** Up to so many people at the desk a decision shows everybody; beyond, the winner, the nearest few, and counts. */
export const smallDesk = 64;
/** So many of those behind the winner are shown at a big desk. */
export const nearest = 4;

export type Decided = {
  winner: RememberedAgent | null;
  because: Because;
  behind: RememberedAgent[];
  /** Routing looked at everybody for it; false where a person was named, or nobody is asked at all. */
  isWeighed: boolean;
};
export type Made = { id: DecisionId; step: number; kind: Decision['kind'] };

const lessSuited: Because = { code: 'less-suited', values: {} };

export function explain(conversation: RememberedConversation, decided: Decided, made: Made & { desk: Desk }): Decision {
  const { desk, id, step, kind } = made;
  const required = desk.requiredNow(conversation);
  const look = { desk, required, isBig: desk.routedCount > smallDesk };
  return {
    id,
    step,
    at: desk.at,
    policyVersion: desk.policy.version,
    kind,
    agentId: decided.winner?.id ?? null,
    because: decided.because,
    queue: conversation.queue,
    ring: conversation.ring,
    requires: required.requires,
    orderKeyParts: conversation.orderKeyParts,
    candidates: showCandidates(conversation, decided, look),
    counts: look.isBig && decided.isWeighed ? desk.countFailing(conversation, decided.winner) : undefined,
    wouldChange: wouldChange(conversation, decided, look),
  };
}

type Look = { desk: Desk; required: RequiredNow; isBig: boolean };

function showCandidates(conversation: RememberedConversation, decided: Decided, look: Look): Candidate[] {
  const { winner, because, behind, isWeighed } = decided;
  const shown = winner ? [show(winner, because, true)] : [];
  if (!isWeighed) return shown;
  const most = look.isBig ? Math.min(nearest, behind.length) : behind.length;
  for (let at = 0; at < most; at++) shown.push(show(behind[at]!, lessSuited, false));
  return look.isBig ? shown : [...shown, ...failing(conversation, decided, look)];
}

function failing(conversation: RememberedConversation, { winner, behind }: Decided, look: Look): Candidate[] {
  const { desk, required } = look;
  const able = new Set([winner?.id, ...behind.map((agent) => agent.id)]);
  return desk.routed().flatMap((agent) => {
    if (able.has(agent.id)) return [];
    const failed = mayTake(agent, conversation, { required, room: desk }) ?? restsFromIt(agent, conversation, desk.at);
    return [show(agent, failed ?? lessSuited, false)];
  });
}

function show(agent: RememberedAgent, because: Because, chosen: boolean): Candidate {
  const { id, load, idleSince } = agent;
  return { agentId: id, name: agent.record?.name ?? '', chosen, because, load, capacity: capacityOf(agent), idleSince };
}

function wouldChange(conversation: RememberedConversation, decided: Decided, look: Look): Because[] {
  const { winner, behind, isWeighed } = decided;
  if (!isWeighed) return [];
  if (winner) return behind[0] ? [{ code: 'next-in-turn', values: { agent: behind[0].record?.name ?? '' } }] : [];
  const would = whatIsMissing(decided.because, look);
  const { widenAt } = conversation;
  if (widenAt) would.push({ code: 'widens-at', values: { at: widenAt } });
  return would;
}

function whatIsMissing({ code, values }: Because, look: Look): Because[] {
  if (code === 'no-agent-with-skill' || code === 'no-agent-with-all-skills') return [whoIsMissing(values, look)];
  if (code === 'nobody-online' || code === 'outside-hours' || code === 'nobody-takes-this-channel')
    return [{ code: 'one-signs-in', values: {} }];
  if (code === 'all-had-their-share') return [{ code: 'share-begins-anew', values: {} }];
  if (code === 'nobody-else-there') return [{ code: 'one-signs-in', values: {} }];
  return code === 'declined-by-all' ? [] : [{ code: 'room-frees', values: {} }];
}

/** At a small desk who comes nearest to it is named. */
function whoIsMissing(values: Because['values'], { desk, required }: Look): Because {
  const almost = desk.routedCount > smallDesk ? undefined : findAlmost(required, desk);
  if (almost) {
    const [skill, level] = lackingSkill(almost, required)!;
    return { code: 'a-level-more', values: { agent: almost.record?.name ?? '', skill, level } };
  }
  if (values.skill === undefined) return { code: 'one-signs-in', values: {} };
  return { code: 'one-with-skill-signs-in', values };
}

function findAlmost(required: RequiredNow, desk: Desk): RememberedAgent | undefined {
  return desk.routed().find((agent) => {
    const lacks = lackingSkill(agent, required);
    const hasSome = lacks !== undefined && (agent.record?.skills[lacks[0]] ?? 0) > 0;
    return agent.presence === 'online' && isInGroup(agent, required) && hasSome;
  });
}
