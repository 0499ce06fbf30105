/** Who may ask at `/internal`, and how a no travels through the house. */
import { Body, Controller, Get, Headers, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Service } from '@trunkline/contracts';
import { SignJWT, UnsecuredJWT } from 'jose';
import { z } from 'zod';
import { ProblemFilter } from '../answer-problem.ts';
import type { Key, PlatformConfig } from '../config.ts';
import { Refusal, refuse } from '../errors.ts';
import { Log } from '../log.ts';
import { CONFIG, SERVICE } from '../tokens.ts';
import { inTrace, newTraceparent } from '../trace.ts';
import { AskService } from './ask-service.ts';
import { Caller, type InternalCaller, KnowCaller } from './know-caller.ts';
import { signServiceToken } from './service-token.ts';

const key = (kid: string, fill: number): Key => ({ kid, bytes: new Uint8Array(32).fill(fill) });
const [fresh, old, stranger] = [key('new', 1), key('old', 2), key('new', 3)];
const log = new Log({ service: 'spec', instance: 'spec', level: 'silent' });

@Controller('internal')
@UseGuards(KnowCaller)
class InternalDoors {
  @Get('who') who(@Caller() caller: InternalCaller, @Headers() headers: Record<string, string>) {
    return { ...caller, key: headers['idempotency-key'], trace: headers.traceparent };
  }
  @Post('echo') echo(@Body() body: unknown) {
    return body;
  }
  @Get('nothing') nothing() {}
  @Post('refused') refused() {
    refuse('not-yours', { holder: 'Lin' });
  }
  @Get('defect') defect() {
    throw new Error('innards');
  }
  @Get('slow') slow() {
    return new Promise(() => {});
  }
}
@Module({
  controllers: [InternalDoors],
  providers: [
    { provide: CONFIG, useValue: { SERVICE_KEYS: [fresh, old] } },
    { provide: SERVICE, useValue: { name: 'router', instance: 'spec' } },
    KnowCaller,
  ],
})
class House {}

let app: NestExpressApplication;
let url: string;
beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(House, { logger: false, forceCloseConnections: true });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

function asker(name: Service = 'gateway', keys = [fresh, old], at = url): AskService {
  const config = { SERVICE_KEYS: keys, ROUTER_URL: at, CHANNELS_URL: at, SLA_URL: at, GATEWAY_URL: at };
  return new AskService(config as unknown as PlatformConfig, { name, instance: 'spec' }, log);
}

const bare = (token?: string) =>
  fetch(`${url}/internal/who`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
const jwt = (change: (token: SignJWT) => SignJWT, signer = fresh) =>
  change(
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256', kid: signer.kid })
      .setIssuer('gateway')
      .setAudience('router')
      .setSubject('lin')
      .setIssuedAt()
      .setExpirationTime('15m'),
  ).sign(signer.bytes);
const now = () => Math.floor(Date.now() / 1000);

test('the asked one knows which service asks, for whom, under which key and in which trace', async () => {
  const trace = newTraceparent();
  const answer = await inTrace(trace, () =>
    asker().ask('router', { path: '/internal/who', as: 'lin', idempotencyKey: 'k1' }),
  );
  expect(answer).toEqual({ service: 'gateway', sub: 'lin', key: 'k1', trace });
  expect(await asker('sla').ask('router', { path: '/internal/who' })).toMatchObject({ service: 'sla', sub: 'sla' });
});

test('the old key is still good, so that keys can be changed while all run', async () => {
  await expect(asker('gateway', [old]).ask('router', { path: '/internal/who' })).resolves.toMatchObject({
    sub: 'gateway',
  });
});

test('a clock that is wrong by five minutes is forgiven', async () => {
  const late = await jwt((token) => token.setExpirationTime(now() - 300));
  expect((await bare(late)).status).toBe(200);
});

test.each([
  ['no token', async () => undefined],
  [
    'a token signed by another key of the same name',
    () => signServiceToken([stranger], { from: 'gateway', to: 'router', sub: 'lin' }),
  ],
  ['a key nobody knows', () => signServiceToken([key('other', 1)], { from: 'gateway', to: 'router', sub: 'lin' })],
  [
    'an unsigned token',
    async () =>
      new UnsecuredJWT()
        .setIssuer('gateway')
        .setAudience('router')
        .setSubject('lin')
        .setExpirationTime('5m')
        .setIssuedAt()
        .encode(),
  ],
  ['a token for another service', () => signServiceToken([fresh], { from: 'gateway', to: 'sla', sub: 'lin' })],
  ['a token of nobody’s', () => jwt((token) => token.setIssuer('stranger'))],
  ['an expired token', () => jwt((token) => token.setExpirationTime(now() - 3_600))],
  [
    'a token that never ends',
    () =>
      new SignJWT({ sub: 'lin' })
        .setProtectedHeader({ alg: 'HS256', kid: 'new' })
        .setIssuer('gateway')
        .setAudience('router')
        .setIssuedAt()
        .sign(fresh.bytes),
  ],
  ['a token for nobody', () => jwt((token) => token.setSubject(''))],
  ['rubbish', async () => 'rub.bi.sh'],
])('%s is refused', async (_sentence, make) => {
  const response = await bare(await make());
  expect([response.status, ((await response.json()) as { reason: string }).reason]).toEqual([401, 'wrong-token']);
});

test('a body goes and comes as JSON, held against its contract', async () => {
  const question = { method: 'POST', path: '/internal/echo', body: { text: '你好' } } as const;
  expect(await asker().ask('router', { ...question, schema: z.object({ text: z.string() }) })).toEqual({
    text: '你好',
  });
  await expect(asker().ask('router', { ...question, schema: z.object({ other: z.string() }) })).rejects.toThrow();
  expect(await asker().ask('router', { path: '/internal/nothing' })).toBeUndefined();
});

test('a no passes through with its code, its values and its status', async () => {
  const no = await asker()
    .ask('router', { method: 'POST', path: '/internal/refused' })
    .catch((error) => error);
  expect(no).toBeInstanceOf(Refusal);
  expect(no).toMatchObject({ code: 'not-yours', values: { holder: 'Lin' }, status: 409 });
});

test('a defect over there is its own, and not called ours', async () => {
  await expect(asker().ask('router', { path: '/internal/defect' })).rejects.toMatchObject({
    code: 'went-wrong',
    status: 500,
  });
});

test.each([
  ['nobody listens', () => asker('gateway', [fresh], 'http://127.0.0.1:1').ask('router', { path: '/internal/who' })],
  ['it takes too long', () => asker().ask('router', { path: '/internal/slow', timeoutMs: 100 })],
])('%s: try again', async (_sentence, ask) => {
  await expect(ask()).rejects.toMatchObject({ code: 'try-again', status: 503 });
});
