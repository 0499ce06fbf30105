/** All SQL of what goes out: queued, claimed with a lease and a fence, recorded, and never backwards. */
import { Injectable } from '@nestjs/common';
import { Postgres, type Tx } from '@trunkline/platform';
import type { Word } from './channel.ts';

/** What was written before the database was restored: it may have gone out in the time that was lost. */
const isOfBefore = 'written_at <= (SELECT max(at) FROM restored)';

/** A word in our hand: only who has this fence may record what became of it. */
export type Claimed = { id: string; word: Word; attempt: number; tries: number; fence: number; queuedAt: Date };
/** A word and the instant when it was written: its fact's `at`. */
export type Written = { word: Word; at: string };
/** What a `delivery.*` fact says first. */
export type Outgoing = { id: string; conversationId: string; channel: string; attempt: number };

const outgoing = 'id, conversation_id AS "conversationId", channel, attempt';

@Injectable()
export class OutboundStore {
  constructor(private readonly postgres: Postgres) {}

  /** A word heard twice changes nothing; a higher attempt (an agent sends again) queues a settled one once more. */
  async queue(tx: Tx, written: Written[]): Promise<void> {
    const newest = new Map<string, Written>();
    for (const one of written) {
      if (one.word.attempt >= (newest.get(one.word.messageId)?.word.attempt ?? 0)) newest.set(one.word.messageId, one);
    }
    await tx.query(
      `INSERT INTO outbound (id, conversation_id, channel, channel_account, word, state, attempt, written_at)
       SELECT (word->>'messageId')::uuid, (word->>'conversationId')::uuid, word->>'channel',
         (word->>'channel') || ':' || (word->>'account'), word, 'queued', (word->>'attempt')::int,
         coalesce((given->>'at')::timestamptz, now())
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS all_given (given, place)
         CROSS JOIN LATERAL (SELECT given->'word' AS word) AS one ORDER BY place
       ON CONFLICT (id) DO UPDATE SET state = 'queued', attempt = excluded.attempt, word = excluded.word, tries = 0,
         next_try_at = now(), queued_at = now(), written_at = excluded.written_at, because = NULL, detail = NULL
       WHERE outbound.attempt < excluded.attempt AND outbound.state IN ('failed', 'unknown')`,
      [JSON.stringify([...newest.values()])],
    );
  }

  /** The oldest words that are due, of each conversation only its first: what a customer reads keeps its order. */
  claim(most: number, channels: string[], leaseSeconds: number): Promise<Claimed[]> {
    return this.postgres.query<Claimed>(
      `UPDATE outbound SET state = 'sending', fence = fence + 1, tries = tries + 1,
         lease_until = now() + $3 * interval '1 s'
       WHERE id IN (
         SELECT id FROM outbound AS mine
         WHERE state = 'queued' AND next_try_at <= now() AND channel = ANY($2::text[])
           AND (${isOfBefore}) IS NOT TRUE AND NOT EXISTS (
           SELECT FROM outbound AS earlier WHERE earlier.conversation_id = mine.conversation_id
             AND earlier.position < mine.position AND earlier.state IN ('queued', 'sending'))
         ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, word, attempt, tries, fence, queued_at AS "queuedAt"`,
      [most, channels, leaseSeconds],
    );
  }

  /** A code is no longer needed once it went out, and nobody may read it here: the word is blanked. */
  recordSent(tx: Tx, claimed: Claimed, reference: string | null): Promise<Outgoing[]> {
    return tx.query<Outgoing>(
      `UPDATE outbound SET state = 'sent', provider_id = $3, settled_at = now(), lease_until = NULL,
         word = CASE WHEN word->>'kind' = 'code' THEN jsonb_set(word - 'sealed', '{text}', '"…"') ELSE word END
       WHERE id = $1 AND fence = $2 AND state = 'sending' RETURNING ${outgoing}`,
      [claimed.id, claimed.fence, reference],
    );
  }

  recordEnd(
    tx: Tx,
    claimed: Claimed,
    end: { state: 'failed' | 'unknown'; because: string | null; detail: string },
  ): Promise<Outgoing[]> {
    return tx.query<Outgoing>(
      `UPDATE outbound SET state = $3, because = $4, detail = $5, settled_at = now(), lease_until = NULL
       WHERE id = $1 AND fence = $2 AND state = 'sending' RETURNING ${outgoing}`,
      [claimed.id, claimed.fence, end.state, end.because, end.detail],
    );
  }

