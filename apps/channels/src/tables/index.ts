/** The tables of channels; `chat_line` hangs on `chat_session` and is its channel's own. */
import { AttachmentRow } from './attachment.table.ts';
import { ChatSessionRow } from './chat-session.table.ts';
import { InboundReceiptRow } from './inbound-receipt.table.ts';
import { MailboxCursorRow } from './mailbox-cursor.table.ts';
import { OutboundRow } from './outbound.table.ts';
import { PutUpFileRow } from './put-up-file.table.ts';
import { RestoredRow } from './restored.table.ts';
import { SmsOptOutRow } from './sms-opt-out.table.ts';
import { VisitorRow } from './visitor.table.ts';
import { VisitorStepRow } from './visitor-step.table.ts';

export const tables = [
  InboundReceiptRow,
  AttachmentRow,
  OutboundRow,
  MailboxCursorRow,
  ChatSessionRow,
  RestoredRow,
  SmsOptOutRow,
  PutUpFileRow,
  VisitorRow,
  VisitorStepRow,
];
