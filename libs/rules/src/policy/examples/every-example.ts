/** All example texts of the default taxonomy. */
import { accountAnomalyEn } from './account-anomaly-en.ts';
import { accountAnomalyZh } from './account-anomaly-zh.ts';
import type { ExampleLines, ExampleTexts } from './example-texts.ts';
import { ordersAndLogisticsEn } from './orders-and-logistics-en.ts';
import { ordersAndLogisticsZh } from './orders-and-logistics-zh.ts';
import { otherEn } from './other-en.ts';
import { otherZh } from './other-zh.ts';
import { paymentAndSettlementEn } from './payment-and-settlement-en.ts';
import { paymentAndSettlementZh } from './payment-and-settlement-zh.ts';
import { productFunctionEn } from './product-function-en.ts';
import { productFunctionZh } from './product-function-zh.ts';
import { returnsAndRefundsEn } from './returns-and-refunds-en.ts';
import { returnsAndRefundsZh } from './returns-and-refunds-zh.ts';
import { suggestionEn } from './suggestion-en.ts';
import { suggestionZh } from './suggestion-zh.ts';
import { technicalFaultEn } from './technical-fault-en.ts';
import { technicalFaultZh } from './technical-fault-zh.ts';

const english: ExampleLines = {
  ...productFunctionEn,
  ...accountAnomalyEn,
  ...paymentAndSettlementEn,
  ...suggestionEn,
  ...ordersAndLogisticsEn,
  ...returnsAndRefundsEn,
  ...technicalFaultEn,
  ...otherEn,
};
const chinese: ExampleLines = {
  ...productFunctionZh,
  ...accountAnomalyZh,
  ...paymentAndSettlementZh,
  ...suggestionZh,
  ...ordersAndLogisticsZh,
  ...returnsAndRefundsZh,
  ...technicalFaultZh,
  ...otherZh,
};

export const everyExample: ExampleTexts = Object.fromEntries(
  Object.entries(english).map(([label, en]) => [label, { en, zh: chinese[label] ?? '' }]),
);
