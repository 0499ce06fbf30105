/** All SQL of hand-overs. Whoever writes one holds its ticket's conversation. */
import type {
  AgentId,
  Attachment,
  BothLanguages,
  ConversationId,
  HandOverId,
  ReceiptId,
  TicketId,
} from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type KnownHandOver = {
  id: HandOverId;
  ticketId: TicketId;
  conversationId: ConversationId;
  turn: number;
  department: string;
  handedBy: AgentId;
  isAnswered: boolean;
};
const known = `SELECT h.id, h.ticket_id AS "ticketId", t.conversation_id AS "conversationId", h.turn, h.department,
  h.handed_by AS "handedBy", h.answered_at IS NOT NULL AS "isAnswered" FROM hand_over h JOIN ticket t ON t.id = h.ticket_id`;

type New = {
  id: HandOverId;
  ticketId: TicketId;
  department: string;
  name: BothLanguages | null;
  note: string;
  by: AgentId;
  dueAt: string | null;
  isMailed: boolean;
};

export async function insertHandOver(tx: Tx, one: New): Promise<void> {
  await tx.query(
    `INSERT INTO hand_over (id, ticket_id, turn, department, note, handed_by, due_at, is_mailed, department_name)
     SELECT $1, $2, 1 + count(*), $3, $4, $5, $6, $7, $8 FROM hand_over WHERE ticket_id = $2`,
    [
      one.id,
      one.ticketId,
      one.department,
      one.note,
      one.by,
      one.dueAt,
      one.isMailed,
      one.name && JSON.stringify(one.name),
    ],
  );
}

export async function findHandOver(on: Pick<Tx, 'query'>, id: HandOverId): Promise<KnownHandOver | undefined> {
  const [row] = await on.query<KnownHandOver>(`${known} WHERE h.id = $1`, [id]);
  return row;
}

/** The last one; whether it waits for an answer it says itself. */
export async function lastHandOver(on: Pick<Tx, 'query'>, id: TicketId): Promise<KnownHandOver | undefined> {
  const [row] = await on.query<KnownHandOver>(`${known} WHERE h.ticket_id = $1 ORDER BY h.turn DESC LIMIT 1`, [id]);
  return row;
}

export type Answer = {
  text: string;
  attachments: Attachment[];
  by: AgentId | null;
  from: string | null;
  receiptId: ReceiptId | null;
};

/** False where it was answered already. */
export async function putAnswer(tx: Tx, id: HandOverId, answer: Answer): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE hand_over SET answer = $2, attachments = $3, answered_by = $4, answered_from = $5, receipt_id = $6, answered_at = now()
      WHERE id = $1 AND answered_at IS NULL RETURNING 1`,
    [id, answer.text, JSON.stringify(answer.attachments), answer.by, answer.from, answer.receiptId],
  );
  return rows.length > 0;
}

export async function wasTaken(tx: Tx, receiptId: ReceiptId): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM hand_over WHERE receipt_id = $1 UNION ALL SELECT FROM message WHERE receipt_id = $1`,
    [receiptId],
  );
  return rows.length > 0;
}
