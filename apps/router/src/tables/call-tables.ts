/** The tables of calls. */
import { CallRow } from './call.table.ts';
import { CallBackRow } from './call-back.table.ts';

export const callTables = [CallRow, CallBackRow];
