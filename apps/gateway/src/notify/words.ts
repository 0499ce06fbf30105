/** The words of notifications in both languages. */
import type { Trigger } from '@trunkline/contracts';

type Words = {
  triggers: Record<Trigger, string>;
  otherwise: string;
  level: string;
  queue: string;
  since: string;
  acknowledge: string;
  conversation: string;
  again: string;
  test: string;
};

export const words: Record<'en' | 'zh', Words> = {
  en: {
    triggers: {
      'limit-missed': 'A time limit has passed',
      'limit-near': 'A time limit is about to pass',
      complaint: 'A customer complains',
      repeated: 'The same problem again',
      'beyond-ability': 'An agent asks for help',
      publicity: 'It may become public',
      sensitive: 'A sensitive matter',
      'delay-told-enough': 'The customer was told of delays often enough',
    },
    otherwise: 'A matter was escalated',
    level: 'Level {level}',
    queue: 'Queue: {queue}',
    since: 'Since: {at} ({tz})',
    acknowledge: 'Acknowledge within {minutes} min, by {at}',
    conversation: 'Conversation: {link}',
    again: 'Try {attempt}: you may have had this before.',
    test: 'This is a test. Escalations will be told here.',
  },
  zh: {
    triggers: {
      'limit-missed': '已超时',
      'limit-near': '即将超时',
      complaint: '客户投诉',
      repeated: '同一问题再次出现',
      'beyond-ability': '客服请求支援',
      publicity: '有公开传播的风险',
      sensitive: '敏感事项',
      'delay-told-enough': '已多次告知客户延迟',
    },
    otherwise: '有事项升级',
    level: '第 {level} 级',
    queue: '队列：{queue}',
    since: '起始时间：{at}（{tz}）',
    acknowledge: '请在 {minutes} 分钟内确认（{at} 前）',
    conversation: '会话：{link}',
    again: '第 {attempt} 次发送，您可能已收到过。',
    test: '这是一条测试消息。升级通知将发送到这里。',
  },
};
