/** All example texts of the default taxonomy. */
import { accountAnomaly } from './account-anomaly.ts';
import type { ExampleTexts } from './example-texts.ts';
import { ordersAndLogistics } from './orders-and-logistics.ts';
import { other } from './other.ts';
import { paymentAndSettlement } from './payment-and-settlement.ts';
import { productFunction } from './product-function.ts';
import { returnsAndRefunds } from './returns-and-refunds.ts';
import { suggestion } from './suggestion.ts';
import { technicalFault } from './technical-fault.ts';

export const everyExample: ExampleTexts = {
  ...productFunction,
  ...accountAnomaly,
  ...paymentAndSettlement,
  ...suggestion,
  ...ordersAndLogistics,
  ...returnsAndRefunds,
  ...technicalFault,
  ...other,
};
