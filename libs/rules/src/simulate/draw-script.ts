/** Draws days out of a profile: who comes when, how long each would take and wait, and who works when. */
import type { AgentId, ConversationId, DayProfile, Flow, PolicyV1 } from '@trunkline/contracts';
import type { InputBodies } from '../assign/engine-input.ts';
import { chooseQueue } from '../classify/choose-queue.ts';
import { findLabel } from '../classify/find-label.ts';
import { orderKey } from '../priority/order-key.ts';
import type { Arrival, Deed, Part, Reaction, Script } from '../replay/script.ts';
import { drawAround, drawExponential, type Random } from './draw.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const liveStandards: readonly string[] = ['chat', 'call'];

/** `startsAt`: the local midnight of the first day, in ms. The policy is the one that the days are drawn for. */
export type Drawing = { profile: DayProfile; policy: PolicyV1; startsAt: number; days: number; random: Random };

export function drawScript(drawing: Drawing): Script {
  const { profile, policy, startsAt, days } = drawing;
  const parts = new Map<ConversationId, Part>();
  const arrivals = drawArrivals(drawing).map(({ at, flow }, number) => {
    const id = conversationIdOf(number);
    parts.set(id, drawPart(drawing, flow, number));
    return arrivalOf({ at, flow, number, id }, policy);
  });
  const handlings = profile.flows.map((flow) => flow.handlingSeconds * 1000);
  return {
    start: { step: 0, at: new Date(startsAt).toISOString(), policy, remembered: { agents: [], conversations: [] } },
    until: startsAt + days * dayMs,
    arrivals,
    people: [...peopleOf(drawing)],
    parts,
    absences: new Map(),
    typical: {
      accepts: profile.acceptSeconds * 1000,
      handling: {},
      anyHandling: handlings.reduce((sum, one) => sum + one, 0) / handlings.length,
      absence: 120_000,
    },
  };
}

function drawArrivals({ profile, startsAt, days, random }: Drawing): { at: number; flow: Flow }[] {
  const drawn = profile.flows.flatMap((flow) => {
    const found: { at: number; flow: Flow }[] = [];
    for (let hour = 0; hour < days * 24; hour += 1) {
      const rate = flow.perHour[hour % 24]!;
      const begins = startsAt + hour * hourMs;
      if (rate === 0) continue;
      for (let at = drawExponential(random, hourMs / rate); at < hourMs; at += drawExponential(random, hourMs / rate))
        found.push({ at: begins + Math.floor(at), flow });
    }
    return found;
  });
  return drawn.sort((a, b) => a.at - b.at);
}

/** Gives up after its patience, or is done after its handling, whichever is its case. */
function drawPart({ profile, random }: Drawing, flow: Flow, number: number): Part {
  const order = firstOrder + number;
  const leaves = (clock: Deed['clock'], after: number): Deed => ({
    clock,
    after,
    order,
    input: leavesOf(number, order),
  });
  const patience = flow.patienceSeconds === null ? null : drawExponential(random, flow.patienceSeconds * 1000);
  const handling = drawAround(random, flow.handlingSeconds * 1000, flow.handlingSpread);
  const reactions: Reaction[] = random() < profile.missedShare ? [{ kind: 'ring-ended', after: 0, note: '' }] : [];
  reactions.push({ kind: 'accepts', after: drawExponential(random, profile.acceptSeconds * 1000), note: '' });
  return {
    deeds: [
      ...(patience === null ? [] : [leaves('waiting', Math.ceil(patience))]),
      leaves('taken', Math.ceil(handling)),
    ],
    reactions,
  };
}

type Coming = { at: number; flow: Flow; number: number; id: ConversationId };

function arrivalOf({ at, flow, number, id }: Coming, policy: PolicyV1): Arrival {
  const { standard, account, language } = flow;
  const found = findLabel(flow.label, policy);
  const arrivedAt = new Date(at).toISOString();
  const weighed: NonNullable<InputBodies['waits']['weighed']> = {
    arrivedAt,
    standard,
    account,
    language,
    label: found ? flow.label : null,
    topic: found?.topic.code ?? null,
    kind: found?.label.kind ?? null,
    urgency: found?.label.urgency ?? 'normal',
    complexity: found?.label.complexity ?? 0,
    isVip: false,
    isSensitive: false,
    isCallBackAfterDrop: false,
    isNearLimit: false,
  };
  const { queue } = chooseQueue(weighed, policy);
  const body: InputBodies['waits'] = {
    queue,
    standard,
    language,
    requires: language === 'zh' || language === 'en' ? { [`lang-${language}`]: 1 } : {},
    weight: policy.standards[standard].weight,
    live: liveStandards.includes(standard),
    orderKeyParts: orderKey({ ...weighed, queue }, policy),
    preferredAgentId: null,
    preferredUntil: null,
    avoid: [],
    weighed,
  };
  const order = firstOrder + number;
  const input: Arrival['input'] = {
    ...blank,
    id: order,
    step: order,
    at: arrivedAt,
    kind: 'waits',
    conversationId: id,
    body,
  };
  return { input, policy };
}

/** Staff are there before anybody comes: their orders are below. */
const firstOrder = 1_000_000;
const blank = { conversationId: null, agentId: null, routingVersion: null };
const leavesOf = (number: number, order: number): Extract<Deed['input'], { kind: 'leaves' }> => ({
  ...blank,
  id: order,
  step: order,
  at: '',
  kind: 'leaves',
  conversationId: conversationIdOf(number),
  body: { because: 'solved' },
});

export const conversationIdOf = (number: number) =>
  `00000000-0000-7000-8c00-${number.toString(16).padStart(12, '0')}` as ConversationId;

/** A shift ends by taking nothing new: what one has is finished. */
function* peopleOf({ profile, startsAt, days }: Drawing): Generator<Script['people'][number]> {
  let order = 0;
  const inputOf = (ms: number, agentId: AgentId) => {
    order += 1;
    return { ...blank, id: order, step: order, at: new Date(ms).toISOString(), agentId };
  };
  for (const { record } of profile.shifts) yield { ...inputOf(startsAt, record.id), kind: 'staff', body: { record } };
  for (let day = 0; day < days; day += 1) {
    for (const { record, from, to } of profile.shifts) {
      const at = (minutes: number) => startsAt + day * dayMs + minutes * 60_000;
      const comes = { state: 'online' as const, because: { code: 'signed-in' } };
      const goes = { state: 'away' as const, because: { code: 'signed-out' } };
      yield { ...inputOf(at(from), record.id), kind: 'presence', body: comes };
      if (to < 1440) yield { ...inputOf(at(to), record.id), kind: 'presence', body: goes };
    }
  }
}
