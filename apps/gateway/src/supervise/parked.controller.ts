/** Everything put aside in any of the four services, in one list, each with its reason and one way back in. */

import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { type ParkedRow, ParkedRows, type Service, type StaffV1, services } from '@trunkline/contracts';
import { AskService, refuse } from '@trunkline/platform';
import { z } from 'zod';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

@Controller('v1/parked')
@UseGuards(SignedIn)
export class ParkedController {
  constructor(private readonly services: AskService) {}

  /** One that does not answer now is left out of the list and named in `missing`, so that the rest can be seen. */
  @Get()
  @Does('list-parked')
  async list(@Person() person: StaffV1, @Query('count') count?: string) {
    const path = `/internal/parked${count === undefined ? '' : `?count=${encodeURIComponent(count)}`}`;
    const asked = await Promise.allSettled(
      services.map((service) => this.services.ask<ParkedRows>(service, { path, as: person.id, schema: ParkedRows })),
    );
    const answers = asked.map((one) => (one.status === 'fulfilled' ? one.value : null));
    const items = answers.flatMap((rows) => rows?.items ?? []);
    return {
      items: items.sort((a, b) => b.parkedAt.localeCompare(a.parkedAt)),
      next: null,
      count: answers.reduce((sum, rows) => sum + (rows?.count ?? 0), 0),
      missing: services.filter((_service, index) => answers[index] === null),
    };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Does('retry-parked')
  retry(@Person() person: StaffV1, @Param('id') id: string): Promise<ParkedRow> {
    const [service, uuid] = id.split(':');
    const isOne = services.includes(service as Service) && z.uuid().safeParse(uuid).success;
    if (!isOne) refuse('not-found');
    const path = `/internal/parked/${uuid}/retry`;
    return this.services.ask(service as Service, { method: 'POST', path, body: {}, as: person.id, timeoutMs: 10_000 });
  }
}
