/** Files by the hash of their bytes, for the other services: read, put up for an answer, held against who put them up. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Attachment, attachmentMaxBytes } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, readBytes, refuse } from '@trunkline/platform';
import { z } from 'zod';
import { AttachmentsStore } from './attachments.store.ts';
import { keepFile } from './keep-file.ts';
import { KeepFiles } from './keep-files.ts';
import { sendFile } from './send-file.ts';

const Files = z.object({ files: z.array(Attachment).max(20) });
type Files = z.infer<typeof Files>;

@Controller('internal/attachments')
@UseGuards(KnowCaller)
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsStore,
    private readonly files: KeepFiles,
  ) {}

  /** The body is the file; what it says of its kind is believed only where that harms nobody. */
  @Post()
  async putUp(
    @Caller() caller: InternalCaller,
    @Req() request: IncomingMessage,
    @Query('name') name?: unknown,
    @Headers('x-file-type') type = '',
  ): Promise<Attachment> {
    const content = await readBytes(request, attachmentMaxBytes);
    if (content.length === 0) refuse('nothing-to-send');
    const file = await keepFile({ name: typeof name === 'string' ? name : '', type, content });
    await this.files.putUp(file, caller.sub);
    return { sha256: file.sha256, name: file.name, type: file.type, bytes: file.bytes };
  }

  /** These files as they really are; one that the caller's person did not put up is refused. */
  @Post('mine')
  @HttpCode(200)
  async mine(@Caller() caller: InternalCaller, @Body(parse(Files)) { files }: Files): Promise<Files> {
    const known = await this.attachments.putUpBy(
      caller.sub,
      files.map(({ sha256 }) => sha256),
    );
    return { files: files.map((file) => ({ ...file, ...(known.get(file.sha256) ?? refuse('file-gone')) })) };
  }

  @Get(':sha256')
  async read(
    @Param('sha256') sha256: string,
    @Res() response: ServerResponse,
    @Query('name') name?: string,
  ): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) refuse('not-found');
    const file = (await this.files.read(sha256)) ?? refuse('not-found');
    sendFile(response, { ...file, name: typeof name === 'string' ? name : sha256 });
  }
}
