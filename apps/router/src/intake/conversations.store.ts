/** All SQL by which intake and desk find, lock, open and change conversations. */
import type {
  AddressId,
  AgentId,
  AssignmentId,
  Because,
  ConversationId,
  ConversationState,
  CustomerId,
  MessageReceivedV1,
  OrderKeyParts,
  Standard,
  Urgency,
} from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type Alike, findAlike } from './find-alike.ts';
import { addressKey, type KnownAddresses } from './known-addresses.ts';

/** A conversation as it stands under its row lock. Instants are ISO. */
export type HeldConversation = {
  id: ConversationId;
  addressId: AddressId;
  customerId: CustomerId;
  /** The participant's address in the channel, and the name known for it. */
  address: string;
  addressName: string | null;
  threadKey: string;
  state: ConversationState;
  version: number;
  /** The version with which the customer's last words came. */
  customerVersion: number;
  routingVersion: number;
  channel: string;
  standard: Standard;
  account: string;
  live: boolean;
  queue: string;
  subject: string | null;
  language: string;
  urgency: Urgency;
  automatic: string | null;
  agentId: AgentId | null;
  /** Who stays with it until it is closed, where it was escalated. */
  followerId?: AgentId | null;
  assignmentId: AssignmentId | null;
  preferredAgentId: AgentId | null;
  arrivedAt: string;
  firstReplyAt: string | null;
  orderKeyParts: OrderKeyParts;
  orderKey: number;
  /** Whom a complaint of it is about. */
  hiddenFrom?: AgentId[];
  /** A ticket of it rests until the customer answers. */
  hasRestingTicket?: boolean;
  /** Where its messages went. */
  mergedInto?: ConversationId | null;
};

export const heldColumns = `
  c.id, c.address_id AS "addressId", a.customer_id AS "customerId", a.address, a.name AS "addressName",
  c.thread_key AS "threadKey", c.state, c.version::float8 AS version,
  c.customer_version::float8 AS "customerVersion", c.routing_version::float8 AS "routingVersion",
  c.channel, c.standard, c.account, c.live, c.queue, c.subject, c.language, c.urgency, c.automatic,
  c.agent_id AS "agentId", c.follower_id AS "followerId", c.hidden_from::text[] AS "hiddenFrom", c.assignment_id AS "assignmentId", c.preferred_agent_id AS "preferredAgentId",
  to_json(c.arrived_at) AS "arrivedAt", to_json(c.first_reply_at) AS "firstReplyAt",
  c.order_key_parts AS "orderKeyParts", c.order_key AS "orderKey",
  EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id AND t.state = 'with-customer') AS "hasRestingTicket",
  c.merged_into AS "mergedInto"`;

