/** Takes what a visitor says: the answer is the tick, and it is given after the commit and never before. */
import { type ChatAck, ChatSay, type IdentityEvidence, type ReasonCode, sayReason } from '@trunkline/contracts';
import { AttachmentsStore } from '../attachments.store.ts';
import type { Desk, ReceivedFile } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import { findSaid, type Whose } from './chats.store.ts';
import { checkForm } from './check-form.ts';
import type { WebchatConfig } from './config.ts';
import { putUpBy } from './files.controller.ts';
import { keepPace } from './keep-pace.ts';
import { parse, type RecordedSay } from './parse.ts';

const longest = 10_000;
const pace = { most: 20, withinMs: 10_000 };

/** Safe to call twice with the same frame: the second gets the first one's answer. Never throws. */
export type TakeSay = (visitor: Visitor, frame: unknown) => Promise<ChatAck>;

export function takingSay(desk: Desk<WebchatConfig>): TakeSay {
  const mayGoOn = keepPace(pace);
  return async (visitor, frame) => {
    const no = (because: ReasonCode, values: Record<string, string | number> = {}): ChatAck => ({
      ok: false,
      reason: because,
      detail: sayReason(because, visitor.language, values),
    });
    const said = readSay(frame);
    if (said.kind === 'refused') return no(said.because, said.values?.[visitor.language]);
    const spoken = mayGoOn(`${visitor.site.site} ${visitor.from.address}`, Date.now());
    if (spoken.kind === 'too-many') return no('too-many', { seconds: spoken.seconds });
    const form = checkForm(said.say.form ?? {}, desk.settings.policy.chat.form);
    if (form.kind === 'wrong') return no('field-wrong', { field: form.field.name[visitor.language] });
    try {
      const files = await readPutUp(desk, visitor, said.say);
      if (files === null) return no('file-gone');
      const { form: _asGiven, ...say } = said.say;
      const checked = Object.keys(form.form).length > 0 ? { ...say, form: form.form } : say;
      return (await takeIn(desk, visitor, { say: checked, evidence: form.evidence, files })) ?? no('try-again');
    } catch {
      return no('try-again'); // nothing was stored; the widget says it again under the same name
    }
  };
}

type Checked = { say: ChatSay; evidence: IdentityEvidence[]; files: ReceivedFile[] };

async function takeIn(desk: Desk<WebchatConfig>, visitor: Visitor, checked: Checked): Promise<ChatAck | null> {
  const { site } = visitor;
  const { say, evidence, files } = checked;
  const from = evidence.length > 0 ? { ...visitor.from, evidence } : visitor.from;
  const raw = Buffer.from(JSON.stringify({ site: site.site, from, say } satisfies RecordedSay));
  const parsed = await parse(raw);
  const whose: Whose = { account: site.site, address: from.address };
  const key = keyOf(whose.address, say.txnId);
  const whole = parsed.kind === 'message' ? { ...parsed, files } : parsed;
  const taken = await desk.takeIn({ ...whole, account: site.site, key, raw });
  const sequence = taken.kind === 'stored' ? taken.beside : await findSaid(desk.postgres, whose, say.txnId);
  return typeof sequence === 'number' ? { ok: true, sequence, at: taken.at.toISOString() } : null;
}

/** What this visitor put up, as it really is; null where a file is not theirs or not kept. */
async function readPutUp(desk: Desk<WebchatConfig>, visitor: Visitor, { files = [] }: ChatSay) {
  if (files.length === 0) return [];
  const store = new AttachmentsStore(desk.postgres);
  const by = putUpBy({ account: visitor.site.site, address: visitor.from.address });
  const known = await store.putUpBy(
    by,
    files.map(({ sha256 }) => sha256),
  );
  const read: ReceivedFile[] = [];
  for (const { sha256, name } of files) {
    const stored = known.get(sha256);
    const content = stored && (await desk.readFile(sha256));
    if (!stored || !content) return null;
    read.push({ sha256, name, ...stored, content });
  }
  return read;
}

/** The receipt's key: unique per chat. The address's own characters never hold a line break. */
export function keyOf(address: string, txnId: string): string {
  return `${address}\n${txnId}`;
}

type ReadSay =
  | { kind: 'said'; say: ChatSay }
  | { kind: 'refused'; because: ReasonCode; values?: Record<'en' | 'zh', Record<string, string>> };

function readSay(frame: unknown): ReadSay {
  const text = (frame as { text?: unknown } | null)?.text;
  if (typeof text === 'string' && text.length > longest)
    return {
      kind: 'refused',
      because: 'too-large',
      values: { en: { limit: '10,000 characters' }, zh: { limit: '10,000 字' } },
    };
  const { success, data, error } = ChatSay.safeParse(frame);
  if (!success) {
    const detail = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return { kind: 'refused', because: 'bad-request', values: { en: { detail }, zh: { detail } } };
  }
  const say = { ...data, text: data.text.replaceAll('\0', '') };
  return say.text.trim() || say.files?.length ? { kind: 'said', say } : { kind: 'refused', because: 'nothing-to-send' };
}
