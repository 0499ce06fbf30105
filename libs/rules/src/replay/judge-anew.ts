/** What the engine would have heard of one who waits, had another policy judged where it belongs and what it weighs. */
import type { PolicyV1, Urgency } from '@trunkline/contracts';
import type { InputBodies } from '../assign/engine-input.ts';
import type { RememberedConversation } from '../assign/remembered.ts';
import { queueOf } from '../assign/required-now.ts';
import { chooseQueue } from '../classify/choose-queue.ts';
import { findLabel } from '../classify/find-label.ts';
import { orderKey } from '../priority/order-key.ts';

type Waits = InputBodies['waits'];
type Told = NonNullable<Waits['weighed']>;
/** `recorded` was in force when it was recorded; `at` is when it begins to wait now. */
type Judging = { recorded: PolicyV1; tried: PolicyV1; at: number };

/** `weighed` may have been said with an earlier wait of the same conversation. */
export function judgeAnew(body: Waits, weighed: Told | undefined, { recorded, tried, at }: Judging): Waits {
  const preferredUntil = new Date(at + tried.assignment.preferredAgentSeconds * 1000).toISOString();
  const { weighed: _, ...said } = body;
  const told = weighed && anew(weighed, recorded, tried);
  const wasPlaced = !weighed || chooseQueue(weighed, recorded).queue !== body.queue;
  const queue = wasPlaced || !told ? knownQueue(body.queue, tried) : chooseQueue(told, tried).queue;
  return {
    ...said,
    ...whatQueueAsks({ ...body, queue }, tried),
    orderKeyParts: told ? orderKey({ ...told, queue }, tried) : body.orderKeyParts,
    preferredUntil: body.preferredAgentId === null ? null : preferredUntil,
    ...(weighed && { weighed }),
  };
}

/** One who waits already when the span begins: of it is known only where it stood. */
export function takeOver(one: RememberedConversation, tried: PolicyV1): RememberedConversation {
  const queue = knownQueue(one.queue, tried);
  return one.state === 'waiting' ? { ...one, ...whatQueueAsks({ ...one, queue }, tried) } : { ...one, queue };
}

type Asking = Pick<Waits, 'queue' | 'standard' | 'requires'>;

function whatQueueAsks({ queue, standard, requires }: Asking, tried: PolicyV1) {
  const languages = Object.entries(requires).filter(([skill]) => skill.startsWith('lang-'));
  return {
    queue,
    requires: { ...queueOf(tried, queue)?.requires, ...Object.fromEntries(languages) },
    weight: tried.standards[standard].weight,
  };
}

const knownQueue = (code: string, tried: PolicyV1) => (queueOf(tried, code) ? code : tried.routing.otherwise);

const rank: Record<Urgency, number> = { low: 0, normal: 1, high: 2, critical: 3 };

/** What a label says of itself is the policy's to say; urgency beyond it came from the words, and stays. */
function anew(told: Told, recorded: PolicyV1, tried: PolicyV1): Told {
  const was = findLabel(told.label, recorded);
  const is = findLabel(told.label, tried);
  if (!was || !is) return told;
  const byWords = rank[told.urgency] > rank[was.label.urgency];
  const urgency = byWords && rank[told.urgency] > rank[is.label.urgency] ? told.urgency : is.label.urgency;
  return { ...told, topic: is.topic.code, kind: is.label.kind, complexity: is.label.complexity, urgency };
}
