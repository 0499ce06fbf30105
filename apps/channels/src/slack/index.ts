/** Slack: a bot of ours, in direct messages and in support channels. */
import type { Channel } from '../channel.ts';
import { catchUpSince } from './catch-up.ts';
import { complete } from './complete.ts';
import { readSlackConfig, type SlackConfig, sampleSettings, variables } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { lookUp } from './look-up.ts';
import { openRequest, readRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

const dayOfSeconds = 24 * 3_600;

export const slack: Channel<SlackConfig> = {
  name: 'slack',
  label: { en: 'Slack', zh: 'Slack' },
  standard: 'social',
  live: false,
  config: { variables, read: readSlackConfig, sample: sampleSettings },
  receive,
  parse,
  send,
  openRequest,
  readRequest,
  complete,
  fetchFiles,
  lookUp,
  catchUp: (desk) => catchUpSince(desk, Date.now() / 1000 - dayOfSeconds),
  doors: ({ channels }) => channels,
  threads: true,
  attachments: { maxBytes: 25 * 1024 * 1024 },
};
