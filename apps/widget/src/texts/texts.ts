/** Every word of the panel, in each language it speaks. */
import type { Language } from '../settings.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export type Texts = {
  locale: string;
  chat: string;
  close: string;
  open: string;
  closed: string;
  closedUntil: (when: string) => string;
  connecting: string;
  offline: string;
  hello: string;
  askAnything: string;
  closedHello: string;
  you: string;
  desk: string;
  bot: string;
  person: string;
  /** What is sent when somebody asks for a person; the desk knows these words. */
  askForPerson: string;
  write: string;
  send: string;
  sending: string;
  sent: string;
  seen: string;
  notSent: string;
  again: string;
  discard: string;
  typing: string;
  today: string;
  yesterday: string;
  newLines: (count: number) => string;
  tooLong: (over: number) => string;
  left: (count: number) => string;
  thread: string;
  file: (name: string, size: string) => string;
};

export const texts: Record<Language, Texts> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
