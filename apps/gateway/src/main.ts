/** Starts the gateway: the staff's door, and the console behind it. */
import { schemaVersionOf, startService } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { gatewayConfig } from './config.ts';
import { migrations } from './migrations/index.ts';
import { openDoors } from './open-doors.ts';
import { takeLongBodies } from './take-long-bodies.ts';

await startService({
  name: 'gateway',
  module: AppModule,
  config: gatewayConfig,
  schemaVersion: schemaVersionOf(migrations),
  defaults: { policy: defaultPolicy },
  beforeBodies: takeLongBodies,
  beforeListen: openDoors,
});
