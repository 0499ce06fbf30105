/** Web chat: visitors of a host site, over a socket. */
import { chatFileMaxBytes } from '@trunkline/contracts';
import type { Channel } from '../channel.ts';
import { ChatsConsumer } from './chats.consumer.ts';
import { readWebchatConfig, sample, variables, type WebchatConfig } from './config.ts';
import { FilesController } from './files.controller.ts';
import { PagesController } from './pages.controller.ts';
import { parse } from './parse.ts';
import { receive } from './receive.ts';
import { lookUp, send } from './send.ts';
import { storeBeside } from './store-beside.ts';
import { VisitorsController } from './visitors.controller.ts';

export const webchat: Channel<WebchatConfig> = {
  name: 'webchat',
  label: { en: 'Web chat', zh: '网页聊天' },
  standard: 'chat',
  live: true,
  config: { variables, read: readWebchatConfig, sample },
  receive,
  parse,
  send,
  writeToItself: async (test, desk) => (await import('./write-to-itself.ts')).writeToItself(test, desk),
  storeBeside,
  lookUp,
  typing: true,
  readReceipts: true,
  attachments: { maxBytes: chatFileMaxBytes },
  quickReplies: true,
  doors: ({ sites }) => [...sites.keys()],
  controllers: [ChatsConsumer, PagesController, FilesController, VisitorsController],
};
