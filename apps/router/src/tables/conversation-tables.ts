/** The tables of customers and conversations. */
import { AcknowledgementRow } from './acknowledgement.table.ts';
import { AddressRow } from './address.table.ts';
import { ConversationRow } from './conversation.table.ts';
import { CustomerRow } from './customer.table.ts';
import { EventRow } from './event.table.ts';
import { MessageRow } from './message.table.ts';

export const conversationTables = [CustomerRow, AddressRow, ConversationRow, MessageRow, EventRow, AcknowledgementRow];
