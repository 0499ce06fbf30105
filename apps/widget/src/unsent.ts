/** Keeps what the visitor said until the desk has confirmed it: over a reload, a crash, a dead battery. */
import type { Unsent } from './chat-state.ts';
import type { Memory } from './memory.ts';

const most = 100;

/** `whose` keeps apart people who share a browser: one signs out, the next must not send the first one's words. */
export function readUnsent(memory: Memory, whose: string): readonly Unsent[] {
  try {
    const kept: unknown = JSON.parse(memory.read(`unsent.${whose}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** Adds to or takes from what all tabs keep together, rather than writing one tab's view over another's. */
export function keepUnsent(memory: Memory, whose: string, line: Unsent): void {
  const others = readUnsent(memory, whose).filter(({ txnId }) => txnId !== line.txnId);
  memory.write(`unsent.${whose}`, JSON.stringify([...others, line].slice(-most)));
}

export function forgetUnsent(memory: Memory, whose: string, txnId: string): void {
  const rest = readUnsent(memory, whose).filter((it) => it.txnId !== txnId);
  memory.write(`unsent.${whose}`, rest.length ? JSON.stringify(rest) : null);
}

function isUnsent(it: unknown): it is Unsent {
  const line = it as Partial<Unsent> | null;
  return typeof line?.txnId === 'string' && typeof line.text === 'string' && typeof line.at === 'string';
}
