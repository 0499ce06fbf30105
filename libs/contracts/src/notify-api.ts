/** Bodies of the routes about notification targets: where escalations are told beside the console. */
import { z } from 'zod';
import { Because } from './desk-api.ts';
import { EscalationId } from './ids.ts';
import { Instant } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });
const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `wecom`, `dingtalk`, `feishu`: the group robots; `slack`: an incoming webhook; `webhook`: signed by Standard Webhooks. */
export const TargetKind = z.enum(['mail', 'slack', 'webhook', 'wecom', 'dingtalk', 'feishu']);
export type TargetKind = z.infer<typeof TargetKind>;
/** `secret` signs (webhook, dingtalk, feishu); it is written, never read again. Absent on a change: it stays. */
export const NewTarget = named(
  'NewTarget',
  z.strictObject({
    name: z.string().trim().min(1).max(100),
    kind: TargetKind,
    /** An e-mail address, or a https address. */
    address: z.string().trim().min(3).max(2000),
    secret: z.string().max(500).optional(),
    language: z.enum(['en', 'zh']).default('en'),
    active: z.boolean().default(true),
  }),
);
export type NewTarget = z.infer<typeof NewTarget>;
/** A robot's address is its key: only its beginning is shown. */
export const NotifyTarget = named(
  'NotifyTarget',
  z.object({
    code: Code,
    name: z.string(),
    kind: TargetKind,
    address: z.string(),
    hasSecret: z.boolean(),
    language: z.enum(['en', 'zh']),
    active: z.boolean(),
    lastAt: Instant.nullable(),
    lastState: z.enum(['sent', 'failed']).nullable(),
  }),
);
export type NotifyTarget = z.infer<typeof NotifyTarget>;
export const NotifyTargets = named('NotifyTargets', z.object({ items: z.array(NotifyTarget) }));
export type NotifyTargets = z.infer<typeof NotifyTargets>;
export const Notification = named(
  'Notification',
  z.object({
    id: z.uuid(),
    target: Code,
    escalationId: EscalationId.nullable(),
    state: z.enum(['queued', 'sent', 'failed']),
    tries: z.int(),
    because: Because.nullable(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  }),
);
export type Notification = z.infer<typeof Notification>;
export const Notifications = named('Notifications', z.object({ items: z.array(Notification) }));
export type Notifications = z.infer<typeof Notifications>;

export const NotificationsAsked = z.strictObject({
  target: Code.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type NotificationsAsked = z.infer<typeof NotificationsAsked>;
