/** Beside the second stage, as sla: each conversation is followed, and what opens gets a clock and its timers. */
import { randomUUID } from 'node:crypto';
import { opensWith } from './sample-rows.mjs';
import { inTransaction, openStage, passOn } from './stage.mjs';

const stage = openStage('sla');
const poke = passOn(stage, stage.topic('deadlines'));
const running = new Set();

await stage.kafka.listen(stage.topic('conversations'), stage.topic('clocks'), async (values) => {
  const visitors = [...new Set(values.map((value) => JSON.parse(value).conversationId))].sort();
  const started = visitors
    .filter((visitor) => !running.has(visitor))
    .map((visitor) => ({ visitor, clock0: randomUUID(), clock1: randomUUID(), clock2: randomUUID() }));
  for (const { visitor } of started) running.add(visitor);
  await inTransaction(stage, async ({ run, insert }) => {
    await insert('followed', started);
    const held =
      'SELECT * FROM followed_conversation WHERE conversation_id = ANY($1::uuid[]) ORDER BY conversation_id FOR UPDATE';
    const { rows } = await run('held', held, visitors);
    await run('clocks', 'SELECT * FROM clock WHERE conversation_id = ANY($1::uuid[])', visitors);
    const follow = `UPDATE followed_conversation kept SET followed = one.followed
      FROM jsonb_to_recordset($1::jsonb) AS one (conversation_id uuid, followed jsonb) WHERE kept.conversation_id = one.conversation_id`;
    await run('follow', follow, JSON.stringify(rows));
    for (const at of opensWith.keys())
      for (const name of ['clock', 'look', 'due', 'set']) await insert(`${name}${at}`, started);
  });
  if (started.length > 0) poke();
});
stage.tell({ ready: true });
