/** The tables of understanding. */
import { ClassifierRow } from './classifier.table.ts';
import { CorrectionRow } from './correction.table.ts';

export const understandTables = [ClassifierRow, CorrectionRow];
