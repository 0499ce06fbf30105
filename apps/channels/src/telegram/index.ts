/** Telegram: a bot of ours. */
import type { Channel } from '../channel.ts';
import { readTelegramConfig, sampleSettings, type TelegramConfig, variables } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest, readRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

export const telegram: Channel<TelegramConfig> = {
  name: 'telegram',
  label: { en: 'Telegram', zh: 'Telegram' },
  standard: 'social',
  live: false,
  config: { variables, read: readTelegramConfig, sample: sampleSettings },
  receive,
  parse,
  send,
  openRequest,
  readRequest,
  fetchFiles,
  doors: ({ bot }) => [bot],
  preview: true,
};
