/** The few words the bubble itself needs before the panel is fetched. */
import type { Language } from './settings.ts';

type BubbleTexts = { open: string; close: string; unread: (count: number) => string };

export const bubbleTexts: Record<Language, BubbleTexts> = {
  'zh-Hans': { open: '打开客服对话', close: '收起客服对话', unread: (count) => `${count} 条未读消息` },
  'zh-Hant': { open: '開啟客服對話', close: '收合客服對話', unread: (count) => `${count} 則未讀訊息` },
  en: {
    open: 'Open the chat',
    close: 'Close the chat',
    unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  },
};
