/** A trace goes on where it is well formed, and begins anew where it is not. */
import { inTrace, newTraceparent, traceparent } from './trace.ts';

const given = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

test('what runs within a trace knows it, also later and beside others', async () => {
  const ask = async () => {
    await new Promise(setImmediate);
    return traceparent();
  };
  const other = newTraceparent();
  expect(await Promise.all([inTrace(given, ask), inTrace(other, ask), ask()])).toEqual([given, other, undefined]);
});

test.each([undefined, '', 'rubbish', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, `${given}-more`, 7])(
  'from %s a new one begins',
  (header) => {
    const begun = inTrace(header, traceparent);
    expect(begun).not.toBe(header);
    expect(begun).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  },
);
