/** All SQL of the people who work here. Hashes never leave this service. */

import { Injectable } from '@nestjs/common';
import type { AgentId, StaffV1 } from '@trunkline/contracts';
import { Postgres, type Tx } from '@trunkline/platform';

export type StaffRow = { id: AgentId; version: number; record: StaffV1 };

@Injectable()
export class StaffStore {
  constructor(private readonly postgres: Postgres) {}

  async find(id: AgentId): Promise<StaffV1 | null> {
    const [row] = await this.postgres.query<StaffRow>('SELECT record FROM staff WHERE id = $1', [id]);
    return row?.record ?? null;
  }

  async list(): Promise<StaffRow[]> {
    return this.postgres.query<StaffRow>(`SELECT id, version, record FROM staff ORDER BY record->>'name', id`);
  }

  async findForSignIn(email: string): Promise<{ record: StaffV1; passwordHash: string | null } | null> {
    const [row] = await this.postgres.query<{ record: StaffV1; passwordHash: string | null }>(
      'SELECT record, password_hash AS "passwordHash" FROM staff WHERE lower(email) = lower($1)',
      [email],
    );
    return row ?? null;
  }

  async count(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM staff');
    return row?.count ?? 0;
  }

  /** Null where the e-mail is taken already. */
  async insert(tx: Tx, record: StaffV1, passwordHash: string | null): Promise<StaffRow | null> {
    const [row] = await tx.query<StaffRow>(
      `INSERT INTO staff (id, email, password_hash, version, record) VALUES ($1, $2, $3, 1, $4)
       ON CONFLICT DO NOTHING RETURNING id, version, record`,
      [record.id, record.email, passwordHash, JSON.stringify(record)],
    );
    return row ?? null;
  }

  /** Changes of people follow one another: two administrators who demote each other must not both succeed. */
  async takeTurns(tx: Tx): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('change-staff'))");
  }

  async isTaken(tx: Tx, { id, email }: Pick<StaffV1, 'id' | 'email'>): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM staff WHERE lower(email) = lower($1) AND id <> $2', [email, id]);
    return rows.length > 0;
  }

  async hold(tx: Tx, id: AgentId): Promise<StaffRow | null> {
    const [row] = await tx.query<StaffRow>('SELECT id, version, record FROM staff WHERE id = $1 FOR UPDATE', [id]);
    return row ?? null;
  }

  async save(tx: Tx, record: StaffV1, passwordHash: string | null): Promise<StaffRow> {
    const [row] = await tx.query<StaffRow>(
      `UPDATE staff SET record = $2, email = $3, version = version + 1, password_hash = coalesce($4, password_hash)
        WHERE id = $1 RETURNING id, version, record`,
      [record.id, JSON.stringify(record), record.email, passwordHash],
    );
    return row!;
  }

  async countAdministrators(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM staff WHERE record->>'role' = 'administrator' AND (record->>'active')::boolean`,
    );
    return row?.count ?? 0;
  }
}
