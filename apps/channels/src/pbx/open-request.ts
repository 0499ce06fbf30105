/** A telephone system's request: one report, unique by its `webhook-id`. Pure. */
import type { OpenedRequest, WebhookRequest } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { problemIn } from '../sign-webhook.ts';
import type { PbxConfig } from './config.ts';
import { Report } from './report.ts';

export function openRequest(request: WebhookRequest, { secrets }: PbxConfig, now: number): OpenedRequest {
  const problem = problemIn(request, secrets, now);
  if (problem) return { kind: 'refused', because: 'wrong-signature', detail: problem };
  const { to, direction, from } = Report.safeParse(readJson(request.body)).data ?? {};
  const account = (direction === 'out' ? from : to) || 'pbx';
  const item = { account: account.slice(0, 255), key: request.headers['webhook-id']!, raw: request.body };
  return { kind: 'opened', items: [item], moved: [] };
}
