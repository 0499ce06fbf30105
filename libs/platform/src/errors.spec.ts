/** Which failures heal by waiting, and what a refusal carries. */
import { QueryFailedError } from 'typeorm';
import { classOfError, Fenced, PermanentError, Refusal, refuse, TransientError } from './errors.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });
const fromPostgres = (code: string) => new QueryFailedError('SELECT', [], withCode(code));

test.each([
  ['Postgres went away', fromPostgres('57P01'), 'transient'],
  ['Postgres refuses more connections', fromPostgres('53300'), 'transient'],
  ['two transactions waited for each other', fromPostgres('40P01'), 'transient'],
  ['a statement took too long', fromPostgres('57014'), 'transient'],
  ['nobody listens at the port', withCode('ECONNREFUSED'), 'transient'],
  ['the pool had no connection in time', new Error('timeout exceeded when trying to connect'), 'transient'],
  ['somebody says so', new TransientError('later'), 'transient'],
  ['a fetch that broke', new TypeError('fetch failed', { cause: withCode('ECONNRESET') }), 'transient'],
  ['a constraint is broken', fromPostgres('23505'), 'permanent'],
  ['the SQL is wrong', fromPostgres('42601'), 'permanent'],
  ['a value does not fit', fromPostgres('22P02'), 'permanent'],
  ['a defect of ours', new TypeError('undefined is not a function'), 'permanent'],
  ['somebody says never', new PermanentError('no such thing'), 'permanent'],
  ['the lease is another’s', new Fenced('dispatcher'), 'permanent'],
  ['nobody knows', new Error('odd'), 'unclassified'],
  ['not even an error', 'odd', 'unclassified'],
  ['nothing at all', undefined, 'unclassified'],
])('%s', (_sentence, error, expected) => expect(classOfError(error)).toBe(expected));

test('a refusal carries its code, its values and the status that its reason has', () => {
  expect(() => refuse('not-yours', { holder: 'Lin' })).toThrow(
    expect.objectContaining({ code: 'not-yours', status: 409, values: { holder: 'Lin' }, retryable: false }),
  );
  expect(new Refusal('try-again')).toMatchObject({ status: 503, retryable: true });
});
