/** What channels keeps of a message: the whole mail, its original, its attachments. Asked for by whoever may see it. */
import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseUUIDPipe, Query, Res, StreamableFile, UseGuards } from '@nestjs/common';
import type { ReceiptId, StaffV1, WholeMessage } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { Response } from 'express';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';

@Controller('v1')
@UseGuards(SignedIn)
export class ReadFilesController {
  constructor(private readonly owner: AskOwner) {}

  @Get('receipts/:id')
  @Does('read-messages')
  async whole(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: ReceiptId): Promise<WholeMessage> {
    await this.mustSee(person, 'receipt', id);
    return this.owner.ask(person, 'channels', { path: `/internal/receipts/${id}` });
  }

  @Get('receipts/:id/raw')
  @Does('read-messages')
  async raw(
    @Person() person: StaffV1,
    @Param('id', ParseUUIDPipe) id: ReceiptId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    await this.mustSee(person, 'receipt', id);
    return this.stream(person, response, `/internal/receipts/${id}/raw`);
  }

  @Get('attachments/:sha256')
  @Does('read-attachment')
  async attachment(
    @Person() person: StaffV1,
    @Param('sha256') sha256: string,
    @Query('name') name: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) refuse('not-found');
    await this.mustSee(person, 'attachment', sha256);
    const query = name === undefined ? '' : `?name=${encodeURIComponent(name.slice(0, 255))}`;
    return this.stream(person, response, `/internal/attachments/${sha256}${query}`);
  }

  /** Channels knows no groups: the router says whether this person may see a conversation that holds it. */
  private async mustSee(person: StaffV1, kind: 'receipt' | 'attachment', id: string): Promise<void> {
    await this.owner.ask(person, 'router', { path: `/internal/may-see/${kind}/${id}` });
  }

  /** The headers are channels': attachment, nosniff, the sniffed type. */
  private async stream(person: StaffV1, response: Response, path: string): Promise<StreamableFile> {
    const answer = await this.owner.askRaw(person, 'channels', path);
    for (const name of ['content-type', 'content-length', 'content-disposition', 'x-content-type-options']) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.setHeader('content-security-policy', "sandbox; default-src 'none'");
    return new StreamableFile(Readable.fromWeb(answer.body as never));
  }
}
