/** Whether the books balance: asks each service for its own counts, and the rules what they come to. */
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import {
  type Books,
  IdsMissing,
  MessageBooks,
  type MessageId,
  OwnBooks,
  ReceiptBooks,
  type ReceiptId,
  type Service,
  type StaffV1,
  sayReason,
  services,
} from '@trunkline/contracts';
import { AskService, parse } from '@trunkline/platform';
import { type CountedBooks, judgeBooks } from '@trunkline/rules';
import { z } from 'zod';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const BooksAsked = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(1440).default(60),
  grace: z.coerce.number().int().min(0).max(600).default(10),
});
const none = { from: '', to: '' };
const noReceipts: ReceiptBooks = { receipts: { accepted: 0, settled: 0, parked: 0, erased: 0 }, words: {}, ids: [] };
const noMessages: MessageBooks = { stored: 0, words: 0, inputs: { rows: 0, oldestSeconds: 0 }, ids: [] };

@Controller('v1/books')
@UseGuards(SignedIn)
export class BooksController {
  constructor(private readonly services: AskService) {}

  @Get()
  @Does('run-selftest')
  async show(
    @Person() person: StaffV1,
    @Query(parse(BooksAsked)) { minutes, grace }: z.infer<typeof BooksAsked>,
  ): Promise<Books> {
    const to = new Date(Date.now() - grace * 1000);
    const span = { from: new Date(to.getTime() - minutes * 60_000).toISOString(), to: to.toISOString() };
    const counted = await this.count(person, span);
    const faults = judgeBooks(counted).map(({ because, values }) => ({
      because,
      en: sayReason(because, 'en', values),
      zh: sayReason(because, 'zh', values),
    }));
    return { ...counted, balanced: faults.length === 0, faults };
  }

  /** One that is silent is named, so that the rest can be seen. */
  private async count(person: StaffV1, span: typeof none): Promise<CountedBooks> {
    const silent = new Set<Service>();
    const ask = async <T>(service: Service, path: string, schema: z.ZodType<T>, body?: object): Promise<T | null> =>
      this.services
        .ask(service, { method: body ? 'POST' : 'GET', path, body, as: person.id, schema, timeoutMs: 10_000 })
        .catch(() => {
          silent.add(service);
          return null;
        });
    const query = new URLSearchParams(span);
    const own = await Promise.all(
      services.map(async (service) => [service, await ask(service, '/internal/books/own', OwnBooks)] as const),
    );
    const received = (await ask('channels', `/internal/books/receipts?${query}`, ReceiptBooks)) ?? noReceipts;
    const stored = (await ask('router', `/internal/books/messages?${query}`, MessageBooks)) ?? noMessages;
    const nowhere = await ask('router', '/internal/books/receipts', IdsMissing, { ids: received.ids });
    const lost = await ask('channels', '/internal/books/words', IdsMissing, { ids: stored.ids });
    return {
      ...span,
      received: received.receipts,
      stored: stored.stored,
      nowhere: (nowhere?.missing ?? []) as ReceiptId[],
      lookedFor: received.ids.length,
      written: stored.words,
      words: received.words,
      wordsNowhere: (lost?.missing ?? []) as MessageId[],
      inputs: stored.inputs,
      services: Object.fromEntries(own.flatMap(([service, books]) => (books ? [[service, books]] : []))),
      silent: [...silent],
    };
  }
}
