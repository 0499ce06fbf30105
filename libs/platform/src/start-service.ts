/** Starts a service: settings, log, Postgres, schema, Nest, Kafka, doors; and ends it in order when asked to. */
import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Service } from '@trunkline/contracts';
import { bodyLimitBytes, ProblemFilter } from './answer-problem.ts';
import { type ConfigSpec, type PlatformConfig, readConfig } from './config.ts';
import { Drain } from './drain.ts';
import { armFaultPoints } from './fault-point.ts';
import { Health } from './health.ts';
import { KafkaBatches } from './kafka/transport.ts';
import { Log, logForNest } from './log.ts';
import { measureProcess } from './metrics.ts';
import { Relay } from './outbox/relay.ts';
import { armPlantedBugs } from './planted-bug.ts';
import { PlatformModule } from './platform.module.ts';
import { demandSchema, missingMigrations } from './postgres/demand-schema.ts';
import { Postgres } from './postgres/transaction.ts';
import { takeRaw } from './take-raw.ts';
import type { Defaults } from './tokens.ts';
import { inTrace } from './trace.ts';

export type ServiceOptions = {
  name: Service;
  /** The service's root module. */
  module: Type;
  config: ConfigSpec;
  /** Name of its last migration: `schemaVersionOf(migrations)`. */
  schemaVersion: string | undefined;
  defaults: Defaults;
  /** Requests below these paths are taken as bytes: signatures are over the bytes. */
  rawUnder?: string[];
  /** Before bodies are read by the usual limit: routes with a limit of their own. */
  beforeBodies?(app: NestExpressApplication): void;
  /** Before the doors open: static files, sockets. */
  beforeListen?(app: NestExpressApplication): void | Promise<void>;
};

const longestStopMs = 9_500;

/** Never throws: what keeps it from starting is one sentence on stderr and exit 1. */
export async function startService(options: ServiceOptions): Promise<INestApplication> {
  try {
    return await start(options);
  } catch (error) {
    process.stderr.write(`${options.name} cannot start. ${(error as Error).message}\n`);
    process.exit(1);
  }
}

async function start(options: ServiceOptions): Promise<INestApplication> {
  const config = readConfig(options.config) as PlatformConfig;
  armFaultPoints(config.FAULT_POINTS);
  armPlantedBugs(config.PLANTED_BUG_FILE);
  measureProcess();
  const app = await makeApp(options, config);
  const postgres = app.get(Postgres);
  const health = app.get(Health);
  endInOrder(app, config.DRAIN_SECONDS * 1_000);
  await demandSchema(postgres, options.schemaVersion);
  health.readyWhen('postgres', async () => {
    await postgres.query('SELECT 1');
    return true;
  });
  health.readyWhen('schema', async () => {
    const missing = await missingMigrations(postgres, options.schemaVersion);
    return missing.length === 0 || `older than this release: ${missing.join(', ')} missing`;
  });
  health.readyWhen('drain', () => !app.get(Drain).isGoing() || 'going away');
  await options.beforeListen?.(app);
  await speakWithKafka(app);
  app.get(Drain).watch(app.getHttpServer());
  await app.listen(config.PORT, config.HOST);
  app.get(Log).info('listening', { url: await app.getUrl() });
  return app;
}

async function makeApp(options: ServiceOptions, config: PlatformConfig): Promise<NestExpressApplication> {
  const platform = PlatformModule.forService({ name: options.name, config, defaults: options.defaults });
  class Root {}
  const app = await NestFactory.create<NestExpressApplication>(
    { module: Root, imports: [platform, options.module] },
    // silent until its log is there: what keeps it from starting is said once, in one sentence
    { rawBody: true, logger: false, abortOnError: false },
  );
  app.useLogger(logForNest(app.get(Log)));
  app.disable('x-powered-by');
  if (options.rawUnder) takeRaw(app, options.rawUnder);
  options.beforeBodies?.(app);
  app.useBodyParser('json', { limit: bodyLimitBytes });
  app.use((request: IncomingMessage, _response: ServerResponse, next: () => void) =>
    inTrace(request.headers.traceparent, next),
  );
  app.useGlobalFilters(app.get(ProblemFilter));
  return app;
}

/** Ready once all groups were joined; a broker that goes away later takes no pod out of service that takes webhooks. */
async function speakWithKafka(app: NestExpressApplication): Promise<void> {
  const kafka = app.get(KafkaBatches);
  let joinedOnce = false;
  app.get(Health).readyWhen('consumers', () => {
    joinedOnce ||= kafka.joined();
    return joinedOnce || 'not joined yet';
  });
  app
    .get(Health)
    .aliveWhile('consumers', () => !kafka.isStuck() || 'nothing was taken for too long though there is work');
  app.connectMicroservice({ strategy: kafka }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  app.get(Relay).start();
}

/** Say so and serve on, then stop taking, finish what is in hand, flush, close; what is not done by then is done again after the next start. */
function endInOrder(app: INestApplication, drainMs: number): void {
  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), drainMs + longestStopMs).unref();
    app.get(Log).info('stopping', { signal });
    await app.get(Drain).run(app.getHttpServer(), drainMs);
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void end(signal).catch(() => process.exit(1)));
  }
}
