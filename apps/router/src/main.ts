/** Starts the router: everything decided about a conversation. */
import { schemaVersionOf, startService } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { routerConfig } from './config.ts';
import { migrations } from './migrations/index.ts';

await startService({
  name: 'router',
  module: AppModule,
  config: routerConfig,
  schemaVersion: schemaVersionOf(migrations),
  defaults: { policy: defaultPolicy },
});
