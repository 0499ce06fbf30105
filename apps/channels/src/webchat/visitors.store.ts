/** All SQL of who walks on a page: one row a visitor and site, and their last steps, for as long as the operator says. */
import { type ChatTrail, newId, type VisitorStep } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Whose } from './chats.store.ts';
import { searchTerm } from './search-term.ts';

export type Arrived = Whose & { language: string | null; device: string | null; region: string | null };

/** A tab says this often that it is still there. */
const hereSeconds = 45;
const stepsShown = 100;

/** Whoever sits there, and what they walked: the first referrer stays, since it is what brought them. */
export async function noteTrail(tx: Tx, who: Arrived, { referrer, visits, steps }: ChatTrail): Promise<void> {
  await tx.query(
    `INSERT INTO visitor (account, address, visits, referrer, search_term, region, language, device, here_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))
     ON CONFLICT (account, address) DO UPDATE SET visits = greatest(visitor.visits, excluded.visits),
       referrer = coalesce(visitor.referrer, excluded.referrer), region = coalesce(excluded.region, visitor.region),
       search_term = coalesce(visitor.search_term, excluded.search_term), language = excluded.language,
       device = excluded.device, here_until = excluded.here_until, last_seen_at = now()`,
    [
      who.account,
      who.address,
      visits,
      referrer,
      searchTerm(referrer),
      who.region,
      who.language,
      who.device,
      hereSeconds,
    ],
  );
  if (steps.length === 0) return;
  await tx.query(
    `INSERT INTO visitor_step (id, account, address, at, kind, url, title, name, step_values)
     SELECT s.id, $1, $2, least(s.at, now()), s.kind, s.url, s.title, s.name, s.values
       FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, at timestamptz, kind text, url text, title text, name text, values jsonb)
     ON CONFLICT ON CONSTRAINT visitor_step_once DO NOTHING`,
    [who.account, who.address, JSON.stringify(steps.map((step) => ({ ...step, id: newId() })))],
  );
}

/** Still there, or just gone; who never let themselves be seen stays unseen. Answers whether anybody is known. */
export async function noteHere(postgres: Postgres, { account, address }: Whose, isHere: boolean): Promise<boolean> {
  const rows = await postgres.query(
    `UPDATE visitor SET here_until = now() + make_interval(secs => $3), last_seen_at = now()
      WHERE account = $1 AND address = $2 RETURNING 1`,
    [account, address, isHere ? hereSeconds : 0],
  );
  return rows.length > 0;
}

type Row = {
  isHere: boolean;
  lastSeenAt: Date;
  visits: number;
  referrer: string | null;
  searchTerm: string | null;
  region: string | null;
  language: string | null;
  device: string | null;
};
export type SeenVisitor = { row: Row | undefined; form: Record<string, string>; steps: VisitorStep[] };

export async function readVisitorOf(postgres: Postgres, { account, address }: Whose): Promise<SeenVisitor> {
  const [row] = await postgres.query<Row>(
    `SELECT here_until > now() AS "isHere", last_seen_at AS "lastSeenAt", visits, referrer, search_term AS "searchTerm",
            region, language, device FROM visitor WHERE account = $1 AND address = $2`,
    [account, address],
  );
  const [chat] = await postgres.query<{ form: Record<string, string> }>(
    'SELECT form FROM chat_session WHERE account = $1 AND address = $2',
    [account, address],
  );
  const steps = await postgres.query<Omit<VisitorStep, 'at'> & { at: Date }>(
    `SELECT at, kind, url, title, name, step_values AS values FROM visitor_step
      WHERE account = $1 AND address = $2 ORDER BY at DESC, id DESC LIMIT $3`,
    [account, address, stepsShown],
  );
  return { row, form: chat?.form ?? {}, steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
}

export async function forgetOld(postgres: Postgres, days: number): Promise<void> {
  await postgres.query(`DELETE FROM visitor_step WHERE at < now() - make_interval(days => $1)`, [days]);
  await postgres.query(`DELETE FROM visitor WHERE last_seen_at < now() - make_interval(days => $1)`, [days]);
}
