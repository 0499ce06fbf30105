/** Hears a routing log again from its snapshot on, and says where its decisions come out otherwise; for specs. */
import type { RoutingLogPage } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { Engine, type EngineInput, type Remembered } from '@trunkline/rules';
import { readRoutingLog } from './read-routing-log.ts';

/** All pages as one. */
export async function readAll(postgres: Postgres, from: string, limit = 50): Promise<RoutingLogPage> {
  const to = new Date(Date.now() + 3_600_000).toISOString();
  const all = await readRoutingLog(postgres, { from, to, limit });
  while (all.next !== null) {
    const page = await readRoutingLog(postgres, { from, to, limit, cursor: all.next });
    all.items.push(...page.items);
    all.next = page.next;
  }
  return all;
}

/** Decisions as text, byte for byte: those carried out beside those stored, a drop's beside those it says it took back. */
export function replay({ snapshot, items }: RoutingLogPage) {
  const engine = new Engine(snapshot!.policy);
  engine.restore(structuredClone(snapshot!.remembered) as unknown as Remembered, snapshot!.at);
  const made = new Map<string, string>();
  const stored = new Map<string, string>();
  const tookBack = new Set<string>();
  for (const { input, isParked, outcome, decisions } of items) {
    const heard = input as unknown as EngineInput;
    engine.beginBatch();
    for (const one of isParked ? engine.park(heard) : engine.hear(heard)) {
      if ('decision' in one) made.set(one.decision.id, JSON.stringify(one.decision));
    }
    for (const decision of decisions) stored.set(decision.id, JSON.stringify(decision));
    if (outcome.kind === 'took-back') for (const id of outcome.decisionIds) tookBack.add(id);
  }
  const different = [...made].filter(([id, text]) => (tookBack.has(id) ? stored.has(id) : stored.get(id) !== text));
  const missing = [...stored.keys()].filter((id) => !made.has(id));
  return { engine, decisions: made.size, tookBack: tookBack.size, different, missing };
}
