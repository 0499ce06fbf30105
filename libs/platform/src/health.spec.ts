/** Each part says for itself whether it is well. */
import { Health } from './health.ts';

test('all is well while every part says so', async () => {
  const health = new Health();
  health.readyWhen('postgres', async () => true);
  health.readyWhen('consumers', () => true);
  expect(await health.isReady()).toEqual({ ok: true, parts: { postgres: 'ok', consumers: 'ok' } });
});

test('one that is not yet, one that says why and one that breaks are named, and do not hide each other', async () => {
  const health = new Health();
  health.readyWhen('fine', () => true);
  health.readyWhen('early', () => false);
  health.readyWhen('old', () => 'the schema is old');
  health.readyWhen('broken', async () => {
    throw new Error('no connection');
  });
  health.aliveWhile('loop', () => true);
  expect(await health.isReady()).toEqual({
    ok: false,
    parts: { fine: 'ok', early: 'not yet', old: 'the schema is old', broken: 'no connection' },
  });
  expect(await health.isAlive()).toEqual({ ok: true, parts: { loop: 'ok' } });
});
