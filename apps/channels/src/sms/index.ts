/** SMS: numbers of ours at Twilio. */
import type { Channel } from '../channel.ts';
import { catchUp } from './catch-up.ts';
import { readSmsConfig, type SmsConfig, sampleSettings, variables } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest, readRequest } from './open-request.ts';
import { storeBeside } from './opt-outs.store.ts';
import { parse } from './parse.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

export const sms: Channel<SmsConfig> = {
  name: 'sms',
  label: { en: 'SMS', zh: '短信' },
  standard: 'sms',
  live: false,
  config: { variables, read: readSmsConfig, sample: sampleSettings },
  receive,
  parse,
  send,
  openRequest,
  readRequest,
  fetchFiles,
  doors: ({ numbers }) => numbers,
  storeBeside,
  catchUp,
};
