/** The staff's doors to understanding: labels put right, corrections, the classifier. The router decides. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import {
  type ClassifierVersions,
  type Conversation,
  type ConversationId,
  type Correction,
  type CorrectionId,
  type Corrections,
  NewLabel,
  type StaffV1,
  type TriedText,
  TryText,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

/** Seconds of arithmetic, in a process of the router's. */
const fitMs = 120_000;

@Controller('v1')
@UseGuards(SignedIn)
export class UnderstandController {
  constructor(private readonly owner: AskOwner) {}

  @Post('conversations/:id/label')
  @HttpCode(200)
  @Does('label')
  label(
    @Person() person: StaffV1,
    @Param('id', ParseUUIDPipe) id: ConversationId,
    @Body(parse(NewLabel)) body: NewLabel,
  ): Promise<Conversation> {
    return this.order(person, `/internal/conversations/${id}/label`, { body });
  }

  @Get('corrections')
  @Does('read-classifier')
  corrections(@Person() person: StaffV1, @Req() request: Request): Promise<Corrections> {
    const query = new URL(request.originalUrl, 'http://desk').search;
    return this.owner.ask(person, 'router', { path: `/internal/corrections${query}` });
  }

  @Post('corrections/:id/approve')
  @HttpCode(200)
  @Does('decide-correction')
  approve(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: CorrectionId): Promise<Correction> {
    return this.order(person, `/internal/corrections/${id}/approve`);
  }

  @Post('corrections/:id/reject')
  @HttpCode(200)
  @Does('decide-correction')
  reject(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: CorrectionId): Promise<Correction> {
    return this.order(person, `/internal/corrections/${id}/reject`);
  }

  @Get('classifier')
  @Does('read-classifier')
  classifier(@Person() person: StaffV1): Promise<ClassifierVersions> {
    return this.owner.ask(person, 'router', { path: '/internal/classifier' });
  }

  @Post('classifier/fit')
  @HttpCode(200)
  @Does('fit-classifier')
  fit(@Person() person: StaffV1): Promise<ClassifierVersions> {
    return this.order(person, '/internal/classifier/fit', { timeoutMs: fitMs });
  }

  @Post('classify/try')
  @HttpCode(200)
  @Does('try-text')
  try(@Person() person: StaffV1, @Body(parse(TryText)) body: TryText): Promise<TriedText> {
    return this.order(person, '/internal/classify/try', { body });
  }

  private order<T>(person: StaffV1, path: string, more: { body?: object; timeoutMs?: number } = {}): Promise<T> {
    return this.owner.ask<T>(person, 'router', { method: 'POST', path, body: {}, ...more });
  }
}
