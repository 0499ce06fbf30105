/** The tables of transfers and directives. */
import { DirectiveRow } from './directive.table.ts';
import { TransferRow } from './transfer.table.ts';

export const transferTables = [TransferRow, DirectiveRow];
