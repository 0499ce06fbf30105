/** The desk's routes about what is sensitive: each asks the router, who decides again whether this person may. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  type Conversation,
  type Matter,
  NewOutcome,
  NewSign,
  RemovedSign,
  SameMatterSaid,
  type Sign,
  SignHelp,
  type SignRow,
  type SignRows,
  type Signs,
  type StaffV1,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { onceKey } from '../desk/once-key.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class SignsController {
  constructor(private readonly owner: AskOwner) {}

  @Get('conversations/:id/signs')
  @Does('see-conversation')
  of(@Person() person: StaffV1, @Id() id: string): Promise<Signs> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/signs` });
  }

  @Post('conversations/:id/signs')
  @Does('mark-sensitive')
  mark(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewSign)) body: NewSign): Promise<Sign> {
    return this.post(person, `conversations/${id}/signs`, body);
  }

  @Delete('conversations/:id/signs/:signId')
  @HttpCode(204)
  @Does('unmark-sensitive')
  async unmark(
    @Person() person: StaffV1,
    @Id() id: string,
    @Param('signId', ParseUUIDPipe) signId: string,
    @Body(parse(RemovedSign)) body: RemovedSign,
  ): Promise<void> {
    const path = `/internal/conversations/${id}/signs/${signId}`;
    await this.owner.ask(person, 'router', { method: 'DELETE', path, body });
  }

  @Post('conversations/:id/outcome')
  @HttpCode(200)
  @Does('say-outcome')
  outcome(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewOutcome)) body: NewOutcome,
  ): Promise<Conversation> {
    return this.post(person, `conversations/${id}/outcome`, body);
  }

  @Get('conversations/:id/same-matter')
  @Does('see-conversation')
  matter(@Person() person: StaffV1, @Id() id: string): Promise<Matter> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/same-matter` });
  }

  @Post('conversations/:id/same-matter')
  @HttpCode(200)
  @Does('tie-matter')
  tie(@Person() person: StaffV1, @Id() id: string, @Body(parse(SameMatterSaid)) body: SameMatterSaid): Promise<Matter> {
    return this.post(person, `conversations/${id}/same-matter`, body);
  }

  @Get('signs')
  @Does('list-signs')
  alerts(@Person() person: StaffV1, @Query('open') open?: string): Promise<SignRows> {
    return this.owner.ask(person, 'router', { path: `/internal/signs${openOnly(open)}` });
  }

  @Post('signs/:id/seen')
  @HttpCode(200)
  @Does('see-sign')
  seen(@Person() person: StaffV1, @Id() id: string): Promise<SignRow> {
    return this.post(person, `signs/${id}/seen`, {});
  }

  @Post('signs/:id/help')
  @HttpCode(200)
  @Does('help-with-sign')
  help(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(SignHelp)) body: SignHelp,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<SignRow> {
    return this.owner.ask(person, 'router', {
      method: 'POST',
      path: `/internal/signs/${id}/help`,
      body,
      idempotencyKey: onceKey(idempotencyKey),
    });
  }

  private post<T>(person: StaffV1, path: string, body: object): Promise<T> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/${path}`, body });
  }
}

const openOnly = (open: string | undefined): string => (open === undefined ? '' : `?open=${encodeURIComponent(open)}`);
