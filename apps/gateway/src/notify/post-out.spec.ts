/** V6: the desk never connects to its own house by an address that somebody entered, whatever it is dressed as. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from '@trunkline/platform';
import { judgeAddress } from './judge-address.ts';
import { limits, postOut } from './post-out.ts';

let server: Server;
let port: number;
const heard: { method?: string; url?: string; host?: string; body: string }[] = [];
let answer: (response: ServerResponse, request: IncomingMessage) => void = (response) => response.end('ok');

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ method: request.method!, url: request.url!, host: request.headers.host!, body });
      answer(response, request);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard.length = 0;
  answer = (response) => response.end('ok');
});

const post = { headers: { 'content-type': 'application/json' }, body: '{}' };
/** What a hostile name server might say. */
const names: Record<string, string[]> = {
  'to-loopback.example.com': ['127.0.0.1'],
  'to-metadata.example.com': ['169.254.169.254'],
  'to-private.example.com': ['10.1.2.3'],
  'one-of-two.example.com': ['93.184.215.14', '127.0.0.1'],
  'to-mapped.example.com': ['::ffff:127.0.0.1'],
  'to-six.example.com': ['::1'],
  'to-unique-local.example.com': ['fd00:ec2::254'],
  'to-zone.example.com': ['fe80::1%lo'],
  'to-nat64.example.com': ['64:ff9b::7f00:1'],
  'to-carrier.example.com': ['100.100.100.200'],
};
const resolve = async (host: string) =>
  (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const closed = { allowed: [], resolve };

const tricks = (at: number) => [
  `http://127.0.0.1:${at}/`,
  `https://127.0.0.1:${at}/`,
  `https://127.1:${at}/`,
  `https://0:${at}/`,
  `https://0.0.0.0:${at}/`,
  `https://2130706433:${at}/`,
  `https://0x7f000001:${at}/`,
  `https://0x7f.1:${at}/`,
  `https://0177.0.0.1:${at}/`,
  `https://017700000001:${at}/`,
  `https://127.0.0.1.:${at}/`,
  `https://１２７.0.0.1:${at}/`,
  `https://127。0。0。1:${at}/`,
  `https://[::1]:${at}/`,
  `https://[::]:${at}/`,
  `https://[0:0:0:0:0:0:0:1]:${at}/`,
  `https://[::ffff:127.0.0.1]:${at}/`,
  `https://[::ffff:7f00:1]:${at}/`,
  `https://[::127.0.0.1]:${at}/`,
  `https://[64:ff9b::127.0.0.1]:${at}/`,
  `https://[2002:7f00:1::]:${at}/`,
  `https://[2001:0:7f00:1::]:${at}/`,
  `https://[fd00:ec2::254]/`,
  `https://[fe80::1]/`,
  `https://[ff02::1]/`,
  `https://localhost:${at}/`,
  `https://LOCALHOST.:${at}/`,
  `https://any.localhost:${at}/`,
  `https://printer.local/`,
  `https://metadata.google.internal/computeMetadata/v1/`,
  `https://router/`,
  `https://postgres.default.svc.cluster.local/`,
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://168.63.129.16/metadata',
  'https://100.100.100.200/',
  'https://192.168.1.1/',
  'https://172.31.255.255/',
  'https://10.0.0.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  `https://hooks.slack.com@127.0.0.1:${at}/`,
  `https://user:password@example.com/`,
  `https://127.0.0.1:${at}\\@hooks.slack.com/`,
  `https:/127.0.0.1:${at}/`,
  `https:127.0.0.1:${at}`,
  `https://127.0.0.1:${at}\t/`,
  `https://exam\nple.com/`,
  ` https://127.0.0.1:${at}/`,
  `//127.0.0.1:${at}/`,
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  `gopher://127.0.0.1:${at}/_x`,
  'data:text/plain,x',
  'javascript:alert(1)',
  'https://',
  ...Object.keys(names).map((name) => `https://${name}:${at}/`),
];

test('V6 more than forty tricks are refused with a reason, and nothing is ever connected to', async () => {
  const all = tricks(port);
  expect(all.length).toBeGreaterThan(40);
  const told: string[] = [];
  for (const address of all) {
    const out = await postOut({ ...post, address }, closed);
    told.push(
      `${address} → ${out.kind === 'failed' ? out.because.code : 'CONNECTED'} ${out.kind === 'failed' && out.isPassing ? 'PASSING' : ''}`,
    );
  }
  expect(told.filter((line) => !/→ (target-needs-https|target-not-public) $/.test(line))).toEqual([]);
  expect(heard).toEqual([]);
});

test('V6 a name is looked up once, and the connection goes where was looked', async () => {
  let lookedUp = 0;
  const rebinding = async () => {
    lookedUp += 1;
    return [{ address: lookedUp === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
  };
  const out = await postOut(
    { ...post, address: `http://hook.test:${port}/x?y=1` },
    { allowed: [`hook.test:${port}`], resolve: rebinding },
  );
  expect(out).toMatchObject({ kind: 'answered', status: 200, body: 'ok' });
  expect([lookedUp, heard]).toEqual([1, [{ method: 'POST', url: '/x?y=1', host: `hook.test:${port}`, body: '{}' }]]);
});

test('where one address of a name does not answer the next is tried, of those that were checked', async () => {
  const two = async () => [
    { address: '127.0.0.2', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const out = await postOut({ ...post, address: `http://two.test:${port}/` }, { allowed: ['two.test'], resolve: two });
  expect(out).toMatchObject({ kind: 'answered', status: 200 });
});

test('what is allowed is allowed by host and port, and nothing beside it', async () => {
  const allowed = [`127.0.0.1:${port}`];
  expect(await postOut({ ...post, address: `http://127.0.0.1:${port}/` }, { allowed })).toMatchObject({
    kind: 'answered',
  });
  expect(judgeAddress('http://127.0.0.1:1/', allowed)).toMatchObject({ ok: false });
  expect(judgeAddress('http://127.0.0.2/', ['127.0.0.1'])).toMatchObject({ ok: false });
  expect(judgeAddress('https://open.feishu.cn/open-apis/bot/v2/hook/x', [])).toMatchObject({ ok: true });
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['172.15.255.255', true],
  ['172.32.0.1', true],
  ['100.128.0.1', true],
  ['not an address', false],
])('%s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

test('V6 a redirect is told, not followed', async () => {
  answer = (response, request) =>
    request.url === '/'
      ? response.writeHead(307, { location: `http://127.0.0.1:${port}/there` }).end()
      : response.end('followed');
  const out = await postOut({ ...post, address: `http://127.0.0.1:${port}/` }, { allowed: ['127.0.0.1'] });
  expect(out).toMatchObject({ kind: 'answered', status: 307 });
  expect(heard).toHaveLength(1);
});

test('no more than 64 KiB of an answer are read', async () => {
  answer = (response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
      response.once('drain', more);
    };
    more();
  };
  const out = await postOut({ ...post, address: `http://127.0.0.1:${port}/` }, { allowed: ['127.0.0.1'] });
  expect(out.kind === 'answered' && out.body.length).toBe(limits.bytes);
});

test('who does not answer is given up after five seconds, also in the middle of an answer or of a look-up', async () => {
  answer = (response) => void response.write('begun');
  const from = performance.now();
  const late = { kind: 'failed', because: { code: 'target-too-slow', values: { seconds: 5 } }, isPassing: true };
  const never = () => new Promise<never>(() => {});
  const outs = await Promise.all([
    postOut({ ...post, address: `http://127.0.0.1:${port}/` }, { allowed: ['127.0.0.1'] }),
    postOut({ ...post, address: 'https://slow.example.com/' }, { allowed: [], resolve: never }),
  ]);
  expect(outs).toEqual([late, late]);
  expect(performance.now() - from).toBeLessThan(8_000);
});

test('nobody there is told by a code, without an address of the house', async () => {
  const out = await postOut({ ...post, address: 'http://127.0.0.1:1/' }, { allowed: ['127.0.0.1'] });
  expect(out).toEqual({
    kind: 'failed',
    because: { code: 'target-unreachable', values: { detail: 'ECONNREFUSED' } },
    isPassing: true,
  });
});
