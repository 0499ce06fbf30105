/** The router's migrations, in order. */
import { Conversations } from './0001-conversations.ts';
import { Dispatch } from './0002-dispatch.ts';

export const migrations = [Conversations, Dispatch];
