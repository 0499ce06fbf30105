/** The whole of a message, and its raw bytes, for the other services; who may see them is asked there. */
import type { ServerResponse } from 'node:http';
import { Controller, Get, Param, ParseUUIDPipe, Res, UseGuards } from '@nestjs/common';
import type { WholeMessage } from '@trunkline/contracts';
import { KnowCaller, refuse } from '@trunkline/platform';
import { ReceiptsStore } from './receipts.store.ts';
import { sendFile } from './send-file.ts';

@Controller('internal/receipts')
@UseGuards(KnowCaller)
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsStore) {}

  @Get(':id')
  async whole(@Param('id', ParseUUIDPipe) id: string): Promise<WholeMessage> {
    return (await this.receipts.readWhole(id)) ?? refuse('not-found');
  }

  @Get(':id/raw')
  async raw(@Param('id', ParseUUIDPipe) id: string, @Res() response: ServerResponse): Promise<void> {
    const content = (await this.receipts.readRaw(id)) ?? refuse('not-found');
    sendFile(response, { content, type: 'application/octet-stream', name: `${id}.raw` });
  }
}
