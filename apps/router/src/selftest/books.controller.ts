/** The router's side of the books: what it stored, what it wrote to customers, and what of channels' it has nowhere. */
import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { BooksSpan, firstIdAt, IdsAsked, type MessageBooks, type MessageId, newestInBooks } from '@trunkline/contracts';
import { KnowCaller, Postgres, parse } from '@trunkline/platform';

@Controller('internal/books')
@UseGuards(KnowCaller)
export class BooksOfMessages {
  constructor(private readonly postgres: Postgres) {}

  /** By the ids' own indexes: they are in the order of time. */
  @Get('messages')
  async messages(@Query(parse(BooksSpan)) { from, to }: BooksSpan): Promise<MessageBooks> {
    const span = [firstIdAt(Date.parse(from)), firstIdAt(Date.parse(to))];
    const [counted] = await this.postgres.query<Omit<MessageBooks, 'inputs' | 'ids'>>(
      `SELECT (SELECT count(*)::int FROM message WHERE receipt_id >= $1 AND receipt_id < $2) AS stored,
              (SELECT count(*)::int FROM message WHERE id >= $1 AND id < $2 AND delivery_state IS NOT NULL) AS words`,
      span,
    );
    const [inputs] = await this.postgres.query<MessageBooks['inputs']>(
      `SELECT count(*)::int AS rows, coalesce(extract(epoch FROM now() - min(at)), 0)::float AS "oldestSeconds"
         FROM dispatch_input WHERE step IS NULL`,
    );
    const ids = await this.postgres.query<{ id: MessageId }>(
      `SELECT id FROM message WHERE id >= $1 AND id < $2 AND delivery_state IS NOT NULL
        ORDER BY id DESC LIMIT ${newestInBooks}`,
      span,
    );
    return { ...counted!, inputs: inputs!, ids: ids.map(({ id }) => id) };
  }

  /** A department's answer is a note or stands with its hand-over; what is parked holds its receipt's id in its bytes. */
  @Post('receipts')
  @HttpCode(200)
  async receipts(@Body(parse(IdsAsked)) { ids }: IdsAsked) {
    const rows = await this.postgres.query<{ id: string }>(
      `SELECT asked.id FROM unnest($1::uuid[]) AS asked (id)
        WHERE NOT EXISTS (SELECT FROM message m WHERE m.receipt_id = asked.id)
          AND NOT EXISTS (SELECT FROM hand_over h WHERE h.receipt_id = asked.id)`,
      [ids],
    );
    const missing = rows.map(({ id }) => id);
    const parked = missing.length === 0 ? [] : await this.parked(missing);
    return { missing: missing.filter((id) => !parked.includes(id)) };
  }

  private async parked(ids: string[]): Promise<string[]> {
    const rows = await this.postgres.query<{ id: string }>(
      `SELECT asked.id FROM unnest($1::text[]) AS asked (id)
        WHERE EXISTS (SELECT FROM parked p WHERE p.taken_in_at IS NULL AND position(asked.id IN encode(p.raw, 'escape')) > 0)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}
