/** The page on which customers answer a question of the desk: looking changes nothing, one click answers, once. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QuestionStanding } from '@trunkline/contracts';
import { AskService, CONFIG, isTransient, type Key, LiveSettings, Log, rawBodyOf } from '@trunkline/platform';
import type { ReceivedMessage, Word } from './channel.ts';
import { type AnswerView, answerPageHeaders, drawAnswerPage, languageOfText } from './draw-answer-page.ts';
import { Desks } from './open-channels.ts';
import { OutboundStore } from './outbound.store.ts';
import { openAnswer } from './sign-answer.ts';

type Asked = { word: Word; reference: string | null };
/** The router is asked this long whether the question stands; without its word it is taken to. */
const patienceMs = 2_500;
const longestComment = 2_000;

@Controller('answer')
export class AnswersController {
  constructor(
    @Inject(CONFIG) private readonly config: { FIELD_KEY: readonly Key[] },
    private readonly outbound: OutboundStore,
    private readonly desks: Desks,
    private readonly services: AskService,
    private readonly settings: LiveSettings,
    private readonly log: Log,
  ) {}

  /** Programs that look at mails open every link: this only shows. */
  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('chosen') chosen: unknown,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const asked = await this.read(token);
    if (!asked) return this.draw(response, undefined, { kind: 'gone' });
    if (!(await this.stands(asked.word))) return this.draw(response, asked.word, { kind: 'settled' });
    return this.draw(response, asked.word, { kind: 'asks', word: asked.word, chosen: String(chosen ?? '') });
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const asked = await this.read(token);
    if (!asked) return this.draw(response, undefined, { kind: 'gone' });
    const { word } = asked;
    const form = new URLSearchParams(rawBodyOf(request).toString('utf8'));
    const choice = word.choices?.find(({ code }) => code === form.get('chosen'));
    if (!choice) return this.draw(response, word, { kind: 'asks', word, chosen: '' });
    const comment = (form.get('comment') ?? '').replaceAll('\0', '').trim().slice(0, longestComment);
    try {
      const view = await this.take(asked, { choice, comment });
      this.draw(response, word, view);
    } catch (error) {
      if (!isTransient(error)) this.log.error('an answer could not be taken in', { error, messageId: word.messageId });
      this.draw(response, word, { kind: 'later', word, chosen: choice.code });
    }
  }

  /** The first answer counts: the receipt is the question's. */
  private async take(asked: Asked, said: Said): Promise<AnswerView> {
    const open = this.desks.of(asked.word.channel);
    if (!open) return { kind: 'gone' };
    if (!(await this.stands(asked.word))) return { kind: 'settled' };
    const taken = await open.desk.takeIn(answerOf(asked, said));
    return taken.kind === 'duplicate' ? { kind: 'settled' } : { kind: 'taken', label: said.choice.label };
  }

  private async read(token: string): Promise<Asked | undefined> {
    const messageId = openAnswer(token, this.config.FIELD_KEY);
    const asked = messageId ? await this.outbound.read(messageId) : undefined;
    return asked && (asked.word.choices?.length ?? 0) > 0 ? asked : undefined;
  }

  /** What nobody can say now is not held against the customer: an answer too late is read as a message. */
  private async stands({ conversationId, messageId }: Word): Promise<boolean> {
    const path = '/internal/questions/standing';
    const body = { conversationId, messageId };
    return this.services
      .ask('router', { method: 'POST', path, body, schema: QuestionStanding, timeoutMs: patienceMs })
      .then(
        ({ stands }) => stands,
        () => true,
      );
  }

  private draw(response: ServerResponse, word: Word | undefined, view: AnswerView): void {
    const language = word ? languageOfText(word.text) : null;
    const page = drawAnswerPage(view, { language, desk: this.settings.policy.desk.name });
    const status = view.kind === 'gone' ? 404 : view.kind === 'later' ? 503 : 200;
    response.writeHead(status, answerPageHeaders).end(page);
  }
}

type Said = { choice: NonNullable<Word['choices']>[number]; comment: string };

function answerOf({ word, reference }: Asked, { choice, comment }: Said): ReceivedMessage {
  const { messageId, conversationId, account, to, thread, subject } = word;
  return {
    kind: 'message',
    account,
    key: `answer:${messageId}`,
    raw: Buffer.from(JSON.stringify({ answers: messageId, chosen: choice.code, comment })),
    from: { address: to.address, name: to.name, vouchedBy: null, email: null },
    thread: { key: thread.key, conversationId, reference: null, answers: reference ? [reference] : [] },
    subject,
    text: comment ? `${choice.label}\n${comment}` : choice.label,
    hasMore: false,
    files: [],
    provesArrivalOf: [messageId],
    automatic: null,
    chosen: choice.code,
    sentAt: null,
    whole: null,
  };
}
