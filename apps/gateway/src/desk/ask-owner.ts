/** Asks the service that owns a thing on a person's behalf, and asks again while it has not heard of the person yet. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Service, StaffV1 } from '@trunkline/contracts';
import { AskService, type Question, Refusal } from '@trunkline/platform';

/** How long `try-again` is tried again: settings reach a service within a second or two. */
const patienceMs = 3_000;
const betweenMs = 150;

@Injectable()
export class AskOwner {
  constructor(private readonly services: AskService) {}

  /** Only for what may be said twice: reads, guarded orders, and posts that carry an idempotency key. */
  async ask<T = unknown>(person: Pick<StaffV1, 'id'>, owner: Service, question: Question<T>): Promise<T> {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        return await this.services.ask<T>(owner, { ...question, as: person.id });
      } catch (error) {
        const isPassing = error instanceof Refusal && error.code === 'try-again';
        if (!isPassing || Date.now() > until) throw error;
        await pause(betweenMs);
      }
    }
  }

  askRaw(person: Pick<StaffV1, 'id'>, owner: Service, path: string): Promise<Response> {
    return this.services.askRaw(owner, { path, as: person.id });
  }
}