/** Locks conversations in the order of their ids, as everybody who locks several does, so that none wait in a ring. */
export async function holdConversations(tx: Tx, ids: string[]): Promise<Map<ConversationId, HeldConversation>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<HeldConversation>(
    `SELECT ${heldColumns} FROM conversation c JOIN address a ON a.id = c.address_id
      WHERE c.id = ANY($1::uuid[]) ORDER BY c.id FOR UPDATE OF c`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a batch may belong to, all of it locked. */
/** As they stand, without holding them: for what is said of something else than their course. */
export async function peekConversations(tx: Tx, ids: string[]): Promise<Map<ConversationId, HeldConversation>> {
  const rows = await tx.query<HeldConversation>(
    `SELECT ${heldColumns} FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type Places = {
  held: Map<ConversationId, HeldConversation>;
  /** Message-ID of an earlier message → its conversation. */
  byReference: Map<string, ConversationId>;
  /** Message-ID of a message that was split off → where it was before. */
  movedFrom?: Map<string, ConversationId>;
  /** Newest closed conversation of an address and thread: `addressId:threadKey`. */
  lastClosed: Map<string, ConversationId>;
  /** The sender's other open ones, for mails that name none. */
  alike?: Alike;
};

type Referenced = { reference: string; conversation_id: ConversationId; first_conversation_id: ConversationId | null };

export async function loadPlaces(tx: Tx, batch: MessageReceivedV1[], addresses: KnownAddresses): Promise<Places> {
  const referenced = await tx.query<Referenced>(
    // a forged mail may carry somebody's Message-ID: the last one counts, and that is never a suspect's
    `SELECT m.reference, m.conversation_id, m.first_conversation_id FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.reference = ANY($1) ORDER BY c.is_suspect DESC`,
    [batch.flatMap((message) => message.thread.answers)],
  );
  const threads = batch.map((message) => ({
    addressId: addresses.get(addressKey(message))!.addressId,
    key: message.thread.key,
  }));
  const sameThread = await tx.query<{ id: ConversationId; address_id: string; thread_key: string }>(
    `SELECT DISTINCT ON (c.address_id, c.thread_key) c.id, c.address_id, c.thread_key
       FROM unnest($1::uuid[], $2::text[]) AS asked (address_id, thread_key)
       JOIN conversation c ON c.address_id = asked.address_id AND c.thread_key = asked.thread_key
      ORDER BY c.address_id, c.thread_key, c.is_open DESC, c.arrived_at DESC`,
    [threads.map((thread) => thread.addressId), threads.map((thread) => thread.key)],
  );
  const claimed = batch.flatMap((message) => message.thread.conversationId ?? []);
  const known = new Set(referenced.map((row) => row.reference));
  const alike = await findAlike(tx, batch, { addresses, known });
  const alikeIds = [...alike.values()].flat().map((row) => row.id);
  const held = await holdConversations(tx, [
    ...new Set([
      ...alikeIds,
      ...referenced.map((row) => row.conversation_id),
      ...sameThread.map((row) => row.id),
      ...claimed,
    ]),
  ]);
  const merged = [...held.values()].flatMap(({ mergedInto }) =>
    mergedInto && !held.has(mergedInto) ? mergedInto : [],
  );
  for (const [id, into] of await holdConversations(tx, [...new Set(merged)])) held.set(id, into);
  return {
    held,
    alike,
    movedFrom: new Map(
      referenced.flatMap(({ reference, first_conversation_id: first }) => (first ? [[reference, first] as const] : [])),
    ),
    byReference: new Map(referenced.map((row) => [row.reference, row.conversation_id])),
    lastClosed: new Map(
      // as it stands under its lock: the desk may have closed it a moment ago
      sameThread
        .filter((row) => held.get(row.id)?.state === 'closed')
        .map((row) => [`${row.address_id}:${row.thread_key}`, row.id]),
    ),
  };
}

export type OpenedConversation = HeldConversation & {
  topic: string | null;
  label: string | null;
  confidence: number;
  evidence: string[];
  policyVersion: number;
  classifierVersion: number | null;
  isSuspect: boolean;
  continues: ConversationId | null;
  waitingBecause: Because | null;
  lastWords: string;
  lastAt: string;
  unread: number;
};

export async function insertConversations(tx: Tx, opened: OpenedConversation[]): Promise<void> {
  if (opened.length === 0) return;
  await tx.query(
    `INSERT INTO conversation (id, address_id, thread_key, state, version, customer_version, routing_version, channel, standard, account,
       live, queue, subject, language, label, topic, confidence, evidence, policy_version, classifier_version, urgency, automatic,
       is_suspect, order_key_parts, order_key, waiting_because, preferred_agent_id, continues, arrived_at, last_words,
       last_from, last_at, last_customer_at, unread, solved_at, hidden_from)
     SELECT id, "addressId", "threadKey", state, version, "customerVersion", "routingVersion", channel, standard, account, live, queue,
       subject, language, label, topic, confidence, evidence, "policyVersion", "classifierVersion", urgency, automatic, "isSuspect",
       "orderKeyParts", "orderKey", "waitingBecause", "preferredAgentId", continues, "arrivedAt", "lastWords",
       'customer', "lastAt", "lastAt", unread, CASE WHEN state = 'solved' THEN now() END,
       coalesce("hiddenFrom", '{}')
       FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, "addressId" uuid, "threadKey" text, state text,
         version bigint, "customerVersion" bigint, "routingVersion" bigint, channel text, standard text, account text, live boolean, queue text,
         subject text, language text, label text, topic text, confidence real, evidence jsonb, "policyVersion" int, "classifierVersion" int,
         urgency text, automatic text, "isSuspect" boolean, "orderKeyParts" jsonb, "orderKey" double precision,
         "waitingBecause" jsonb, "preferredAgentId" uuid, continues uuid, "arrivedAt" timestamptz, "lastWords" text,
         "lastAt" timestamptz, unread int, "hiddenFrom" uuid[])
      ORDER BY id`,
    [JSON.stringify(opened)],
  );
}

/** A conversation that was there and got customer's messages: how it stands afterwards. */
export type TouchedConversation = Pick<
  HeldConversation,
  'id' | 'state' | 'version' | 'customerVersion' | 'routingVersion' | 'preferredAgentId'
> & {
  lastWords: string;
  lastAt: string;
  added: number;
  /** It was solved and is open again: nobody holds it. */
  isReopened: boolean;
};

export async function touchConversations(tx: Tx, touched: TouchedConversation[]): Promise<void> {
  if (touched.length === 0) return;
  await tx.query(
    `UPDATE conversation c
        SET state = t.state, version = t.version, customer_version = t."customerVersion", routing_version = t."routingVersion",
            preferred_agent_id = t."preferredAgentId", last_words = t."lastWords", last_from = 'customer',
            last_at = greatest(c.last_at, t."lastAt"), 
            last_customer_at = CASE WHEN t.added > 0 THEN greatest(c.last_customer_at, t."lastAt") ELSE c.last_customer_at END,
            unread = c.unread + t.added,
            agent_id = CASE WHEN t."isReopened" THEN NULL ELSE c.agent_id END,
            assignment_id = CASE WHEN t."isReopened" THEN NULL ELSE c.assignment_id END,
            waiting_because = CASE WHEN t."isReopened" THEN '{"code":"just-arrived","values":{}}' ELSE c.waiting_because END,
            solved_at = CASE WHEN t."isReopened" THEN NULL ELSE c.solved_at END
       FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, state text, version bigint, "customerVersion" bigint, "routingVersion" bigint,
         "preferredAgentId" uuid, "lastWords" text, "lastAt" timestamptz, added int, "isReopened" boolean)
      WHERE c.id = t.id`,
    [JSON.stringify(touched)],
  );
}

/** What somebody of the desk said last, for the lists. */
export type LastSaid = { words: string; from: 'agent' | 'bot' | 'desk' };

/**
 * Writes a held conversation back as the order left it. An offer's end, the reason for waiting and the instants of
 * solving and closing follow from the state; the first reply keeps its instant.
 */
export async function saveHeld(tx: Tx, held: HeldConversation, said?: LastSaid): Promise<void> {
  await tx.query(
    `UPDATE conversation
        SET state = $2, version = $3, routing_version = $4, queue = $5, agent_id = $6, assignment_id = $7,
            preferred_agent_id = $8,
            offered_until = CASE WHEN $2 = 'offered' THEN offered_until END,
            waiting_because = CASE WHEN $2 = 'waiting' THEN coalesce(waiting_because, '{"code":"just-arrived","values":{}}') END,
            solved_at = CASE WHEN $2 IN ('solved', 'closed') THEN coalesce(solved_at, now()) END,
            closed_at = CASE WHEN $2 = 'closed' THEN coalesce(closed_at, now()) END,
            last_words = coalesce($9, last_words), last_from = coalesce($10, last_from),
            last_at = CASE WHEN $9 IS NULL THEN last_at ELSE now() END,
            first_reply_at = CASE WHEN $10 = 'agent' THEN coalesce(first_reply_at, now()) ELSE first_reply_at END,
            last_reply_at = CASE WHEN $10 = 'agent' THEN now() ELSE last_reply_at END,
            unread = CASE WHEN $10 = 'agent' THEN 0 ELSE unread END
      WHERE id = $1`,
    [
      held.id,
      held.state,
      held.version,
      held.routingVersion,
      held.queue,
      held.agentId,
      held.assignmentId,
      held.preferredAgentId,
      said?.words ?? null,
      said?.from ?? null,
    ],
  );
}

/** Whom one more complaint is about, besides those it is hidden from already. */
export async function saveHidden(tx: Tx, held: HeldConversation, people: AgentId[]): Promise<void> {
  const hiddenFrom = [...new Set([...(held.hiddenFrom ?? []), ...people])].sort();
  await tx.query('UPDATE conversation SET hidden_from = $2::uuid[] WHERE id = $1', [held.id, hiddenFrom]);
  held.hiddenFrom = hiddenFrom;
}

/** Nobody, or one other than before; the rest of the row is left as it is. */
export async function saveFollower(tx: Tx, held: HeldConversation, followerId: AgentId | null): Promise<void> {
  await tx.query('UPDATE conversation SET follower_id = $2 WHERE id = $1', [held.id, followerId]);
  held.followerId = followerId;
}
