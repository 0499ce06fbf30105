/** Objects in a bucket that speaks S3: put, got, listed, deleted, each request signed; a bucket that is away is said so. */
import { createHash } from 'node:crypto';
import { attachmentMaxBytes } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import type { ObjectSettings } from './object-settings.ts';
import { takePlaces } from './take-places.ts';

export type Listed = { key: string; changedAt: Date };
/** A page of what begins with our prefix, and how to ask for the next. */
export type ListedPage = { objects: Listed[]; next: string | null };

const shortestMs = 8_000;
/** What is heavy takes longer, and still ends well within the lease of a sending. */
const bytesPerMs = 2_000;
/** Whole files are in memory meanwhile. */
const atOnce = 4;

type Asked = { method: string; path: string; body?: Buffer; headers?: Record<string, string>; bytes?: number };

export class ObjectStore {
  private readonly inPlace = takePlaces(atOnce);
  private client: Promise<{ fetch(url: string, init: object): Promise<Response> }> | undefined;

  constructor(private readonly settings: ObjectSettings) {}

  /** The same bytes have the same key, whoever sent them. */
  keyOf(sha256: string): string {
    return `${this.settings.prefix}${sha256.slice(0, 2)}/${sha256}`;
  }

  /** Safe to call twice. The server itself holds the bytes against their hash. */
  async put(key: string, { sha256, type, content }: { sha256: string; type: string; content: Buffer }): Promise<void> {
    const headers = { 'content-type': type, 'x-amz-content-sha256': sha256 };
    const answer = await this.ask({ method: 'PUT', path: `/${key}`, body: content, headers, bytes: content.length });
    await answer.arrayBuffer();
  }

  /** Undefined: there is none. What is not what was stored, or longer than any file, is refused and never handed out. */
  get(key: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<Buffer | undefined> {
    return this.inPlace(async () => {
      const answer = await this.ask({ method: 'GET', path: `/${key}`, bytes });
      return answer.status === 404 ? undefined : await readWhole(answer, { sha256, bytes });
    });
  }

  async list(after: string | null): Promise<ListedPage> {
    const query = new URLSearchParams({ 'list-type': '2', prefix: this.settings.prefix });
    if (after) query.set('continuation-token', after);
    const answer = await this.ask({ method: 'GET', path: `?${query}` });
    const page = await answer.text();
    const objects = [...page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, one = '']) => ({
      key: tagOf(one, 'Key') ?? '',
      changedAt: new Date(tagOf(one, 'LastModified') ?? ''),
    }));
    return { objects, next: tagOf(page, 'NextContinuationToken') };
  }

  async delete(key: string): Promise<void> {
    const answer = await this.ask({ method: 'DELETE', path: `/${key}` });
    await answer.arrayBuffer();
  }

  /** Once more where the line broke or the server was busy: every request may be made twice. */
  private async ask(asked: Asked): Promise<Response> {
    const first = await this.askOnce(asked).catch(() => undefined);
    if (first && first.status < 500) return judge(first);
    const second = await this.askOnce(asked).catch((error: Error & { cause?: Error }) => {
      throw away(error.cause?.message || error.message);
    });
    return judge(second);
  }

  private async askOnce({ method, path, body, headers = {}, bytes = 0 }: Asked): Promise<Response> {
    const { endpoint, bucket } = this.settings;
    const signal = AbortSignal.timeout(shortestMs + Math.ceil(bytes / bytesPerMs));
    const client = await this.open();
    return client.fetch(`${endpoint}/${bucket}${path}`, { method, body: body ?? null, headers, signal });
  }

  private open() {
    this.client ??= import('aws4fetch').then(({ AwsClient }) => {
      const { keyId: accessKeyId, secret: secretAccessKey, region } = this.settings;
      return new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
    });
    return this.client;
  }
}

/** That there is no such object is an answer, no such bucket a wrong setting. */
async function judge(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const said = (await answer.text()).slice(0, 4_000);
  const code = tagOf(said, 'Code') ?? '';
  if (answer.status === 404 && code !== 'NoSuchBucket') return new Response(null, { status: 404 });
  throw away(`${answer.status} ${code}`.trim());
}

const away = (detail: string) => new Refusal('files-away', { values: { detail: detail.slice(0, 200) } });

async function readWhole(answer: Response, { sha256, bytes }: { sha256: string; bytes: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  const most = Math.min(bytes, attachmentMaxBytes);
  let length = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      length += chunk.length;
      if (length > most) break;
      hash.update(chunk);
      chunks.push(Buffer.from(chunk));
    }
  } catch (error) {
    throw away((error as Error).message);
  }
  if (length !== bytes || hash.digest('hex') !== sha256) throw new Refusal('file-damaged');
  return Buffer.concat(chunks, length);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function tagOf(xml: string, tag: string): string | null {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return found?.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name]!) ?? null;
}
