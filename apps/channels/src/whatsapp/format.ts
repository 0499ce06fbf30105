/** A word → the bodies that the Graph API takes, each text at most 4,096 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';
import type { WhatsappConfig } from './config.ts';

const longest = 4_096;

export function format(word: Word, { templates }: Pick<WhatsappConfig, 'templates'>): object[] {
  const head = { messaging_product: 'whatsapp', recipient_type: 'individual', to: word.to.address.replace(/^\+/, '') };
  const template = templates.find(({ name }) => name === word.template);
  if (template) {
    const { name, language } = template;
    return [{ ...head, type: 'template', template: { name, language: { code: language } } }];
  }
  const { references } = word.thread;
  return cutIntoParts(word.text, longest).map((body, at) => ({
    ...head,
    type: 'text',
    text: { body, preview_url: false },
    ...(at === 0 && references.length > 0 ? { context: { message_id: references.at(-1) } } : {}),
  }));
}
