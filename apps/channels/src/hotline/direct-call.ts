/** Somebody took a call that waits: Twilio is told to ask us now, and not only in ten seconds. */
import type { CallDirectedV1 } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import { askTwilio } from './ask-twilio.ts';
import type { HotlineConfig } from './config.ts';

export async function directCall({ call, language }: CallDirectedV1, desk: Desk<HotlineConfig>): Promise<void> {
  const url = `${desk.config.publicUrl}/hooks/hotline/wait${language ? `?language=${language}` : ''}`;
  const answer = await askTwilio(desk.config, `Calls/${encodeURIComponent(call)}.json`, { Url: url, Method: 'POST' });
  if (!answer.ok) throw new Error(`Twilio answered ${answer.status}`);
}
