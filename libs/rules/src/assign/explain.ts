/** The working of a decision: everybody's first failing rule, the parts of the key, and what would make it otherwise. */
import type { Because, Candidate, Decision, DecisionId } from '@trunkline/contracts';
import type { Choice } from './choose-agent.ts';
import type { Desk } from './desk.ts';
import { capacityOf, isInGroup, lackingSkill } from './may-take.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

/** A decision shows at most so many; of a big desk those nearest to being chosen. */
const mostShown = 40;
/** Nearest first: whoever comes later failed earlier. */
const nearness = [
  'less-suited',
  'declined-it-before',
  'missed-it-before',
  'is-full',
  'not-this-channel',
  'lacks-skill',
];

export type Made = { id: DecisionId; step: number; kind: Decision['kind'] };

export function explain(conversation: RememberedConversation, choice: Choice, made: Made & { desk: Desk }): Decision {
  const { desk, id, step, kind } = made;
  return {
    id,
    step,
    at: desk.at,
    policyVersion: desk.policy.version,
    kind,
    agentId: choice.winner?.id ?? null,
    because: choice.because,
    queue: conversation.queue,
    ring: conversation.ring,
    requires: Object.fromEntries(choice.required.skills),
    orderKeyParts: conversation.orderKeyParts,
    candidates: showCandidates(choice, desk),
    wouldChange: wouldChange(conversation, choice, desk),
  };
}

function showCandidates(choice: Choice, desk: Desk): Candidate[] {
  const chosen = choice.winner ? [show(choice.winner, choice.because, true)] : [];
  const behind = choice.able.filter((agent) => agent !== choice.winner);
  const others = desk.routed.filter((agent) => choice.failed.has(agent.id));
  const near = (agent: RememberedAgent) => (nearness.indexOf(choice.failed.get(agent.id)!.code) + 9) % 9;
  if (others.length > mostShown) others.sort((a, b) => near(a) - near(b) || (a.id < b.id ? -1 : 1));
  return [
    ...chosen,
    ...behind.slice(0, mostShown).map((agent) => show(agent, { code: 'less-suited', values: {} }, false)),
    ...others.slice(0, mostShown).map((agent) => show(agent, choice.failed.get(agent.id)!, false)),
  ].slice(0, mostShown);
}

function show(agent: RememberedAgent, because: Because, chosen: boolean): Candidate {
  const { id, load, idleSince } = agent;
  return { agentId: id, name: agent.record?.name ?? '', chosen, because, load, capacity: capacityOf(agent), idleSince };
}

function wouldChange(conversation: RememberedConversation, choice: Choice, desk: Desk): Because[] {
  const next = choice.able.find((agent) => agent !== choice.winner);
  if (choice.winner) return next ? [{ code: 'next-in-turn', values: { agent: next.record?.name ?? '' } }] : [];
  const widens = conversation.widenAt ? [{ code: 'widens-at', values: { at: conversation.widenAt } }] : [];
  return [...whatIsMissing(choice, desk), ...widens];
}

function whatIsMissing({ because, required }: Choice, desk: Desk): Because[] {
  if (because.code === 'no-agent-with-skill') {
    const almost = desk.routed.find((agent) => {
      const lacks = lackingSkill(agent, required);
      return (
        agent.presence === 'online' && isInGroup(agent, required) && lacks && (agent.record?.skills[lacks[0]] ?? 0) > 0
      );
    });
    if (!almost) return [{ code: 'one-signs-in', values: {} }];
    const [skill, level] = lackingSkill(almost, required)!;
    return [{ code: 'a-level-more', values: { agent: almost.record?.name ?? '', skill, level } }];
  }
  if (because.code === 'nobody-online' || because.code === 'outside-hours')
    return [{ code: 'one-signs-in', values: {} }];
  return because.code === 'declined-by-all' ? [] : [{ code: 'room-frees', values: {} }];
}
