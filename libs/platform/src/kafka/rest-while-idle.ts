/** Lets kafkajs' connections rest: as they come, each wakes every millisecond to look for requests that nobody has made. */
import { createRequire } from 'node:module';

type Queue = { pending: unknown[]; scheduleCheckPendingRequests(): void };
const { prototype: queue } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
  prototype: Queue;
};
const look = queue.scheduleCheckPendingRequests;

/**
 * Of version 2.2.4: whoever asks looks first and schedules the next look where it has to wait, and an answer looks too.
 * A look at an empty queue is of no use; safe to call twice.
 */
export function restWhileIdle(): void {
  queue.scheduleCheckPendingRequests = function rest(this: Queue): void {
    if (this.pending.length > 0) look.call(this);
  };
}
