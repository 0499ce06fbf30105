/** WhatsApp: a number of ours at Meta's Cloud API. */
import type { Channel } from '../channel.ts';
import { readWhatsappConfig, sampleSettings, variables, type WhatsappConfig } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest, readRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';

export const whatsapp: Channel<WhatsappConfig> = {
  name: 'whatsapp',
  label: { en: 'WhatsApp', zh: 'WhatsApp' },
  standard: 'social',
  live: false,
  config: { variables, read: readWhatsappConfig, sample: sampleSettings },
  receive: async () => ({ stop: async () => {} }), // requests come through the house's door
  parse,
  send,
  openRequest,
  readRequest,
  fetchFiles,
  templates: ({ templates }) => templates,
  doors: ({ numberId }) => [numberId],
  replyWindow: { hours: 24, afterwards: 'templates' },
  readReceipts: true,
  preview: true,
};
