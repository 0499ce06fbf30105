/** Secrets at rest: opened by the right key for the right thing alone. */
import { seal, unseal } from './seal.ts';

const key = (kid: string, fill: number) => ({ kid, bytes: new Uint8Array(40).fill(fill) });
const [old, fresh] = [key('k1', 1), key('k2', 2)];

test('what was sealed opens again, never looks the same twice, and does not show its text', () => {
  const sealed = [seal([old], 'a', '密钥 secret'), seal([old], 'a', '密钥 secret')];
  expect(sealed.map((each) => unseal([old], 'a', each))).toEqual(['密钥 secret', '密钥 secret']);
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(Buffer.from(sealed[0]!.split('.')[1]!, 'base64url').toString()).not.toContain('secret');
});

test('two keys are valid at a time: the first seals, both open', () => {
  const before = seal([old], 'a', 'x');
  expect(unseal([fresh, old], 'a', before)).toBe('x');
  expect(seal([fresh, old], 'a', 'x')).toMatch(/^k2\./);
  expect(unseal([fresh], 'a', before)).toBeNull();
});

test('moved to another thing, changed, cut, or under a key of the same name, it stays closed', () => {
  const sealed = seal([old], 'a', 'x');
  const changed = `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`;
  expect(unseal([old], 'b', sealed)).toBeNull();
  for (const wrong of [changed, sealed.slice(0, 20), 'k1.', 'k1', '', `k9.${sealed.slice(3)}`])
    expect(unseal([old], 'a', wrong)).toBeNull();
  expect(unseal([key('k1', 3)], 'a', sealed)).toBeNull();
});

test('without a key nothing is sealed, with a clear word', () => {
  expect(() => seal([], 'a', 'x')).toThrow('no-key-to-seal');
});
