/** `/internal/parked`: what this service put aside, for the gateway to show, and the click that takes it in again. */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import { KnowCaller } from '../internal/know-caller.ts';
import { Parked, type ParkedItem, type TakenIn } from './park.ts';

/** As it goes over the wire: the raw bytes as base64, cut where a person would stop reading. */
export type ShownParked = Omit<ParkedItem, 'raw' | 'parkedAt'> & { parkedAt: string; raw: string; rawBytes: number };
type Page = { items: ShownParked[]; next: string | null };

const shownBytes = 16 * 1024;
const pageSize = 50;

@Controller('internal/parked')
@UseGuards(KnowCaller)
export class ParkedController {
  constructor(private readonly parked: Parked) {}

  @Get()
  async list(@Query('count') count?: string, @Query('after') after?: string): Promise<Page | { count: number }> {
    if (count) return { count: await this.parked.count() };
    const items = await this.parked.list({ after, limit: pageSize });
    return { items: items.map(show), next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null };
  }

  @Post(':id/retry')
  @HttpCode(200)
  retry(@Param('id', ParseUUIDPipe) id: string): Promise<TakenIn> {
    return this.parked.retry(id);
  }
}

function show({ raw, parkedAt, ...rest }: ParkedItem): ShownParked {
  const shown = raw.subarray(0, shownBytes).toString('base64');
  return { ...rest, parkedAt: parkedAt.toISOString(), raw: shown, rawBytes: raw.length };
}
