/** What Twilio is to do with a call next, said once what its request reported is committed. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type CallLanguage, isHotlineOpen, languageOfKey, leaveKey, topicOfKey, wordCall } from '@trunkline/rules';
import type { Desk, WebhookRequest } from '../channel.ts';
import type { HotlineConfig } from './config.ts';
import { type Step, stepOf } from './step.ts';
import * as xml from './twiml.ts';

type Stand = { step: Step; desk: Desk<HotlineConfig>; policy: PolicyV1; language: CallLanguage; topic: string | null };

export async function answerRequest(request: WebhookRequest, desk: Desk<HotlineConfig>) {
  const step = stepOf(request);
  const body = step ? await next(step, desk) : xml.document();
  return { type: 'text/xml; charset=utf-8', body };
}

async function next(step: Step, desk: Desk<HotlineConfig>): Promise<string> {
  const { policy } = desk.settings;
  const { given, form } = step;
  const known = policy.hotline.languages.find((one) => one === given.get('language')) ?? policy.hotline.languages[0]!;
  const stand: Stand = { step, desk, policy, language: known, topic: given.get('topic') };
  const key = form.get('Digits') ?? '';
  if (step.name === 'start') return askLanguage(stand);
  if (step.name === 'language') return askTopic({ ...stand, language: languageOfKey(key, policy.hotline) ?? known });
  if (step.name === 'topic') return queueUp({ ...stand, topic: topicOfKey(key, policy.hotline) ?? null });
  if (step.name === 'wait') return waitOn(stand);
  if (step.name === 'instead') return given.has('closed') || key === leaveKey ? leave(stand) : again(stand);
  if (step.name === 'dialled') return afterDialling(stand);
  if (step.name === 'left') return xml.document(words(stand, 'closing-call'), xml.hangUp);
  return xml.document();
}

function askLanguage(stand: Stand): string {
  const { languages } = stand.policy.hotline;
  const welcome = words(stand, 'call-welcome');
  if (!isOpen(stand) && stand.policy.hotline.menu.length === 0) return closed(stand);
  if (languages.length === 1) return xml.document(welcome, topicsOf(stand));
  const offers = languages.map((language, at) => words({ ...stand, language }, 'call-language', { key: at + 1 }));
  const to = address(stand, 'language');
  return xml.document(xml.askKey(to, [welcome, ...offers].join(''), 6), xml.redirect(to));
}

const askTopic = (stand: Stand): string => xml.document(topicsOf(stand));

function topicsOf(stand: Stand): string {
  const { menu } = stand.policy.hotline;
  const to = address(stand, 'topic');
  if (menu.length === 0) return xml.redirect(to);
  const offers = menu.map(({ key, name }) => words(stand, 'call-menu', { topic: name[stand.language], key }));
  return xml.askKey(to, offers.join(''), 8) + xml.redirect(to);
}

const queueUp = (stand: Stand): string =>
  isOpen(stand) ? xml.document(words(stand, 'call-wait'), xml.redirect(address(stand, 'wait'))) : closed(stand);

const closed = (stand: Stand): string =>
  xml.document(words(stand, 'call-closed'), xml.redirect(address(stand, 'instead', { closed: '1' })));

/** Asked again every ten seconds; whoever was found meanwhile is rung up at once. */
async function waitOn(stand: Stand): Promise<string> {
  const call = stand.step.form.get('CallSid') ?? '';
  // a router that is away must not cost the caller their place on the line
  const now = await stand.desk.callNow(call).catch(() => ({ kind: 'wait', place: null }) as const);
  if (now.kind === 'over') return xml.document(words(stand, 'closing-call'), xml.hangUp);
  if (now.kind === 'connect') return connect(stand, { call, phone: now.phone });
  const told = now.place === null ? words(stand, 'call-wait') : place(stand, now.place);
  return xml.document(xml.askKey(address(stand, 'instead'), told, 10), xml.redirect(address(stand, 'wait')));
}

const place = (stand: Stand, at: number) => words(stand, 'call-place', { place: at, key: leaveKey });

function connect(stand: Stand, { call, phone }: { call: string; phone: string }): string {
  const of = { agent: phone };
  const account = stand.step.form.get('To') ?? '';
  const dial = xml.dial({
    phone,
    over: address(stand, 'dialled', of),
    answered: address(stand, 'leg', { ...of, call, account }),
    recorded: address(stand, 'recording', of),
  });
  return xml.document(words(stand, 'call-connecting'), dial);
}

function afterDialling(stand: Stand): string {
  const isOver = ['completed', 'answered'].includes(stand.step.form.get('DialCallStatus') ?? '');
  return isOver
    ? xml.document(xml.hangUp)
    : xml.document(words(stand, 'call-not-reached'), xml.pauseFor(3), toWait(stand));
}

const again = (stand: Stand): string => xml.document(toWait(stand));
const toWait = (stand: Stand): string => xml.redirect(address(stand, 'wait'));

function leave(stand: Stand): string {
  if (stand.policy.hotline.instead === 'call-back')
    return xml.document(words(stand, 'call-back-promised'), words(stand, 'closing-call'), xml.hangUp);
  const record = xml.record({
    done: address(stand, 'left'),
    recorded: address(stand, 'recording'),
    inWords: address(stand, 'voicemail'),
  });
  return xml.document(words(stand, 'call-voicemail'), record, words(stand, 'closing-call'), xml.hangUp);
}

function isOpen({ policy, language, topic, step }: Stand): boolean {
  return isHotlineOpen({ account: step.form.get('To') ?? '', language, topic }, policy, Date.now());
}

const words = (stand: Stand, text: Parameters<typeof wordCall>[0], values: Record<string, string | number> = {}) =>
  xml.say(wordCall(text, stand.policy, { ...values, language: stand.language }), stand.language);

function address({ desk, language, topic }: Stand, step: string, more: Record<string, string> = {}): string {
  const given = new URLSearchParams({ language, ...(topic && { topic }), ...more });
  return `${desk.config.publicUrl}/hooks/hotline/${step}?${given}`;
}
