/** Hears what telephone systems report of calls. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres } from '@trunkline/platform';
import { takeCall } from './take-call.ts';

@Controller()
export class CallChangedConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** One after the other: of one call the next report stands on what the last one made of it. */
  @Facts('call.changed')
  async take(batch: Fact<'call.changed'>[]): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      for (const { data } of batch) await takeCall(tx, data, { settings: this.settings });
    });
  }
}
