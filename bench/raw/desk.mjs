/** Last stage: hears what was stored and offered, and tells whoever watches. */
import { openStage } from './stage.mjs';

const stage = openStage('bench-desk');
await stage.kafka.listen(stage.topic('conversations'), stage.topic('desk'), async (values) => {
  for (const value of values) stage.tell({ heard: JSON.parse(value) });
});
stage.tell({ ready: true });
