/** All SQL of the links by which people set their own password. A link is 256 random bits; only its hash is stored. */
import type { AgentId, SetUpLink } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { hashToken, newToken } from '../sign-in/sessions.store.ts';

const validHours = 72;

/** The newest is the only one. */
export async function newLink(tx: Tx, person: { id: AgentId; email: string }): Promise<Omit<SetUpLink, 'url'>> {
  await tx.query('DELETE FROM set_up_link WHERE staff_id = $1', [person.id]);
  const token = newToken();
  const [row] = await tx.query<{ expires_at: Date }>(
    `INSERT INTO set_up_link (token_hash, expires_at, staff_id) VALUES ($1, now() + make_interval(hours => $2), $3)
     RETURNING expires_at`,
    [hashToken(token), validHours, person.id],
  );
  const path = `/set-up?token=${token}&for=${encodeURIComponent(person.email)}`;
  return { path, expiresAt: row!.expires_at.toISOString() };
}

/** Whose it is, once; null where nobody's, or of somebody who no longer works here. */
export async function takeLink(tx: Tx, token: string): Promise<{ id: AgentId; email: string } | null> {
  const [row] = await tx.query<{ id: AgentId; email: string }>(
    `UPDATE set_up_link l SET used_at = now() FROM staff s
      WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > now() AND s.id = l.staff_id
        AND (s.record->>'active')::boolean
      RETURNING s.id, s.email`,
    [hashToken(token)],
  );
  return row ?? null;
}

export async function setPassword(tx: Tx, id: AgentId, hash: string): Promise<void> {
  await tx.query('UPDATE staff SET password_hash = $2 WHERE id = $1', [id, hash]);
}
