/** Hears `setting.published` and keeps the last of each, in every service. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { PermanentError } from '../errors.ts';
import { Facts } from '../kafka/facts.ts';
import { Postgres } from '../postgres/transaction.ts';
import { LiveSettings } from './live-settings.ts';
import { settingBodies } from './setting-bodies.ts';
import { storeSettings } from './store-settings.ts';

@Controller()
export class SettingsConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly live: LiveSettings,
  ) {}

  @Facts('setting.published')
  async take(batch: Fact<'setting.published'>[]): Promise<void> {
    const settings = batch.map(({ data }) => data);
    for (const { kind, name, body } of settings) {
      const broken = settingBodies[kind].safeParse(body).error;
      if (broken) throw new PermanentError(`${kind} ${name}: ${broken.message}`, 'breaks-contract');
    }
    await this.postgres.transaction((tx) => storeSettings(tx, settings));
    await this.live.refresh();
  }
}
