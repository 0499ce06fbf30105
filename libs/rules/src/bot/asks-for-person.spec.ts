/** The way to a person is always open. */
import { asksForPerson } from './asks-for-person.ts';

test.each([
  '转人工',
  '轉人工',
  '人工',
  '我要人工客服!',
  'human',
  'Agent please',
  'I want to talk to a person',
  'can I speak to someone real?',
  '真人在吗',
  '不要机器人',
  'HUMAN',
  'operator',
])('A5 %j asks for a person', (text) => expect(asksForPerson(text)).toBe(true));
test.each([
  'Where is my parcel?',
  '人工智能是什么',
  'The agent yesterday told me to wait',
  '我的客服昨天说会退款',
  'human resources software',
  '',
])('A5 %j asks for no person', (text) => expect(asksForPerson(text)).toBe(false));
