/** Migrations of channels, in order. A channel that has tables of its own adds its file here. */
import { ReceiptsAndOutbound } from './0001-receipts-and-outbound.ts';
import { ChatSessions } from './0002-chat-sessions.ts';
import { SmsOptOuts } from './0003-sms-opt-outs.ts';
import { PutUpFiles } from './0004-put-up-files.ts';
import { Visitors } from './0005-visitors.ts';
import { GoneVisitors } from './0006-gone-visitors.ts';
import { SeenVisitors } from './0007-seen-visitors.ts';
import { FilesInABucket } from './0008-files-in-a-bucket.ts';
import { Restored } from './0009-restored.ts';

export const migrations = [
  ReceiptsAndOutbound,
  ChatSessions,
  SmsOptOuts,
  PutUpFiles,
  Visitors,
  GoneVisitors,
  SeenVisitors,
  FilesInABucket,
  Restored,
];
