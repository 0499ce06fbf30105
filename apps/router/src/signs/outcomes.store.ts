/** All SQL of outcomes: how contacts ended, and which are about one matter. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { Contact, Outcome, Tie } from '@trunkline/rules';

export type NewOutcomeRow = {
  id: string;
  conversationId: ConversationId;
  satisfied: boolean;
  because: 'reopened' | 'score' | 'said';
  reason?: string | null;
  score?: number | null;
  personId?: AgentId | null;
  /** Judged before it is solved: it is about the solution to come. */
  isOpen: boolean;
};

/** Gives, for each conversation, how many unsatisfied outcomes its customer had before these. */
export async function insertOutcomes(tx: Tx, outcomes: NewOutcomeRow[]): Promise<Map<ConversationId, number>> {
  const rows = await tx.query<{ id: ConversationId; before: number }>(
    `WITH given AS (
       SELECT g.*, (SELECT count(*) FROM event e WHERE e.conversation_id = g."conversationId" AND e.what = 'solved') AS solved
         FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, "conversationId" uuid, satisfied boolean, because text,
                reason text, score int, "personId" uuid, "isOpen" boolean)
     ), put AS (
       INSERT INTO outcome (id, conversation_id, resolution, satisfied, because, reason, score, person_id)
       SELECT id, "conversationId", CASE WHEN "isOpen" THEN solved + 1 ELSE greatest(solved, 1) END, satisfied, because,
              reason, score, "personId" FROM given
     )
     SELECT given."conversationId" AS id, (
         SELECT count(*) FROM conversation c JOIN address a ON a.id = c.address_id
           JOIN address same ON same.customer_id = a.customer_id
           JOIN conversation o ON o.address_id = same.id JOIN outcome ON outcome.conversation_id = o.id
          WHERE c.id = given."conversationId" AND NOT outcome.satisfied)::int AS before
       FROM given`,
    [JSON.stringify(outcomes)],
  );
  return new Map(rows.map(({ id, before }) => [id, before]));
}

/** One customer's outcomes are judged one after the other. */
export async function holdCustomer(tx: Tx, conversationId: ConversationId): Promise<void> {
  await tx.query(
    `SELECT p.id FROM customer p JOIN address a ON a.customer_id = p.id JOIN conversation c ON c.address_id = a.id
      WHERE c.id = $1 FOR NO KEY UPDATE OF p`,
    [conversationId],
  );
}

const texts = `(
  SELECT concat_ws(E'\\n', c.subject, string_agg(said.text, E'\\n' ORDER BY said.shown_at)) FROM (
    SELECT left(m.text, 2000) AS text, m.shown_at FROM message m
     WHERE m.conversation_id = c.id AND m.spoken_by = 'customer' ORDER BY m.shown_at LIMIT 20) said) AS text`;

export type KnownOutcome = Outcome & { id: string };

/** Of the conversation's customer over all channels, oldest first. */
export async function readOutcomes(tx: Tx, conversationId: ConversationId): Promise<KnownOutcome[]> {
  return tx.query(
    `SELECT u.id, c.id AS "conversationId", u.resolution, u.satisfied, u.flagged, to_json(u.at) AS "outcomeAt", c.label,
            to_json(c.arrived_at) AS at, ${texts}
       FROM conversation mine JOIN address a ON a.id = mine.address_id
       JOIN address same ON same.customer_id = a.customer_id
       JOIN conversation c ON c.address_id = same.id JOIN outcome u ON u.conversation_id = c.id
      WHERE mine.id = $1 AND u.at > now() - interval '1 year' ORDER BY u.at, u.id`,
    [conversationId],
  );
}

export type KnownContact = {
  conversationId: ConversationId;
  text: string;
  label: string | null;
  at: string;
  satisfied: boolean | null;
  lastWords: string;
  lastAt: string;
};

/** The customer's newest conversations, this one first. */
export async function readContacts(
  tx: Pick<Tx, 'query'>,
  conversationId: ConversationId,
  most: number,
): Promise<KnownContact[]> {
  return tx.query(
    `SELECT c.id AS "conversationId", c.label, to_json(c.arrived_at) AS at, c.last_words AS "lastWords",
            to_json(c.last_at) AS "lastAt", ${texts},
            (SELECT u.satisfied FROM outcome u WHERE u.conversation_id = c.id ORDER BY u.at DESC, u.id DESC LIMIT 1) AS satisfied
       FROM conversation mine JOIN address a ON a.id = mine.address_id
       JOIN address same ON same.customer_id = a.customer_id JOIN conversation c ON c.address_id = same.id
      WHERE mine.id = $1 ORDER BY c.id = mine.id DESC, c.last_at DESC LIMIT $2`,
    [conversationId, most],
  );
}

/** These conversations as contacts: what the customer said in each. */
export function readContactsOf(tx: Pick<Tx, 'query'>, ids: ConversationId[]): Promise<Contact[]> {
  return tx.query<Contact>(
    `SELECT c.id AS "conversationId", c.label, to_json(c.arrived_at) AS at, ${texts}
       FROM conversation c WHERE c.id = ANY ($1::uuid[])`,
    [[...new Set(ids)]],
  );
}

export async function readTies(tx: Pick<Tx, 'query'>, conversationId: ConversationId): Promise<Tie[]> {
  return tx.query(
    `SELECT t.one, t.other, t.tied FROM matter_tie t
      WHERE t.one IN (SELECT c.id FROM conversation mine JOIN address a ON a.id = mine.address_id
                        JOIN address same ON same.customer_id = a.customer_id
                        JOIN conversation c ON c.address_id = same.id WHERE mine.id = $1)`,
    [conversationId],
  );
}

type NewTie = { one: ConversationId; other: ConversationId; tied: boolean; personId: AgentId };

export async function putTie(tx: Tx, { one, other, tied, personId }: NewTie): Promise<void> {
  await tx.query(
    `INSERT INTO matter_tie (one, other, tied, person_id) VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4)
     ON CONFLICT (one, other) DO UPDATE SET tied = excluded.tied, person_id = excluded.person_id, at = now()`,
    [one, other, tied, personId],
  );
}
