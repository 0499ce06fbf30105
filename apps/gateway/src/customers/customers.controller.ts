/** The desk's routes about customers, their links and verification: the router owns them, and decides again. */
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ChangedCustomer,
  CodeTried,
  type Conversation,
  type Customer,
  type CustomerLink,
  type CustomerLinks,
  type CustomerPage,
  LinkDecision,
  Merge,
  NewCode,
  NewLink,
  Split,
  type StaffV1,
  type Timeline,
  type Verification,
  Vouch,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request, Response } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);
const Answer = () => Res({ passthrough: true });

@Controller('v1')
@UseGuards(SignedIn)
export class CustomersController {
  constructor(private readonly owner: AskOwner) {}

  @Get('customers')
  @Does('list-customers')
  list(@Person() person: StaffV1, @Req() request: Request): Promise<CustomerPage> {
    return this.owner.ask(person, 'router', { path: `/internal/customers${searchOf(request)}` });
  }

  @Get('customers/:id')
  @Does('see-customer')
  async show(@Person() person: StaffV1, @Id() id: string, @Answer() answer: Response): Promise<Customer> {
    return tagged(answer, await this.owner.ask<Customer>(person, 'router', { path: `/internal/customers/${id}` }));
  }

  @Patch('customers/:id')
  @Does('change-customer')
  async change(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(ChangedCustomer)) body: ChangedCustomer,
    @Headers('if-match') tag: string | undefined,
    @Answer() answer: Response,
  ): Promise<Customer> {
    const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag };
    const path = `/internal/customers/${id}`;
    return tagged(answer, await this.owner.ask<Customer>(person, 'router', { method: 'PATCH', path, body, headers }));
  }

  @Get('customers/:id/timeline')
  @Does('see-customer')
  timeline(@Person() person: StaffV1, @Id() id: string, @Req() request: Request): Promise<Timeline> {
    return this.owner.ask(person, 'router', { path: `/internal/customers/${id}/timeline${searchOf(request)}` });
  }

  @Get('customers/:id/links')
  @Does('see-customer')
  links(@Person() person: StaffV1, @Id() id: string): Promise<CustomerLinks> {
    return this.owner.ask(person, 'router', { path: `/internal/customers/${id}/links` });
  }

  @Post('customers/:id/links')
  @Does('link-customer')
  link(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewLink)) body: NewLink): Promise<CustomerLink> {
    return this.order(person, `customers/${id}/links`, body);
  }

  @Post('links/:id/join')
  @HttpCode(200)
  @Does('link-customer')
  join(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(LinkDecision)) body: LinkDecision,
  ): Promise<CustomerLink> {
    return this.order(person, `links/${id}/join`, body);
  }

  @Post('links/:id/refuse')
  @HttpCode(200)
  @Does('link-customer')
  refuse(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(LinkDecision)) body: LinkDecision,
  ): Promise<CustomerLink> {
    return this.order(person, `links/${id}/refuse`, body);
  }

  @Post('links/:id/undo')
  @HttpCode(200)
  @Does('link-customer')
  undo(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(LinkDecision)) body: LinkDecision,
  ): Promise<CustomerLink> {
    return this.order(person, `links/${id}/undo`, body);
  }

  @Get('conversations/:id/verification')
  @Does('see-verification')
  verification(@Person() person: StaffV1, @Id() id: string): Promise<Verification> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/verification` });
  }

  @Post('conversations/:id/verification')
  @HttpCode(200)
  @Does('send-code')
  send(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewCode)) body: NewCode): Promise<Verification> {
    return this.order(person, `conversations/${id}/verification`, body);
  }

  @Post('conversations/:id/verification/try')
  @HttpCode(200)
  @Does('send-code')
  try(@Person() person: StaffV1, @Id() id: string, @Body(parse(CodeTried)) body: CodeTried): Promise<Verification> {
    return this.order(person, `conversations/${id}/verification/try`, body);
  }

  @Post('conversations/:id/verification/vouch')
  @HttpCode(200)
  @Does('vouch-for-customer')
  vouch(@Person() person: StaffV1, @Id() id: string, @Body(parse(Vouch)) body: Vouch): Promise<Verification> {
    return this.order(person, `conversations/${id}/verification/vouch`, body);
  }

  @Post('conversations/:id/split')
  @HttpCode(200)
  @Does('split-conversation')
  split(@Person() person: StaffV1, @Id() id: string, @Body(parse(Split)) body: Split): Promise<Conversation> {
    return this.order(person, `conversations/${id}/split`, body);
  }

  @Post('conversations/:id/merge')
  @HttpCode(200)
  @Does('split-conversation')
  merge(@Person() person: StaffV1, @Id() id: string, @Body(parse(Merge)) body: Merge): Promise<Conversation> {
    return this.order(person, `conversations/${id}/merge`, body);
  }

  private order<T>(person: StaffV1, path: string, body: object): Promise<T> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/${path}`, body });
  }
}

const searchOf = (request: Request): string => new URL(request.originalUrl, 'http://desk').search;

function tagged(answer: Response, customer: Customer): Customer {
  answer.setHeader('etag', `"${customer.version}"`);
  return customer;
}
