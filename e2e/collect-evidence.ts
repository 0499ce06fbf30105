/** Collects what a run left behind: by the public API what people see, by SQL only what no screen shows. */
import type { ConversationPage, MessagePage } from '@trunkline/contracts';
import type { Books, Evidence, LoadSeen, Rest, Shown, Span } from '@trunkline/testing';
import pg from 'pg';
import type { Desk } from './desk.ts';
import type { House } from './start-house.ts';

type Outside = Pick<Evidence, 'sent' | 'replied' | 'got'>;

export async function collectEvidence(house: House, administrator: Desk, outside: Outside): Promise<Evidence> {
  const shown = await showEverything(administrator);
  const parked = await administrator.parked();
  return withDatabase(house, async (database) => ({
    ...outside,
    shown,
    parked: parked.items.filter((one) => one.takenInAt === null).map(({ id, raw }) => ({ id, raw })),
    spans: await readSpans(database),
    loads: await readLoads(database),
    books: await readBooks(database),
    rest: await readRest(house, administrator, database),
  }));
}

/** How many of the customers' messages are stored or parked by now: cheap to ask again and again. */
export function countArrived(house: House): Promise<number> {
  return withDatabase(house, async (database) => {
    const { rows } = await database.query(
      `SELECT (SELECT count(*) FROM router.message WHERE spoken_by = 'customer')
            + (SELECT count(*) FROM router.parked) + (SELECT count(*) FROM channels.parked) AS count`,
    );
    return Number(rows[0].count);
  });
}

/** What is still under way, in sentences; none once all is quiet. */
export function lookForUnrest(house: House, administrator: Desk): Promise<string[]> {
  return withDatabase(house, async (database) => {
    const books = await readBooks(database);
    const rest = await readRest(house, administrator, database);
    const open = { unpublished: books.unpublished, lag: rest.lag };
    return [
      ...rest.notReady,
      ...books.withoutEffect,
      ...rest.waitingForNothing.map((id) => `${id} waits`),
      ...Object.entries(open).flatMap(([what, counts]) =>
        Object.entries(counts).flatMap(([service, count]) => (count > 0 ? [`${service}: ${what} ${count}`] : [])),
      ),
    ];
  });
}

async function withDatabase<T>(house: House, ask: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: house.run.postgres });
  await database.connect();
  try {
    return await ask(database);
  } finally {
    await database.end();
  }
}

async function showEverything(desk: Desk): Promise<Shown[]> {
  const all = 'bot,waiting,offered,assigned,with-customer,solved,closed';
  const shown: Shown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: ConversationPage = await desk.ask(`/conversations?state=${all}&limit=200${next}`);
    for (const row of page.items) shown.push(...(await messagesOf(desk, row.id)));
    cursor = page.next;
  }
  return shown;
}

async function messagesOf(desk: Desk, conversationId: string): Promise<Shown[]> {
  const { items } = await desk.ask<MessagePage>(`/conversations/${conversationId}/messages`);
  return items.map((message, place) => ({
    messageId: message.id,
    conversationId,
    place,
    from: message.from,
    text: `${message.subject ?? ''}\n${message.text}`,
    delivery: message.delivery && { state: message.delivery.state, attempt: message.delivery.attempt },
  }));
}

async function readSpans(database: pg.Client): Promise<Span[]> {
  const { rows } = await database.query(
    `SELECT conversation_id AS "conversationId", agent_id AS "agentId", offered_at AS "from", ended_at AS "to"
       FROM router.assignment`,
  );
  return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to?.toISOString() ?? null }));
}

/** Mail and SMS weigh nothing while the customer is to answer: their assignment is active and carries no room. */
async function readLoads(database: pg.Client): Promise<LoadSeen[]> {
  const { rows } = await database.query(
    `SELECT l.agent_id AS "agentId", l.load, l.capacity, l.override,
            coalesce((SELECT sum(a.weight) FROM router.assignment a JOIN router.conversation c ON c.id = a.conversation_id
                       WHERE a.agent_id = l.agent_id AND a.active
                         AND NOT (c.state = 'with-customer' AND c.standard IN ('mail', 'sms'))), 0)::int AS carried
       FROM router.agent_load l`,
  );
  return rows;
}

