/** Starts sla: everything that happens because time passed. */
import { schemaVersionOf, startService } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { slaConfig } from './config.ts';
import { migrations } from './migrations/index.ts';

await startService({
  name: 'sla',
  module: AppModule,
  config: slaConfig,
  schemaVersion: schemaVersionOf(migrations),
  defaults: { policy: defaultPolicy },
});
