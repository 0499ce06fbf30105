/** All SQL of sign-ins. A token is 256 random bits; only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AgentId } from '@trunkline/contracts';
import { CONFIG, Postgres, type Tx } from '@trunkline/platform';
import type { GatewayConfig } from '../config.ts';

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How stale `seen_at` may be before a request writes it again: a row per request would be a row too many. */
const seenEverySeconds = 60;
/** What opens something: not revoked, not too old, not unused for `$2` minutes. */
const isAlive = 'revoked_at IS NULL AND expires_at > now() AND seen_at > now() - make_interval(mins => $2)';

@Injectable()
export class SessionsStore {
  constructor(
    private readonly postgres: Postgres,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async open(staffId: AgentId): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const [row] = await this.postgres.query<{ expires_at: Date }>(
      `INSERT INTO session (token_hash, staff_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))
       RETURNING expires_at`,
      [hashToken(token), staffId, this.config.SESSION_HOURS],
    );
    return { token, expiresAt: row!.expires_at };
  }

  /** Whose token this is, or null: unknown, revoked, too old, or unused for too long. */
  async whose(token: string): Promise<AgentId | null> {
    const [row] = await this.postgres.query<{ staff_id: AgentId; is_stale: boolean }>(
      `SELECT staff_id, seen_at < now() - make_interval(secs => $3) AS is_stale FROM session
        WHERE token_hash = $1 AND ${isAlive}`,
      [hashToken(token), this.config.SESSION_IDLE_MINUTES, seenEverySeconds],
    );
    if (row?.is_stale) {
      await this.postgres.query('UPDATE session SET seen_at = now() WHERE token_hash = $1', [hashToken(token)]);
    }
    return row?.staff_id ?? null;
  }

  async revoke(token: string): Promise<void> {
    await this.postgres.query('UPDATE session SET revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL', [
      hashToken(token),
    ]);
  }

  /** In the transaction of its cause: whoever was let go must not keep a door open through a crash. */
  async revokeAllOf(tx: Tx, staffId: AgentId): Promise<void> {
    await tx.query('UPDATE session SET revoked_at = now() WHERE staff_id = $1 AND revoked_at IS NULL', [staffId]);
  }

  /** Of these tokens, those that no longer open anything: their sockets are closed. */
  async endedAmong(tokens: string[]): Promise<string[]> {
    if (tokens.length === 0) return [];
    const rows = await this.postgres.query<{ token_hash: Buffer }>(
      `SELECT token_hash FROM session WHERE token_hash = ANY($1::bytea[]) AND ${isAlive}`,
      [tokens.map(hashToken), this.config.SESSION_IDLE_MINUTES],
    );
    const live = new Set(rows.map((row) => row.token_hash.toString('hex')));
    return tokens.filter((token) => !live.has(hashToken(token).toString('hex')));
  }
}
