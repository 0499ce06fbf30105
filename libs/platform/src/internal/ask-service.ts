/** Asks another service over HTTP; its no comes back as the same refusal, its silence as `try-again`. */
import { Inject, Injectable } from '@nestjs/common';
import { type ReasonCode, reasons, type Service } from '@trunkline/contracts';
import type { z } from 'zod';
import type { PlatformConfig } from '../config.ts';
import { type Issue, type ReasonValues, Refusal } from '../errors.ts';
import { Log } from '../log.ts';
import { CONFIG, type Me, SERVICE } from '../tokens.ts';
import { traceparent } from '../trace.ts';
import { signServiceToken } from './service-token.ts';

export type Question<T> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its leading slash: `/internal/conversations/states`. */
  path: string;
  /** Sent as JSON; a Buffer goes as it is. */
  body?: unknown;
  /** Staff id on whose behalf; the asking service itself where absent. */
  as?: string;
  timeoutMs?: number;
  idempotencyKey?: string;
  headers?: Record<string, string>;
  /** Holds the answer against a contract. */
  schema?: z.ZodType<T>;
};

const tokenKeepMs = 10 * 60_000;

@Injectable()
export class AskService {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: PlatformConfig,
    @Inject(SERVICE) private readonly me: Me,
    private readonly log: Log,
  ) {}

  /** The answer's JSON; `undefined` where there is none. Nothing is repeated here: who asks knows whether it may be. */
  async ask<T = unknown>(service: Service, question: Question<T>): Promise<T> {
    const response = await this.send(service, question);
    const answer = (await response.text().catch(() => this.away(service, 'the answer broke off'))) || 'null';
    if (!response.ok) throw refusalOf(response.status, answer);
    const value = JSON.parse(answer) ?? undefined;
    return question.schema ? question.schema.parse(value) : (value as T);
  }

  /** The answer as it comes, for bytes; its status is checked. */
  async askRaw(service: Service, question: Omit<Question<never>, 'schema'>): Promise<Response> {
    const response = await this.send(service, question);
    if (!response.ok) throw refusalOf(response.status, await response.text().catch(() => ''));
    return response;
  }

  private async send(
    service: Service,
    question: Question<never> | Question<unknown> | Omit<Question<never>, 'schema'>,
  ): Promise<Response> {
    const { method = 'GET', path, body, timeoutMs = 3_000, idempotencyKey } = question;
    const trace = traceparent();
    const isBytes = body instanceof Uint8Array;
    try {
      return await fetch(new URL(path, this.urlOf(service)), {
        method,
        headers: {
          authorization: `Bearer ${await this.tokenFor(service, question.as ?? this.me.name)}`,
          ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          ...(trace ? { traceparent: trace } : {}),
          ...question.headers,
        },
        body: body === undefined ? undefined : isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      return this.away(service, (error as Error).message);
    }
  }

  private away(service: Service, why: string): never {
    this.log.warn('a service did not answer', { asked: service, why });
    throw new Refusal('try-again');
  }

  private urlOf(service: Service): string {
    const { CHANNELS_URL, ROUTER_URL, SLA_URL, GATEWAY_URL } = this.config;
    return { channels: CHANNELS_URL, router: ROUTER_URL, sla: SLA_URL, gateway: GATEWAY_URL }[service];
  }

  private async tokenFor(to: Service, sub: string): Promise<string> {
    const kept = this.tokens.get(`${to} ${sub}`);
    if (kept && kept.until > Date.now()) return kept.token;
    const token = await signServiceToken(this.config.SERVICE_KEYS, { from: this.me.name, to, sub });
    if (this.tokens.size > 5_000) this.tokens.clear();
    this.tokens.set(`${to} ${sub}`, { token, until: Date.now() + tokenKeepMs });
    return token;
  }
}

/** Only problems of ours pass through as they are; anything else from inside the house is "not now". */
function refusalOf(status: number, answer: string): Refusal {
  try {
    const problem = JSON.parse(answer) as { reason?: string; values?: ReasonValues; issues?: Issue[] };
    if (problem.reason && problem.reason in reasons) {
      return new Refusal(problem.reason as ReasonCode, { status, values: problem.values, issues: problem.issues });
    }
  } catch {
    // not a problem of ours
  }
  return new Refusal('try-again');
}
