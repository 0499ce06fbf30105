/** The signed webhook: any system of the operator's that is no provider we know. */
import type { Channel } from '../channel.ts';
import { readWebhookConfig, sampleSettings, variables, type WebhookConfig } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest, readRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';
import { writeToItself } from './write-to-itself.ts';

export const webhook: Channel<WebhookConfig> = {
  name: 'webhook',
  label: { en: 'Webhook', zh: '通用接口' },
  standard: 'social',
  live: false,
  config: { variables, read: readWebhookConfig, sample: sampleSettings },
  receive: async () => ({ stop: async () => {} }), // requests come through the house's door
  parse,
  send,
  writeToItself,
  openRequest,
  readRequest,
  fetchFiles,
  doors: ({ accounts }) => [...accounts.keys()],
  threads: true,
  attachments: { maxBytes: 5 * 1024 * 1024 },
  quickReplies: true, // handed on as they are, for the account's system to show
  readReceipts: true,
};
