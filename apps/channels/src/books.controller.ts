/** What came in and went out in a span, by its state: the channels' side of the books. */
import { Body, Controller, Get, HttpCode, Inject, Post, Query, UseGuards } from '@nestjs/common';
import { BooksSpan, firstIdAt, IdsAsked, newestInBooks, type ReceiptBooks, type ReceiptId } from '@trunkline/contracts';
import { KnowCaller, Postgres, parse } from '@trunkline/platform';
import type { AnyChannel } from './channel.ts';
import { CHANNELS } from './open-channels.ts';

type Counted = { state: string; count: number };

@Controller('internal/books')
@UseGuards(KnowCaller)
export class BooksOfReceipts {
  constructor(
    private readonly postgres: Postgres,
    @Inject(CHANNELS) private readonly channels: readonly AnyChannel[],
  ) {}

  /** By the ids' own index: they are in the order of time. */
  @Get('receipts')
  async receipts(@Query(parse(BooksSpan)) { from, to }: BooksSpan): Promise<ReceiptBooks> {
    const span = [firstIdAt(Date.parse(from)), firstIdAt(Date.parse(to))];
    const receipts = await this.count('inbound_receipt', span);
    const words = await this.count('outbound', span);
    const { accepted = 0, routed = 0, parked = 0, erased = 0 } = receipts;
    const ids = (await this.messages(span)).map(({ id }) => id);
    return { receipts: { accepted, settled: routed, parked, erased }, words, ids };
  }

  @Post('words')
  @HttpCode(200)
  async words(@Body(parse(IdsAsked)) { ids }: IdsAsked) {
    const missing = await this.postgres.query<{ id: string }>(
      'SELECT id FROM unnest($1::uuid[]) AS asked (id) WHERE NOT EXISTS (SELECT FROM outbound o WHERE o.id = asked.id)',
      [ids],
    );
    return { missing: missing.map(({ id }) => id) };
  }

  private async count(table: 'inbound_receipt' | 'outbound', span: string[]): Promise<Record<string, number>> {
    const rows = await this.postgres.query<Counted>(
      `SELECT state, count(*)::int AS count FROM ${table} WHERE id >= $1 AND id < $2 GROUP BY state`,
      span,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** A call is no message, though its receipt is accepted like one. */
  private messages(span: string[]): Promise<{ id: ReceiptId }[]> {
    const calls = this.channels.flatMap(({ name, standard }) => (standard === 'call' ? [name] : []));
    return this.postgres.query<{ id: ReceiptId }>(
      `SELECT id FROM inbound_receipt WHERE id >= $1 AND id < $2 AND state = 'accepted' AND channel <> ALL($3)
        ORDER BY id DESC LIMIT ${newestInBooks}`,
      [...span, calls],
    );
  }
}
