/** Last stage, as the gateway: tells the screens what changed, of several changes of one conversation once. */
import { listenOnSockets } from '../listen-on-sockets.mjs';
import { openStage } from './stage.mjs';

const stage = openStage('gateway');
const { server, url } = await listenOnSockets('/v1/live');
await stage.kafka.listen(stage.topic('conversations'), stage.topic('desk'), async (values) => {
  const changes = new Map();
  for (const value of values) {
    const { conversationId: id, messageId, until, version } = JSON.parse(value);
    const change = changes.get(id) ?? { kind: 'conversation', id, version, messages: [], offered: false };
    changes.set(id, change);
    if (messageId) change.messages.push(messageId);
    if (until) change.offered = true;
  }
  for (const change of changes.values()) server.emit('changed', change);
});
await stage.kafka.listen(stage.topic('deadlines'), stage.topic('desk-due'), async (values) => {
  for (const value of values)
    server.emit('changed', { kind: 'deadline', id: JSON.parse(value).conversationId, messages: [] });
});
stage.tell({ ready: true, url });
