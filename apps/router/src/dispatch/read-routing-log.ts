/** Reads a span of the routing log page by page, from the snapshot that a replay of it begins with. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PolicyV1, RoutingLogAsked, RoutingLogPage, RoutingSnapshot } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { firstInputAt, lastStepBefore, readDecisions, readSteps, snapshotBefore } from './routing-log.store.ts';

const unpack = promisify(gunzip);
type Remembered = RoutingSnapshot['remembered'];

export async function readRoutingLog(postgres: Postgres, asked: RoutingLogAsked): Promise<RoutingLogPage> {
  if (asked.cursor !== undefined) return readPage(postgres, { ...readCursor(asked.cursor), limit: asked.limit });
  const snapshot = await findBeginning(postgres, new Date(asked.from).toISOString());
  const until = await lastStepBefore(postgres, asked.to);
  const page = await readPage(postgres, { after: snapshot.step, until, limit: asked.limit });
  return { snapshot, ...page };
}

async function findBeginning(postgres: Postgres, from: string): Promise<RoutingSnapshot> {
  const firstAt = await firstInputAt(postgres);
  const kept = await snapshotBefore(postgres, from);
  if (kept && (kept.at <= from || firstAt === undefined)) {
    const { policy, ...remembered } = JSON.parse(String(await unpack(kept.body))) as Remembered & { policy: PolicyV1 };
    return { step: kept.step, at: kept.at, policyVersion: kept.policyVersion, policy, remembered };
  }
  const remembered = { agents: [], conversations: [] };
  return { step: 0, at: firstAt ?? from, policyVersion: defaultPolicy.version, policy: defaultPolicy, remembered };
}

type Span = { after: number; until: number; limit: number };

async function readPage(postgres: Postgres, { after, until, limit }: Span): Promise<RoutingLogPage> {
  const rows = await readSteps(postgres, { after, until, limit });
  if (rows.length === 0) return { items: [], next: null };
  const last = rows.at(-1)!.step;
  const decisions = await readDecisions(postgres, rows[0]!.step, last);
  const items = rows.map(({ outcome, ...input }) => ({
    input,
    outcome: outcome ?? { kind: 'heard' as const },
    isParked: outcome?.kind === 'parked',
    decisions: decisions.get(input.step) ?? [],
  }));
  return { items, next: last < until ? `${last}-${until}` : null };
}

function readCursor(cursor: string): { after: number; until: number } {
  const [after, until] = cursor.split('-').map(Number);
  return { after: after!, until: until! };
}
