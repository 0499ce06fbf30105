/** The words of the settings about procedures in Chinese. */
import type { administerProceduresEn } from './administer-procedures-en.ts';

export const administerProceduresZh: typeof administerProceduresEn = {
  page: { transfer: '转接' },
  about: { transfer: '转接前要做什么，以及非我方业务应转往何处。' },
  transfers: {
    unit: '秒',
    consent: '客户意见',
    'consent-hint': '客户在线等待的渠道先征询意见；其他渠道只作告知。',
    asks: '先征询意见的渠道',
    seconds: '等待答复',
    'seconds-hint': '超时未答复视为不同意。',
    bounces: '第几次转接交给主管',
    'bounces-hint': '达到该次数后不再进入队列，由值班主管处理。',
    external: '外部去向',
    'external-hint': '不属于我们产品的问题：请客户联系谁，用什么话术。',
    'no-external': '暂无外部去向',
    'no-external-more': '所有问题都视为我方业务。',
    new: '新增去向',
    when: '适用问题',
    'by-hand': '仅由客服选择',
    'text-en': '告知客户的话术（英文）',
    'text-zh': '告知客户的话术（中文）',
  },
  place: {
    transfer: '转接',
    asksConsent: '先征询意见的渠道',
    consentSeconds: '等待答复',
    bouncesUntilSupervisor: '交给主管前的转接次数',
    external: '外部去向',
  },
};
