/** The desk's routes on the way to the end and after it: the wrap-up, and the archive. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, UseGuards } from '@nestjs/common';
import { type ArchivePage, type Conversation, type StaffV1, WrapUpDraft } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request } from 'express';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class ClosingController {
  constructor(private readonly owner: AskOwner) {}

  @Post('conversations/:id/wrap-up')
  @HttpCode(200)
  @Does('wrap-up')
  open(@Person() person: StaffV1, @Id() id: string): Promise<Conversation> {
    return this.wrapUp(person, 'POST', { path: `${id}/wrap-up`, body: {} });
  }

  @Put('conversations/:id/wrap-up')
  @Does('wrap-up')
  keep(@Person() person: StaffV1, @Id() id: string, @Body(parse(WrapUpDraft)) body: WrapUpDraft) {
    return this.wrapUp(person, 'PUT', { path: `${id}/wrap-up`, body });
  }

  @Post('conversations/:id/wrap-up/done')
  @HttpCode(200)
  @Does('wrap-up')
  finish(@Person() person: StaffV1, @Id() id: string, @Body(parse(WrapUpDraft)) body: WrapUpDraft) {
    return this.wrapUp(person, 'POST', { path: `${id}/wrap-up/done`, body });
  }

  @Get('archive')
  @Does('read-archive')
  archive(@Person() person: StaffV1, @Req() request: Request): Promise<ArchivePage> {
    const { search } = new URL(request.originalUrl, 'http://desk');
    return this.owner.ask(person, 'router', { path: `/internal/archive${search}` });
  }

  private wrapUp(person: StaffV1, method: 'POST' | 'PUT', { path, body }: { path: string; body: object }) {
    const question = { method, path: `/internal/conversations/${path}`, body };
    return this.owner.ask<Conversation>(person, 'router', question);
  }
}
