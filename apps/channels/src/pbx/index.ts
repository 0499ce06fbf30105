/** Any telephone system, by signed webhooks. */
import type { Channel } from '../channel.ts';
import { type PbxConfig, readPbxConfig, sampleSettings, variables } from './config.ts';
import { directCall } from './direct-call.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';

export const pbx: Channel<PbxConfig> = {
  name: 'pbx',
  label: { en: 'Telephone system', zh: '电话系统' },
  standard: 'call',
  live: true,
  preview: true,
  config: { variables, read: readPbxConfig, sample: sampleSettings },
  receive: async () => ({ stop: async () => undefined }),
  parse,
  send,
  openRequest,
  directCall,
};
