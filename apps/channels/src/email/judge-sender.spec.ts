/** Who a mail's sender is, judged with keys and a DNS of our own; without DNS it is unknown, in time and without an error. */
import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { judgeSender, type Resolve } from './judge-sender.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const records: Record<string, string[][] | string[]> = {
  'TXT s1._domainkey.shop.org': [[`v=DKIM1; k=rsa; p=${key}`]],
  'TXT _dmarc.shop.org': [['v=DMARC1; p=reject']],
  'TXT shop.org': [['v=spf1 ip4:203.0.113.7 -all']],
};
const missing = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
const dns: Resolve = (name, type) =>
  records[`${type} ${name}`] ? Promise.resolve(records[`${type} ${name}`]!) : missing();
const settings = { trustedServers: ['mx.desk.test'], resolve: dns, limitMs: 2_000 };

const written =
  'From: Shop <a@shop.org>\r\nTo: support@desk.test\r\nSubject: Hi\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\nHello\r\n';
const line = (ip: string) =>
  `Received: from mail.shop.org (mail.shop.org [${ip}]) by mx.desk.test with ESMTP; Fri, 20 Nov 2026 10:00:00 +0000\r\n`;
const path = 'Return-Path: <a@shop.org>\r\n';
const sign = async (mail: string) => {
  const signed = await dkimSign(mail, {
    signatureData: [
      { signingDomain: 'shop.org', selector: 's1', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) },
    ],
  } as never);
  return `${(signed as { signatures: string }).signatures}${mail}`;
};
const judge = (mail: string, change: Partial<typeof settings> = {}) =>
  judgeSender(Buffer.from(mail), { ...settings, ...change });

test('a mail that its domain signed and sent passes all three', async () => {
  expect(await judge(path + line('203.0.113.7') + (await sign(written)))).toEqual({
    ...{ spf: { result: 'pass', domain: 'shop.org' }, dkim: { result: 'pass', domain: 'shop.org' } },
    ...{ dmarc: { result: 'pass', domain: 'shop.org' }, by: 'us' },
  });
});

test('what goes from desk’s own host to host by private addresses is not the line it came by', async () => {
  const inner = 'Received: from mx.desk.test (mx [10.0.0.5]) by store.desk.test; Fri, 20 Nov 2026 10:00:01 +0000\r\n';
  expect(await judge(path + inner + line('203.0.113.7') + written)).toMatchObject({
    spf: { result: 'pass' },
    dmarc: { result: 'pass' },
  });
});

test('a forged sender fails', async () => {
  expect(await judge(path + line('198.51.100.9') + written)).toMatchObject({
    spf: { result: 'fail' },
    dkim: { result: 'none' },
    dmarc: { result: 'fail' },
  });
});

test('a signed mail whose words were changed fails', async () => {
  const changed = (await sign(written)).replace('Hello', 'Hullo');
  expect(await judge(path + line('198.51.100.9') + changed)).toMatchObject({
    dkim: { result: expect.stringMatching(/fail|neutral/) },
    dmarc: { result: 'fail' },
  });
});

test('a signature of somebody else does not speak for the sender', async () => {
  const other = (await sign(written.replace('a@shop.org', 'a@shop.org'))).replace(
    'From: Shop <a@shop.org>',
    'From: Shop <a@bank.org>',
  );
  const bank: Resolve = (name, type) =>
    name === '_dmarc.bank.org' ? Promise.resolve([['v=DMARC1; p=reject']]) : dns(name, type);
  expect(await judge(path + line('203.0.113.7') + other, { resolve: bank })).toMatchObject({
    dmarc: { result: 'fail', domain: 'bank.org' },
  });
});

test('a failure that rests on a line nobody noted is no failure', async () => {
  expect(await judge(written)).toMatchObject({ spf: { result: 'none' }, dmarc: { result: 'none' } });
});

test('without DNS nothing is known, and nothing is thrown', async () => {
  const away: Resolve = () => Promise.reject(Object.assign(new Error('away'), { code: 'ETIMEOUT' }));
  const checks = await judge(path + line('198.51.100.9') + (await sign(written)), { resolve: away });
  expect(checks.spf.result).toBe('temperror');
  expect(checks.dmarc.result).toMatch(/temperror|none/);
});

test('a DNS that never answers costs no more than the limit', async () => {
  const begun = performance.now();
  const checks = await judge(path + line('198.51.100.9') + written, {
    resolve: () => new Promise(() => {}),
    limitMs: 100,
  });
  expect(performance.now() - begun).toBeLessThan(1_500);
  expect(checks).toMatchObject({ spf: { result: 'temperror' }, dmarc: { result: 'temperror' } });
});

test('a server we trust is believed, one that calls itself so below it or another is not', async () => {
  const says = (host: string, result: string) =>
    `Authentication-Results: ${host}; dkim=${result} header.d=shop.org;\r\n spf=${result} (ok) smtp.mailfrom=a@shop.org; dmarc=${result} header.from=shop.org\r\n`;
  const domain = 'shop.org';
  expect(await judge(says('mx.desk.test', 'fail') + says('mx.desk.test', 'pass') + written)).toEqual({
    ...{
      spf: { result: 'fail', domain },
      dkim: { result: 'fail', domain },
      dmarc: { result: 'fail', domain },
      by: 'mx.desk.test',
    },
  });
  expect(await judge(says('evil.test', 'pass') + path + line('198.51.100.9') + written)).toMatchObject({
    dmarc: { result: 'fail' },
    by: 'us',
  });
});

test.each(['', 'From:', 'DKIM-Signature: v=1\r\n\r\n', '\0\r\n\r\n', 'From: =?x?b?'.repeat(1_000)])(
  'V13 noise is judged without an error: %j',
  async (mail) => {
    expect(await judge(mail)).toMatchObject({ by: 'us' });
  },
);
