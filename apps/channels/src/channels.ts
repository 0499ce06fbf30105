/** The registry: one line a channel, and nobody else names them. */
import type { AnyChannel } from './channel.ts';
import { email } from './email/index.ts';
import { hotline } from './hotline/index.ts';
import { pbx } from './pbx/index.ts';
import { slack } from './slack/index.ts';
import { sms } from './sms/index.ts';
import { telegram } from './telegram/index.ts';
import { webchat } from './webchat/index.ts';
import { webhook } from './webhook/index.ts';
import { whatsapp } from './whatsapp/index.ts';

export const channels: readonly AnyChannel[] = [email, webchat, sms, slack, telegram, whatsapp, webhook, hotline, pbx];
