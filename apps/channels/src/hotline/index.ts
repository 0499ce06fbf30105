/** The hotline: numbers of ours at Twilio Voice. */
import type { Channel } from '../channel.ts';
import { answerRequest } from './answer-request.ts';
import { catchUp } from './catch-up.ts';
import { type HotlineConfig, readHotlineConfig, sampleSettings, variables } from './config.ts';
import { directCall } from './direct-call.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

export const hotline: Channel<HotlineConfig> = {
  name: 'hotline',
  label: { en: 'Hotline', zh: '热线电话' },
  standard: 'call',
  live: true,
  preview: true,
  config: { variables, read: readHotlineConfig, sample: sampleSettings },
  receive,
  parse,
  send,
  openRequest,
  answerRequest,
  directCall,
  catchUp,
  doors: ({ numbers }) => numbers,
};
