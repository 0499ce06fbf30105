/** What the desk's indexes and rows take, in bytes as allocated. */
import type { DeskInMemory } from './desk-in-memory.ts';

/** `perAgent`: all of agents but their records; `ordered`: what queues need of conversations; `body`: what else is kept. */
export function weighDesk({ whoCan, rows, agents, waiting }: DeskInMemory) {
  const { agents: turns, waiting: queues } = whoCan.bytes;
  const { order, body } = rows.bytes;
  return { perAgent: turns + agents.bytes, ordered: order + queues + waiting.due.bytes, body };
}
