/** What customers are told, by key (`domain.md` §7). An empty text is switched off: nothing is sent. */
import type { PolicyV1 } from '@trunkline/contracts';

export const texts: PolicyV1['texts'] = {
  greeting: {
    en: 'Hello, this is {desk}. My name is {agent}, number {number}, and I am glad to help you.',
    zh: '您好，这里是{desk}客服，工号{number}很高兴为您服务！',
  },
  // a mail's answer greets by itself, a text message costs, on the phone one says it
  'greeting-mail': { en: '', zh: '' },
  'greeting-sms': { en: '', zh: '' },
  'greeting-call': { en: '', zh: '' },
  'mail-acknowledgement': { en: '', zh: '' },
  queued: {
    en: 'Thank you for writing to {desk}. You are number {position} in line; a person will be with you shortly.',
    zh: '感谢您联系{desk}。您当前排在第 {position} 位，客服将尽快为您服务。',
  },
  'to-a-person': {
    en: 'I am handing you to a person. You are number {position} in line.',
    zh: '正在为您转接人工客服，您当前排在第 {position} 位。',
  },
  offline: {
    en: 'We are closed at the moment and open again {until}. Your message is kept, and we answer it first thing.',
    zh: '当前不在服务时间，我们将于 {until} 恢复服务。您的留言已收到，届时会优先回复。',
  },
  acknowledgement: {
    en: 'We have your message, and a person will read it. You need not write again; to add something, answer this mail.',
    zh: '我们已收到您的邮件，客服人员会尽快查看，无需重复发送。如需补充，直接回复本邮件即可。',
  },
  'acknowledgement-subject': { en: 'We have your message', zh: '我们已收到您的邮件' },
  'delay-notice': {
    en: 'We need a little longer than we meant to. You will hear from us by {newTime}.',
    zh: '您的问题处理时间比预期稍长，我们最迟将于 {newTime} 回复您。',
  },
  'delay-notice-without-time': {
    en: 'We need a little longer than we meant to. Your matter is being worked on, and you will hear from us as soon as there is a result.',
    zh: '您的问题处理时间比预期稍长。我们正在跟进，一有结果会立即告知您。',
  },
  'delay-notice-again': {
    en: 'We are sorry: it takes longer once more. You will hear from us by {newTime}; we do not want to keep you waiting again.',
    zh: '非常抱歉，处理时间需要再次延长，我们最迟将于 {newTime} 回复您。',
  },
  'delay-notice-again-without-time': {
    en: 'We are sorry: it takes longer once more. You will hear from us as soon as there is a result.',
    zh: '非常抱歉，处理时间需要再次延长，一有结果会立即告知您。',
  },
  code: {
    en: '{code} is your code for {desk}. It holds for {minutes} minutes. We never ask for it by phone; if you did not ask for it, do nothing.',
    zh: '【{desk}】验证码：{code}，{minutes} 分钟内有效。请勿向任何人透露；如非本人操作，请忽略。',
  },
  'ticket-number': {
    en: 'Your matter is recorded with us under the number {ticket}. Please name it when you write or call about it.',
    zh: '您的事项已登记，编号为 {ticket}。后续联系时请提供此编号。',
  },
  reassurance: {
    en: 'I am sorry that we could not find a solution that suits you. The department has looked at your matter {ticket} again with great care, and this is what it can do. I have written down your view word for word, and it is kept with us.',
    zh: '非常抱歉，这次未能给出令您满意的方案。相关部门已再次认真核查您的事项（{ticket}），以上是目前能提供的处理结果。您的意见我已逐条记录在案，我们会认真对待。',
  },
  'complaint-first-contact': {
    en: 'I am very sorry about this. You told us: “{complaint}”. Your complaint is recorded under {ticket}, and I stay with it until it is settled. Please tell me if I have left anything out.',
    zh: '非常抱歉给您带来不好的体验。您反映的问题是：“{complaint}”。您的投诉已登记（{ticket}），我会负责跟进到底。如有遗漏，请随时补充。',
  },
  'complaint-earlier-result': {
    en: 'You told us about the same matter before, under {ticket}. This is what came of it: {result}',
    zh: '您之前反映过同一问题（{ticket}），处理结果如下：{result}',
  },
  'complaint-patience': {
    en: 'Your complaint {ticket} about this same matter is being worked on. Please bear with us: you hear from us as soon as there is a result.',
    zh: '您反映的同一问题（{ticket}）正在处理中，请您耐心等待，一有结果我们会立即告知您。',
  },
  'complaint-no-time': {
    en: 'I cannot name a time yet, and I would rather not promise one that does not hold. Your matter is being worked on, and you hear from us as soon as there is a result.',
    zh: '目前我无法给您确切的时间，也不想随意承诺。您的问题正在处理中，一有结果我们会立即告知您。',
  },
  'complaint-promise': {
    en: 'About your complaint {ticket}: you have our answer by {until}. That is a promise.',
    zh: '关于您的投诉（{ticket}），我们承诺最迟于 {until} 给您答复。',
  },
  'ticket-merged': {
    en: 'We work on your matters {ticket} and {other} together from now on, under {ticket}.',
    zh: '您的两个事项 {ticket} 和 {other} 将合并处理，后续统一以 {ticket} 跟进。',
  },
  'ticket-handed-over': {
    en: 'Your matter {ticket} is being looked into by the department concerned. We stay with it and tell you as soon as there is an answer.',
    zh: '您的事项（{ticket}）已转交相关部门核实，我们会持续跟进，一有答复即告知您。',
  },
  'ticket-answered': {
    en: 'The department concerned has answered about your matter {ticket}. We tell you in a moment what it means for you.',
    zh: '相关部门已就您的事项（{ticket}）给出答复，我们整理后会马上告知您。',
  },
  'ticket-solved': {
    en: 'Your matter {ticket} is settled. If anything about it is still open, simply answer here.',
    zh: '您的事项（{ticket}）已处理完毕。如仍有疑问，直接回复即可。',
  },
  'hand-over-mail': {
    en: '{desk} asks {department} about {ticket}: {subject}\n\n{note}\n\nPlease answer this mail: your answer is put to the ticket. {due}',
    zh: '{desk}就 {ticket} 请{department}协助：{subject}\n\n{note}\n\n请直接回复本邮件，您的答复会记入工单。{due}',
  },
  'form-ask': {
    en: 'So that we can settle this for you, please tell us:\n{fields}\nYou may simply answer with the numbers.',
    zh: '为尽快为您处理，请提供以下信息：\n{fields}\n您可以按序号直接回复。',
  },
  'call-back-missed': {
    en: 'We tried to call you several times and could not reach you. Please answer here, or tell us when and on which number we may call again.',
    zh: '我们多次致电未能联系上您。您可以直接回复本消息，或告知方便接听的时间与号码，我们再与您联系。',
  },
  transfer: {
    en: 'This is {group}. Your question needs a specialist; I am transferring you to {target}, is that all right?',
    zh: '我们这里是{group}客服，您的问题需要由专门的人员为您解答，我现在帮您转接到{target}，请您稍等好吗？',
  },
  'transfer-told': {
    en: 'This is {group}. Your question needs a specialist; I have passed it on to {target}, who will answer you here.',
    zh: '我们这里是{group}客服，您的问题需要由专门的人员为您解答，我已转交给{target}，将由他们继续回复您。',
  },
  'anything-else': {
    en: 'Is there anything else I can help you with?',
    zh: '请问您还有其他问题需要帮忙吗？',
  },
  'solved-ask': {
    en: 'We believe your matter is settled. Is it solved for you?',
    zh: '您的问题应已处理完毕，请问是否已经解决？',
  },
  'survey-offer': {
    en: 'Would you answer a short question about how this went?',
    zh: '请问您是否愿意配合我们做个满意度调查？',
  },
  survey: {
    en: 'How satisfied are you with how this went? 5 is very, 1 is not at all.',
    zh: '请为本次服务打分：5 分非常满意，1 分非常不满意。',
  },
  closing: { en: 'Thank you for getting in touch. Goodbye!', zh: '欢迎您下次再来，再会！' },
  'call-welcome': { en: 'Welcome to {desk}.', zh: '您好，欢迎致电{desk}。' },
  'call-language': { en: 'For English, press {key}.', zh: '中文服务请按 {key}。' },
  'call-menu': { en: 'For {topic}, press {key}.', zh: '{topic}请按 {key}。' },
  'call-wait': { en: 'Please hold the line, we are finding somebody for you.', zh: '正在为您转接客服，请稍候。' },
  'call-place': {
    en: 'You are number {place} in the queue. To be called back instead, press {key}.',
    zh: '您当前排在第 {place} 位。如需我们回电，请按 {key}。',
  },
  'call-connecting': { en: 'You are being connected.', zh: '正在为您接通。' },
  'call-not-reached': { en: 'We are sorry, please hold on a little longer.', zh: '非常抱歉，请您再稍等片刻。' },
  'call-voicemail': { en: 'Please leave a message after the tone.', zh: '请在提示音后留言。' },
  'call-back-promised': { en: 'We will call you back.', zh: '我们会尽快给您回电。' },
  'call-closed': { en: 'You have called outside our hours.', zh: '现在是非服务时间。' },
  'closing-call': { en: 'Thank you for your call. Goodbye!', zh: '感谢您的来电，再会！' },
};
