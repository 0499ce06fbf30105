/** Who sits on the page, for the other services; who may look is asked there. */
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import type { Visitor } from '@trunkline/contracts';
import { KnowCaller, refuse } from '@trunkline/platform';
import { type Desk, deskOf } from '../channel.ts';
import type { WebchatConfig } from './config.ts';
import { readVisitorOf } from './visitors.store.ts';

@Controller('internal/visitors')
@UseGuards(KnowCaller)
export class VisitorsController {
  constructor(@Inject(deskOf('webchat')) private readonly desk: Desk<WebchatConfig> | null) {}

  /** Of a channel without pages, and of somebody who was never seen on one: there is no visitor. */
  @Get()
  async show(
    @Query('channel') channel: unknown,
    @Query('account') account: unknown,
    @Query('address') address: unknown,
  ): Promise<Visitor> {
    const { desk } = this;
    if (!desk || channel !== 'webchat' || typeof account !== 'string' || typeof address !== 'string')
      refuse('not-found');
    const { row, form, steps } = await readVisitorOf(desk.postgres, { account, address });
    const fields = new Map(desk.settings.policy.chat.form.map((field) => [field.code, field]));
    const { language = null, ...seen } = row ?? nobody;
    return {
      ...seen,
      language,
      lastSeenAt: row?.lastSeenAt.toISOString() ?? null,
      form: Object.entries(form).map(([field, value]) => {
        const asked = fields.get(field);
        const chosen = asked?.choices.find(({ code }) => code === value);
        return { field, label: asked?.name ?? { en: field, zh: field }, value, choice: chosen?.name ?? null };
      }),
      steps,
    };
  }
}

const nobody = {
  isHere: false,
  visits: 0,
  referrer: null,
  searchTerm: null,
  region: null,
  language: null,
  device: null,
};
