/** The desk's routes about transfers: what one would be, the question taken back, what is not transferred now. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import {
  type Conversation,
  type Directive,
  type Directives,
  NewDirective,
  type StaffV1,
  type TransferVerdict,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class TransfersController {
  constructor(private readonly owner: AskOwner) {}

  @Get('conversations/:id/transfer')
  @Does('judge-transfer')
  judge(@Person() person: StaffV1, @Id() id: string, @Req() request: Request): Promise<TransferVerdict> {
    const { search } = new URL(request.originalUrl, 'http://desk');
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/transfer${search}` });
  }

  @Delete('conversations/:id/transfer')
  @Does('transfer')
  withdraw(@Person() person: StaffV1, @Id() id: string): Promise<Conversation> {
    return this.owner.ask(person, 'router', { method: 'DELETE', path: `/internal/conversations/${id}/transfer` });
  }

  @Get('directives')
  @Does('list-directives')
  list(@Person() person: StaffV1): Promise<Directives> {
    return this.owner.ask(person, 'router', { path: '/internal/directives' });
  }

  @Post('directives')
  @Does('change-directive')
  make(@Person() person: StaffV1, @Body(parse(NewDirective)) body: NewDirective): Promise<Directive> {
    return this.owner.ask(person, 'router', { method: 'POST', path: '/internal/directives', body });
  }

  @Delete('directives/:id')
  @HttpCode(204)
  @Does('change-directive')
  async end(@Person() person: StaffV1, @Id() id: string): Promise<void> {
    await this.owner.ask(person, 'router', { method: 'DELETE', path: `/internal/directives/${id}` });
  }
}
