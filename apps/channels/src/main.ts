/** Starts channels, the customers' door. */
import { schemaVersionOf, startService } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { channelsConfig } from './config.ts';
import { migrations } from './migrations/index.ts';

await startService({
  name: 'channels',
  module: AppModule,
  config: channelsConfig,
  schemaVersion: schemaVersionOf(migrations),
  defaults: { policy: defaultPolicy },
  rawUnder: ['/hooks', '/answer'],
});
