/** Socket Mode: Bolt holds the line; what is said on it is acknowledged once it is taken in, and never before. */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { readConfig } from '@trunkline/platform';
import type { Desk, Received } from '../channel.ts';
import { givenProvider } from '../provider-for-specs.ts';
import { readSlackConfig, type SlackConfig, sampleSettings, variables } from './config.ts';
import { openSocket } from './open-socket.ts';

type Line = { send(text: string): void; on(what: 'message', hear: (text: Buffer) => void): void };
type Lines = {
  on(what: 'connection', hear: (line: Line) => void): void;
  on(what: 'listening', ready: () => void): void;
  address(): AddressInfo;
  close(): void;
};
const { WebSocketServer } = createRequire(import.meta.url)('ws') as {
  WebSocketServer: new (options: { port: number; host: string }) => Lines;
};

test('an event is acknowledged after it was taken in; one that was not taken in is not', async () => {
  const lines = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((ready) => lines.on('listening', ready));
  const slack = await givenProvider(({ path }) =>
    path.endsWith('/apps.connections.open')
      ? { status: 200, body: { ok: true, url: `ws://127.0.0.1:${lines.address().port}` } }
      : { status: 200, body: { ok: false, error: 'user_not_found' } },
  );
  const happened: string[] = [];
  let isDown = true;
  let settle: () => void = () => {};
  const acknowledged = new Promise<void>((resolve) => {
    settle = resolve;
  });
  lines.on('connection', (line) => {
    line.on('message', (text) => {
      const { envelope_id: id } = JSON.parse(text.toString()) as { envelope_id: string };
      happened.push(`acknowledged ${id}`);
      settle();
    });
    line.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    for (const id of ['first', 'again']) line.send(JSON.stringify(envelope(id)));
  });
  const settings = { ...sampleSettings, SLACK_APP_TOKEN: 'xapp-spec', SLACK_URL: `${slack.url}/api` };
  const desk = {
    config: readSlackConfig(readConfig(variables, settings)) as SlackConfig,
    takeIn: async ({ key }: Received) => {
      if (isDown) {
        isDown = false;
        throw new Error('the database is away');
      }
      await new Promise((later) => setImmediate(later));
      happened.push(`committed ${key}`);
    },
  } as unknown as Desk<SlackConfig>;
  const receiving = await openSocket(desk);
  await acknowledged;
  await receiving.stop();
  lines.close();
  await slack.close();
  // the first was not taken in, and nobody said that it was
  expect(happened).toEqual(['committed D1:1700000000.000100', expect.stringMatching(/^acknowledged (first|again)$/)]);
}, 20_000);

const envelope = (id: string) => ({
  envelope_id: id,
  type: 'events_api',
  accepts_response_payload: false,
  payload: {
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: 'Hi', ts: '1700000000.000100' },
  },
});
