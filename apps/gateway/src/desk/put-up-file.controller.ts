/** Takes a file that staff will send with a message, and hands it to channels, which keeps files. */
import type { IncomingMessage } from 'node:http';
import { Controller, Headers, Post, Query, Req, UseGuards } from '@nestjs/common';
import { type Attachment, attachmentMaxBytes, type StaffV1 } from '@trunkline/contracts';
import { readBytes, refuse } from '@trunkline/platform';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';

const longestMs = 30_000;
const longestName = 255;

@Controller('v1/attachments')
@UseGuards(SignedIn)
export class PutUpFileController {
  constructor(private readonly owner: AskOwner) {}

  /** The same file put up twice is the same file. */
  @Post()
  @Does('put-up-file')
  async putUp(
    @Person() person: StaffV1,
    @Req() request: IncomingMessage,
    @Query('name') name?: unknown,
    @Headers('x-file-type') type = '',
  ): Promise<Attachment> {
    const body = await readBytes(request, attachmentMaxBytes);
    if (body.length === 0) refuse('nothing-to-send');
    const query = typeof name === 'string' ? `?name=${encodeURIComponent(name.slice(0, longestName))}` : '';
    return this.owner.ask(person, 'channels', {
      method: 'POST',
      path: `/internal/attachments${query}`,
      body,
      headers: { 'x-file-type': type.slice(0, longestName) },
      timeoutMs: longestMs,
    });
  }
}
