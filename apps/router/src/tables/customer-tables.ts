/** The tables of who customers are: evidence, links, changes, codes. */
import { AddressClaimRow } from './address-claim.table.ts';
import { CustomerChangeRow } from './customer-change.table.ts';
import { CustomerLinkRow } from './customer-link.table.ts';
import { VerificationRow } from './verification.table.ts';

export const customerTables = [AddressClaimRow, CustomerLinkRow, CustomerChangeRow, VerificationRow];
