/** The router's door for customers: profiles, timelines, links. */
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
  Query,
  UseGuards,
} from '@nestjs/common';
import { ChangedCustomer, type CustomerId, LinkDecision, type LinkId, NewLink } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { versionOf } from '../desk/version-of.ts';
import { changeCustomer } from './change-customer.ts';
import { decideLink, type LinkOrder, linkByHand } from './decide-link.ts';
import { readLinks } from './links.store.ts';
import { CustomerQuery, listCustomers } from './list-customers.ts';
import { demandCustomer, showCustomer } from './show-customer.ts';
import { showTimeline } from './show-timeline.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class CustomersController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('customers')
  list(@Caller() caller: InternalCaller, @Query(parse(CustomerQuery)) query: CustomerQuery) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-customers' });
    return verdict.ok ? listCustomers(this.desk.postgres, person, query) : refuse(verdict.because);
  }

  @Get('customers/:id')
  async show(@Caller() caller: InternalCaller, @id() customerId: CustomerId) {
    await this.seen(caller, customerId);
    return showCustomer(this.desk.postgres, customerId);
  }

  /** `If-Match` names the version that was looked at, in quotes. */
  @Patch('customers/:id')
  change(
    @Caller() caller: InternalCaller,
    @id() customerId: CustomerId,
    @Body(parse(ChangedCustomer)) change: ChangedCustomer,
    @Headers('if-match') tag?: string,
  ) {
    return changeCustomer(this.desk, { by: caller.sub, id: customerId, change, seenVersion: versionOf(tag) });
  }

  @Get('customers/:id/timeline')
  async timeline(@Caller() caller: InternalCaller, @id() customerId: CustomerId, @Query('cursor') cursor?: string) {
    const person = await this.seen(caller, customerId);
    return showTimeline(this.desk, { person, id: customerId, cursor });
  }

  @Get('customers/:id/links')
  async links(@Caller() caller: InternalCaller, @id() customerId: CustomerId) {
    await this.seen(caller, customerId);
    return { items: await readLinks(this.desk.postgres, customerId) };
  }

  @Post('customers/:id/links')
  link(@Caller() caller: InternalCaller, @id() customerId: CustomerId, @Body(parse(NewLink)) link: NewLink) {
    return linkByHand(this.desk, { by: caller.sub, customerId, ...link });
  }

  @Post('links/:id/join')
  @HttpCode(200)
  join(@Caller() caller: InternalCaller, @id() linkId: LinkId, @Body(parse(LinkDecision)) { note }: LinkDecision) {
    return this.decide(caller, linkId, { order: 'join', note });
  }

  @Post('links/:id/refuse')
  @HttpCode(200)
  refuse(@Caller() caller: InternalCaller, @id() linkId: LinkId, @Body(parse(LinkDecision)) { note }: LinkDecision) {
    return this.decide(caller, linkId, { order: 'refuse', note });
  }

  @Post('links/:id/undo')
  @HttpCode(200)
  undo(@Caller() caller: InternalCaller, @id() linkId: LinkId, @Body(parse(LinkDecision)) { note }: LinkDecision) {
    return this.decide(caller, linkId, { order: 'undo', note });
  }

  private decide(caller: InternalCaller, id: LinkId, said: { order: LinkOrder; note: string }) {
    return decideLink(this.desk, { by: caller.sub, id, ...said });
  }

  private async seen(caller: InternalCaller, id: CustomerId) {
    const person = this.desk.person(caller.sub);
    await demandCustomer(this.desk.postgres, person, { id, does: 'see-customer' });
    return person;
  }
}
