/** What is written down, and what never is. */
import { QueryFailedError } from 'typeorm';
import { Log, logForNest } from './log.ts';
import { inTrace } from './trace.ts';

const lines: Record<string, unknown>[] = [];
const log = new Log({
  service: 'router',
  instance: 'router-1',
  level: 'info',
  to: { write: (line: string) => void lines.push(JSON.parse(line)) },
});
beforeEach(() => lines.splice(0));

test('a line has a sentence, its fields, who says it and the trace it belongs to', () => {
  const trace = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  inTrace(trace, () => log.info('a conversation was opened', { conversation: 'c1' }));
  expect(lines[0]).toMatchObject({
    level: 'info',
    service: 'router',
    instance: 'router-1',
    msg: 'a conversation was opened',
    conversation: 'c1',
    trace: 'a'.repeat(32),
  });
});

test('secrets and what people wrote are blanked, also one level down', () => {
  log.warn('odd', { password: 'hush', text: 'my card is 4111', message: { body: 'hush', html: 'hush' }, key: 'kept' });
  expect(JSON.stringify(lines)).not.toMatch(/hush|4111/);
  expect(lines[0]).toMatchObject({ key: 'kept', password: '…' });
});

test('a database error is named without its parameters', () => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (text)=(hush)' });
  log.error('not stored', { error: new QueryFailedError('INSERT', ['hush'], cause) });
  expect(lines[0]).toMatchObject({ failure: 'duplicate key', kind: 'QueryFailedError', code: '23505' });
  expect(JSON.stringify(lines)).not.toContain('hush');
});

test('Nest’s start-up talk is for those who debug, its warnings for all', () => {
  const nest = logForNest(log);
  nest.log('Mapped {/v1, GET} route', 'RouterExplorer');
  nest.warn('careful', 'Kafka');
  expect(lines).toEqual([expect.objectContaining({ msg: 'careful', from: 'Kafka' })]);
});
