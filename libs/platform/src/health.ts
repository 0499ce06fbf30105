/** Live means progress, ready means able to serve; parts say so themselves. */
import type { ServerResponse } from 'node:http';
import { Controller, Get, Injectable, Res } from '@nestjs/common';
import { readMetrics } from './metrics.ts';

/** Gives `true`, or the sentence that says what is wrong. */
export type HealthCheck = () => Promise<boolean | string> | boolean | string;

@Injectable()
export class Health {
  private readonly alive = new Map<string, HealthCheck>();
  private readonly ready = new Map<string, HealthCheck>();

  /** A failing one gets the process restarted, so it must say "no progress though there is work", never "a broker is away". */
  aliveWhile(name: string, check: HealthCheck): void {
    this.alive.set(name, check);
  }

  readyWhen(name: string, check: HealthCheck): void {
    this.ready.set(name, check);
  }

  isAlive = () => askAll(this.alive);
  isReady = () => askAll(this.ready);
}

async function askAll(checks: Map<string, HealthCheck>) {
  const asked = [...checks].map(async ([name, check]) => {
    const said = await Promise.resolve()
      .then(check)
      .catch((error: Error) => error.message);
    return [name, said === true ? 'ok' : said || 'not yet'] as const;
  });
  const parts = Object.fromEntries(await Promise.all(asked));
  return { ok: Object.values(parts).every((said) => said === 'ok'), parts };
}

@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('health/live')
  async live(@Res() response: ServerResponse) {
    const { ok, parts } = await this.health.isAlive();
    answer(response, ok, { live: ok, parts });
  }

  @Get('health/ready')
  async isReady(@Res() response: ServerResponse) {
    const { ok, parts } = await this.health.isReady();
    answer(response, ok, { ready: ok, parts });
  }

  @Get('metrics')
  async metrics(@Res() response: ServerResponse) {
    const { type, text } = await readMetrics();
    response.setHeader('content-type', type).end(text);
  }
}

function answer(response: ServerResponse, ok: boolean, said: unknown): void {
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}
