/** A telephone system's reports without a network: signatures, withheld numbers, links that are none. */
import { readConfig } from '@trunkline/platform';
import { signatureOf } from '../sign-webhook.ts';
import { type PbxConfig, readPbxConfig, sampleSettings, variables } from './config.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';

const config = readPbxConfig(readConfig(variables, sampleSettings)) as PbxConfig;
const now = Date.UTC(2026, 10, 23, 9);
const report = { call: '7c1', state: 'ringing', from: '+49 170 1234567', to: '+4930901820' };

function request(body: unknown = report, { at = now, secret = config.secrets[0]! } = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const time = String(Math.floor(at / 1000));
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': time,
    'webhook-signature': signatureOf({ id: 'msg_1', time, body: bytes }, secret),
  };
  return { method: 'POST', url: 'https://desk.test/hooks/pbx', headers, body: bytes };
}

test('a signed report is one item, under its own id and our number', () => {
  expect(openRequest(request(), config, now)).toMatchObject({
    kind: 'opened',
    items: [{ account: '+4930901820', key: 'msg_1' }],
  });
});

test.each([
  ['signed by another', request(report, { secret: Buffer.alloc(24) })],
  ['of six minutes ago', request(report, { at: now - 360_000 })],
  ['of a changed body', { ...request(), body: Buffer.from('{}') }],
])('V10 a report %s is refused', (_how, one) => {
  expect(openRequest(one, config, now)).toMatchObject({ kind: 'refused', because: 'wrong-signature' });
});

test.each<[string, object, object]>([
  ['a number however it is spaced', {}, { address: '+491701234567', direction: 'in', at: null }],
  ['one that was withheld', { from: 'Anonymous' }, { address: '' }],
  ['one that is not there', { from: undefined }, { address: '' }],
  ['an extension', { from: '204' }, { address: '204' }],
  ['a call of ours', { direction: 'out' }, { address: '+4930901820', dialled: '+49 170 1234567' }],
  ['a link that is none', { recordingUrl: 'javascript:alert(1)' }, { recordingUrl: null }],
  ['its own time', { at: '2026-11-23T09:00:00+01:00' }, { at: '2026-11-23T08:00:00.000Z' }],
])('%s is read', async (_what, more, expected) => {
  expect(await parse(Buffer.from(JSON.stringify({ ...report, ...more })))).toMatchObject({ kind: 'call', ...expected });
});

test.each([
  ['no call', { ...report, call: '' }, /call/],
  ['a state that nobody knows', { ...report, state: 'holding' }, /state/],
])('%s is put aside with what is wrong', async (_what, body, detail) => {
  expect(await parse(Buffer.from(JSON.stringify(body)))).toMatchObject({
    kind: 'unreadable',
    detail: expect.stringMatching(detail),
  });
});

test.each([
  [{ PBX_SECRETS: 'secret' }, /whsec_/],
  [{ ...sampleSettings, PBX_URL: 'ftp://x' }, /PBX_URL/],
])('settings that cannot work are refused with a sentence', (set, sentence) => {
  expect(() => readPbxConfig(readConfig(variables, set))).toThrow(sentence);
});
