/** Each way a route can fail, and what the asker reads. */
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { z } from 'zod';
import { ProblemFilter } from './answer-problem.ts';
import { refuse } from './errors.ts';
import { Log } from './log.ts';
import { parse } from './parse.ts';

const Reply = z.object({ text: z.string().min(1), times: z.int() });

@Controller()
class Doors {
  @Get('refused') refused() {
    refuse('not-yours', { holder: '林' });
  }
  @Get('transient') transient() {
    throw Object.assign(new Error('the database'), { code: '57P01' });
  }
  @Get('defect') defect() {
    throw new Error('secret innards');
  }
  @Post('reply') reply(@Body(parse(Reply)) body: z.infer<typeof Reply>) {
    return body;
  }
}
@Module({ controllers: [Doors] })
class House {}

let app: NestExpressApplication;
let url: string;
beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(House, { logger: false });
  app.useGlobalFilters(new ProblemFilter(new Log({ service: 'spec', instance: 'spec', level: 'silent' })));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text, body: JSON.parse(text) };
}
const get = (path: string, language = 'en-GB,en;q=0.9') => ask(path, { headers: { 'accept-language': language } });
const send = (body: string) => ask('/reply', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

test('a refusal is a problem with code, values and a sentence', async () => {
  const { body, status, type } = await get('/refused');
  expect([status, type]).toEqual([409, 'application/problem+json']);
  expect(body).toEqual({
    type: 'https://trunkline.dev/problems/not-yours',
    title: 'Not yours',
    status: 409,
    reason: 'not-yours',
    values: { holder: '林' },
    detail: 'This conversation is not with you: 林 has it.',
  });
});

test('the sentence is Chinese for those who ask for it', async () => {
  const { body } = await get('/refused', 'zh-CN,zh;q=0.9,en;q=0.8');
  expect(body.detail).toBe('该会话不在您这里，目前由林处理。');
});

test('a body that breaks its contract names each issue', async () => {
  const { body, status } = await send(JSON.stringify({ text: '', times: 'x' }));
  expect(status).toBe(400);
  expect(body.reason).toBe('bad-request');
  expect(body.issues.map(({ path }: { path: string }) => path)).toEqual(['text', 'times']);
});

test('a body that keeps its contract comes through', async () => {
  const { body, status } = await send(JSON.stringify({ text: 'hi', times: 2, more: 1 }));
  expect([status, body]).toEqual([201, { text: 'hi', times: 2 }]);
});

test.each([
  ['broken JSON', () => send('{"text"'), 400, 'bad-request'],
  ['too long a body', () => send(JSON.stringify({ text: 'x'.repeat(200_000) })), 413, 'too-large'],
  ['no such route', () => get('/nowhere'), 404, 'not-found'],
  ['a database that is away', () => get('/transient'), 503, 'try-again'],
  ['a defect of ours', () => get('/defect'), 500, 'went-wrong'],
])('%s has its reason too', async (_sentence, run, status, reason) => {
  const answer = await run();
  expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  expect(answer.text).not.toContain('innards');
});
