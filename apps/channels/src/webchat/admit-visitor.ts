/** Says who stands at the door: a new visitor, a known one, a host site's user; or why nobody is let in. */
import { ChatHello, type MessageReceivedV1 } from '@trunkline/contracts';
import type { Site, WebchatConfig } from './config.ts';
import { languageOf } from './language-of.ts';
import { readHostToken } from './read-host-token.ts';
import { newVisitorId, readVisitor, signVisitor } from './sign-visitor.ts';

/** `token` is what the browser keeps from now on; `until` when a host site's word for somebody ends. */
export type Visitor = {
  site: Site;
  from: MessageReceivedV1['from'];
  token: string;
  until: Date | null;
  language: 'en' | 'zh';
  after: number;
};
export type Admission =
  | { kind: 'admitted'; visitor: Visitor }
  | {
      kind: 'refused';
      because: 'bad-request' | 'foreign-origin' | 'wrong-token';
      language: 'en' | 'zh';
      detail?: string;
    };

/** A browser always names the page's origin; what has none is a program, and no page can borrow its visitor. */
export async function admitVisitor(
  auth: unknown,
  { origin, now }: { origin: string | undefined; now: Date },
  config: WebchatConfig,
): Promise<Admission> {
  const hello = ChatHello.safeParse(auth);
  const language = languageOf(auth);
  if (!hello.success) {
    const issue = hello.error.issues[0];
    const detail = `${issue?.path.join('.') || 'auth'}: ${issue?.message}`;
    return { kind: 'refused', because: 'bad-request', language, detail };
  }
  const { visitor, jwt, after } = hello.data;
  const site = config.sites.get(hello.data.site);
  if (!site || (origin !== undefined && !site.origins.includes(origin)))
    return { kind: 'refused', because: 'foreign-origin', language };
  const who = jwt === undefined ? anonymous(site, visitor, config) : await vouchedFor(site, jwt, { now, config });
  if (!who) return { kind: 'refused', because: 'wrong-token', language };
  return { kind: 'admitted', visitor: { site, language, after, ...who } };
}

function anonymous(site: Site, token: string | undefined, { visitorKeys }: WebchatConfig) {
  const visitorId = token === undefined ? newVisitorId() : readVisitor(site.site, token, visitorKeys);
  if (visitorId === null) return null;
  const from = { address: `v:${visitorId}`, name: null, vouchedBy: null, email: null };
  return { from, token: signVisitor(site.site, visitorId, visitorKeys), until: null };
}

/** The anonymous token is replaced, so that who had a copy of it from before the sign-in has nothing. */
async function vouchedFor(site: Site, jwt: string, { now, config }: { now: Date; config: WebchatConfig }) {
  const user = await readHostToken(jwt, site, now);
  if (!user) return null;
  // Sites number their users as they like: the same number on two sites is two people.
  const address = `sub:${site.site}:${user.sub}`;
  const from = { address, name: user.name, vouchedBy: 'host-site' as const, email: user.email };
  return { from, token: signVisitor(site.site, newVisitorId(), config.visitorKeys), until: user.expiresAt };
}
