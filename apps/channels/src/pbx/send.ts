/** A telephone system carries no text: the agent is told so, and calls, or writes by another channel. */
import type { Sent } from '../channel.ts';

export const send = async (): Promise<Sent> => ({
  kind: 'failed',
  because: 'calls-carry-no-text',
  detail: 'call them, or write by another channel',
});
