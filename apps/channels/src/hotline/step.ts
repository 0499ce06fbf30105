/** Which step of a call a request of Twilio's is, by the address that our own TwiML named, and what stands with it. */
import type { WebhookRequest } from '../channel.ts';

export const steps = [
  'start',
  'language',
  'topic',
  'wait',
  'instead',
  'left',
  'dialled',
  'leg',
  'status',
  'recording',
  'voicemail',
] as const;
export type StepName = (typeof steps)[number];

/** `given` is what we put into the address ourselves; it is signed with it. */
export type Step = { name: StepName; given: URLSearchParams; form: URLSearchParams };

export function stepOf({ url, body }: Pick<WebhookRequest, 'url' | 'body'>): Step | undefined {
  const { pathname, searchParams: given } = new URL(url);
  const [, said = ''] = /\/hooks\/hotline(?:\/([a-z]+))?\/?$/.exec(pathname) ?? [];
  const name = said === '' ? 'start' : steps.find((one) => one === said);
  return name && { name, given, form: new URLSearchParams(body.toString('utf8').replaceAll('%00', '')) };
}

/** The same as one form, as it is kept: our own names are in lower case, Twilio's never are. */
export function rawOf({ name, given, form }: Step): Buffer {
  const kept = new URLSearchParams({ step: name });
  for (const one of ['language', 'topic', 'agent', 'call', 'account'])
    if (given.has(one)) kept.set(one, given.get(one)!);
  return Buffer.from(`${kept}&${form}`);
}
