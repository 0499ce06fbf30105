/** What every service has in its Nest container; global, so that rooms need not import it. */
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Service } from '@trunkline/contracts';
import { ProblemFilter } from './answer-problem.ts';
import { BooksController } from './books.controller.ts';
import { CollectFigures } from './collect-figures.ts';
import type { PlatformConfig } from './config.ts';
import { Drain } from './drain.ts';
import { Parked } from './facts-in/park.ts';
import { ParkedController } from './facts-in/parked.controller.ts';
import { Health, HealthController } from './health.ts';
import { AskService } from './internal/ask-service.ts';
import { KnowCaller } from './internal/know-caller.ts';
import { KAFKA, kafkaSettings } from './kafka/kafka-settings.ts';
import { Fleeting } from './kafka/send-fleeting.ts';
import { KafkaBatches } from './kafka/transport.ts';
import { KeepHouse } from './keep-house.ts';
import { Leases } from './lease.ts';
import { Log } from './log.ts';
import { Relay } from './outbox/relay.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { Postgres } from './postgres/transaction.ts';
import { LiveSettings } from './settings/live-settings.ts';
import { SettingsConsumer } from './settings/settings.consumer.ts';
import { CONFIG, DEFAULTS, type Defaults, type Me, SERVICE } from './tokens.ts';

export type PlatformOptions = { name: Service; config: PlatformConfig; defaults: Defaults };

@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Leases) private readonly leases: Leases,
    @Inject(Fleeting) private readonly fleeting: Fleeting,
    @Inject(Postgres) private readonly postgres: Postgres,
  ) {}

  static forService({ name, config, defaults }: PlatformOptions): DynamicModule {
    const me: Me = { name, instance: `${name}-${process.pid}-${Math.random().toString(36).slice(2, 8)}` };
    const given = [
      { provide: CONFIG, useValue: config },
      { provide: SERVICE, useValue: me },
      { provide: DEFAULTS, useValue: defaults },
      { provide: KAFKA, useValue: kafkaSettings(config, me) },
      { provide: Log, useValue: new Log({ service: name, instance: me.instance, level: config.LOG_LEVEL }) },
      {
        provide: Postgres,
        useFactory: async () => new Postgres(await openPostgres({ url: config.DATABASE_URL, as: me.instance })),
      },
    ];
    const parts = [
      Leases,
      Health,
      Drain,
      LiveSettings,
      AskService,
      KnowCaller,
      ProblemFilter,
      Parked,
      KafkaBatches,
      Fleeting,
      Relay,
    ];
    return {
      module: PlatformModule,
      global: true,
      providers: [...given, ...parts, KeepHouse, CollectFigures],
      controllers: [HealthController, SettingsConsumer, ParkedController, BooksController],
      exports: [...given.map(({ provide }) => provide), ...parts],
    };
  }

  /** By now nothing comes in any more: doors and consumers are closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await Promise.all([this.leases.stop(), this.fleeting.stop()]);
    await this.postgres.close();
  }
}
