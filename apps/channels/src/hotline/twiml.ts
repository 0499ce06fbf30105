/** TwiML, Twilio's XML: what is done with a call next. */
import type { CallLanguage } from '@trunkline/rules';

const voices: Record<CallLanguage, string> = { zh: 'zh-CN', en: 'en-GB' };

const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

const element = (name: string, attributes: Record<string, string | number>, inside = ''): string => {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inside === '' ? `<${name}${all.join('')}/>` : `<${name}${all.join('')}>${inside}</${name}>`;
};

export const say = (text: string, language: CallLanguage): string =>
  text === '' ? '' : element('Say', { language: voices[language] }, escaped(text));
export const pauseFor = (seconds: number): string => element('Pause', { length: seconds });
export const redirect = (url: string): string => element('Redirect', { method: 'POST' }, escaped(url));
export const hangUp = '<Hangup/>';

/** Says `inside` and waits for one key; what stands after it is done where none comes. */
export const askKey = (url: string, inside: string, timeout: number): string =>
  element('Gather', { action: url, method: 'POST', numDigits: 1, timeout, actionOnEmptyResult: 'false' }, inside);

type Dialling = { phone: string; over: string; answered: string; recorded: string };

export const dial = ({ phone, over, answered, recorded }: Dialling): string =>
  element(
    'Dial',
    {
      action: over,
      method: 'POST',
      timeout: 20,
      answerOnBridge: 'true',
      record: 'record-from-answer-dual',
      recordingStatusCallback: recorded,
    },
    element('Number', { statusCallback: answered, statusCallbackEvent: 'answered' }, escaped(phone)),
  );

type Recorded = { done: string; recorded: string; inWords: string };

export const record = ({ done, recorded, inWords }: Recorded): string =>
  element('Record', {
    action: done,
    method: 'POST',
    maxLength: 120,
    playBeep: 'true',
    recordingStatusCallback: recorded,
    transcribe: 'true',
    transcribeCallback: inWords,
  });

export const document = (...parts: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${parts.join('')}</Response>`;