  async putBack(claimed: Claimed, again: { inSeconds: number; because: string; detail: string }): Promise<void> {
    await this.postgres.query(
      `UPDATE outbound SET state = 'queued', next_try_at = now() + $3 * interval '1 s', because = $4, detail = $5,
         lease_until = NULL
       WHERE id = $1 AND fence = $2 AND state = 'sending'`,
      [claimed.id, claimed.fence, again.inSeconds, again.because, again.detail],
    );
  }

  /** Whose lease ran out: its sender died or hangs, and nobody can know whether it went out. Never back to queued. */
  giveUpLost(tx: Tx, detail: string): Promise<(Outgoing & { word: Word })[]> {
    return tx.query(
      `UPDATE outbound SET state = 'unknown', detail = $1, settled_at = now(), lease_until = NULL, fence = fence + 1
       WHERE id IN (SELECT id FROM outbound WHERE state = 'sending' AND lease_until < now() FOR UPDATE SKIP LOCKED)
       RETURNING ${outgoing}, word`,
      [detail],
    );
  }

  /** Words that a restored database holds as unsent: whether they went out in the time that was lost, nobody knows. */
  giveUpRestored(tx: Tx, because: string): Promise<(Outgoing & { word: Word })[]> {
    return tx.query(
      `UPDATE outbound SET state = 'unknown', because = $1, settled_at = now(), lease_until = NULL, fence = fence + 1
       WHERE id IN (SELECT id FROM outbound WHERE state IN ('queued', 'sending') AND ${isOfBefore} FOR UPDATE SKIP LOCKED)
       RETURNING ${outgoing}, word`,
      [because],
    );
  }

  /** The provider itself says what became of these; a later state stays. */
  settle(
    tx: Tx,
    ids: string[],
    to: {
      state: 'sent' | 'delivered' | 'read' | 'failed';
      from: string[];
      because?: string | undefined;
      detail?: string | undefined;
      reference?: string | undefined;
    },
  ) {
    return tx.query<Outgoing>(
      `UPDATE outbound SET state = $2, because = $4, detail = $5, settled_at = now(), lease_until = NULL,
         fence = fence + 1, provider_id = coalesce(provider_id, $6)
       WHERE id = ANY($1::uuid[]) AND state = ANY($3::text[]) RETURNING ${outgoing}`,
      [ids, to.state, to.from, to.because ?? null, to.detail ?? null, to.reference ?? null],
    );
  }

  /** Our ids of what a provider names by its own. */
  async idsOf(tx: Tx, channel: string, named: { account: string; reference: string }[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ account: string; reference: string; id: string }>(
      `SELECT asked.account, asked.reference, outbound.id
       FROM unnest($2::text[], $3::text[]) AS asked (account, reference)
       JOIN outbound ON channel_account = $1 || ':' || asked.account AND provider_id = asked.reference`,
      [channel, named.map(({ account }) => account), named.map(({ reference }) => reference)],
    );
    return new Map(rows.map(({ account, reference, id }) => [`${account} ${reference}`, id]));
  }

  /** Is a word of this channel with its provider just now, whose reference we do not have yet? */
  async isAnySending(tx: Tx, channel: string): Promise<boolean> {
    const sql = `SELECT id FROM outbound WHERE channel = $1 AND state = 'sending' LIMIT 1`;
    return (await tx.query(sql, [channel])).length > 0;
  }

  /** A word as it was queued, and what the provider calls it; undefined where it is not kept. */
  async read(id: string): Promise<{ word: Word; reference: string | null } | undefined> {
    const [row] = await this.postgres.query<{ word: Word; reference: string | null }>(
      'SELECT word, provider_id AS reference FROM outbound WHERE id = $1',
      [id],
    );
    return row;
  }

  async areOurs(tx: Tx, ids: string[]): Promise<boolean> {
    const [found] = await tx.query('SELECT id FROM outbound WHERE id = ANY($1::uuid[]) LIMIT 1', [ids]);
    return found !== undefined;
  }

  /** Back to the queue, once the provider has said that it never took it. */
  async sendAfterAll(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE outbound SET state = 'queued', next_try_at = now() WHERE id = $1 AND state = 'unknown'`, [
      id,
    ]);
  }
}