async function readBooks(database: pg.Client): Promise<Books> {
  const one = async (sql: string) => Number((await database.query(sql)).rows[0].count);
  const unpublished: Record<string, number> = {};
  for (const service of ['channels', 'router', 'sla', 'gateway']) {
    unpublished[service] = await one(`SELECT count(*) FROM ${service}.outbox WHERE published_at IS NULL`);
  }
  return {
    receipts: await one('SELECT count(*) FROM channels.inbound_receipt'),
    routed: await one(
      'SELECT count(*) FROM channels.inbound_receipt r WHERE EXISTS (SELECT 1 FROM router.message m WHERE m.receipt_id = r.id)',
    ),
    parked: await one(
      `SELECT count(*) FROM channels.inbound_receipt r WHERE state = 'parked'
          AND NOT EXISTS (SELECT 1 FROM router.message m WHERE m.receipt_id = r.id)`,
    ),
    erased: await one("SELECT count(*) FROM channels.inbound_receipt WHERE state = 'erased'"),
    unpublished,
    withoutEffect: await factsWithoutEffect(database),
  };
}

/** Each fact that a service must act on, and the row by which its effect is known. */
async function factsWithoutEffect(database: pg.Client): Promise<string[]> {
  const parkedBy = (service: string) => `NOT EXISTS (SELECT 1 FROM ${service}.parked p WHERE p.event_id = o.event_id)`;
  const { rows } = await database.query(`
    SELECT 'message.received ' || o.event_id AS fact FROM channels.outbox o
     WHERE o.type = 'message.received' AND ${parkedBy('router')}
       AND NOT EXISTS (SELECT 1 FROM router.message m WHERE m.receipt_id = (o.body::jsonb->>'receiptId')::uuid)
    UNION ALL
    SELECT 'reply.written ' || o.event_id FROM router.outbox o
     WHERE o.type = 'reply.written' AND ${parkedBy('channels')}
       AND NOT EXISTS (SELECT 1 FROM channels.outbound s WHERE s.id = (o.body::jsonb->>'messageId')::uuid)
    UNION ALL
    SELECT 'delivery.sent ' || o.event_id FROM channels.outbox o
     WHERE o.type = 'delivery.sent' AND ${parkedBy('router')}
       AND EXISTS (SELECT 1 FROM router.message m WHERE m.id = (o.body::jsonb->>'messageId')::uuid AND m.delivery_state = 'queued')
    UNION ALL
    SELECT 'conversation.opened ' || o.event_id FROM router.outbox o
     WHERE o.type = 'conversation.opened' AND o.body::jsonb->>'automatic' IS NULL AND ${parkedBy('sla')}
       AND NOT EXISTS (SELECT 1 FROM sla.followed_conversation k WHERE k.conversation_id = (o.body::jsonb->>'conversationId')::uuid)`);
  return rows.map((row) => row.fact);
}

async function readRest(house: House, administrator: Desk, database: pg.Client): Promise<Rest> {
  const run = house.look();
  const urls = { gateway: run.api, channels: run.channels };
  const notReady: string[] = [];
  const lag: Record<string, number> = {};
  for (const [service, url] of Object.entries(urls)) {
    if (!(await fetch(`${url}/health/ready`)).ok) notReady.push(service);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    lag[service] = Number(/^trunkline_consumer_lag(?:\{.*\})? (\d+)/m.exec(metrics)?.[1] ?? 0);
  }
  const { rows } = await database.query(
    `SELECT (SELECT count(*) FROM router.dispatch_input WHERE step IS NULL)::int AS inputs,
            (SELECT count(*) FROM channels.outbound WHERE state IN ('queued', 'sending'))::int AS words`,
  );
  if (rows[0].inputs > 0) notReady.push(`the dispatcher (${rows[0].inputs} inputs not taken)`);
  // a sending that a kill cut in two shows as unknown once its lease of 60 s has run out
  if (rows[0].words > 0) notReady.push(`the way out (${rows[0].words} words under way)`);
  const waiting = await administrator.list('?state=waiting&limit=200');
  const { items: agents } = await administrator.ask<{
    items: { presence: { state: string; load: number; capacity: number } }[];
  }>('/agents');
  const hasRoom = agents.some(({ presence }) => presence.state === 'online' && presence.load + 2 <= presence.capacity);
  return { waitingForNothing: hasRoom ? waiting.map((row) => row.id) : [], lag, notReady };
}
