/** The bytes of a file that came with a message, for the other services. */
import type { ServerResponse } from 'node:http';
import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { KnowCaller, refuse } from '@trunkline/platform';
import { AttachmentsStore } from './attachments.store.ts';
import { sendFile } from './send-file.ts';

@Controller('internal/attachments')
@UseGuards(KnowCaller)
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsStore) {}

  @Get(':sha256')
  async read(
    @Param('sha256') sha256: string,
    @Res() response: ServerResponse,
    @Query('name') name?: string,
  ): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) refuse('not-found');
    const file = (await this.attachments.read(sha256)) ?? refuse('not-found');
    sendFile(response, { ...file, name: typeof name === 'string' ? name : sha256 });
  }
}
