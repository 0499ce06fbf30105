/** Puts files up at Slack, where nobody sees them before they are shown: whatever fails here, nothing went out. */
import { z } from 'zod';
import type { Desk, Sent, Word } from '../channel.ts';
import { readSlack, SlackSaidNo } from './ask-slack.ts';
import type { SlackConfig } from './config.ts';

export type PutUp = { id: string; title: string };

const Place = z.looseObject({ upload_url: z.string(), file_id: z.string() });
const longestMs = 30_000;

/** The ids to be shown, or why nothing goes out. */
export async function putUpFiles(files: Word['attachments'], desk: Desk<SlackConfig>): Promise<PutUp[] | Sent> {
  const put: PutUp[] = [];
  for (const { sha256, name } of files) {
    const content = await desk.readFile(sha256);
    if (!content) return { kind: 'failed', because: 'file-gone', detail: name };
    try {
      put.push({ id: await putUp(desk.config, name, content), title: name });
    } catch (error) {
      const detail = `${name}: ${(error as Error).message}`;
      const afterSeconds = error instanceof SlackSaidNo ? error.afterSeconds : 0;
      return { kind: 'retry', because: 'provider-away', detail, afterSeconds };
    }
  }
  return put;
}

async function putUp(config: SlackConfig, filename: string, content: Buffer): Promise<string> {
  const asked = { method: 'files.getUploadURLExternal', fields: { filename, length: content.length } };
  const { upload_url: url, file_id: id } = await readSlack(config, asked, Place);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(longestMs),
  });
  if (!answer.ok) throw new Error(`Slack answered ${answer.status}`);
  return id;
}
