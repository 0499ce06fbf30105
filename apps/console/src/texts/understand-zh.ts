/** 理解部分的中文文案：更正标签、审核更正、分类器版本。 */
import type { understandEn } from './understand-en.ts';

type Words<Tree> = { [Name in keyof Tree]: Tree[Name] extends string ? string : Words<Tree[Name]> };

export const understandZh: Words<typeof understandEn> = {
  'put-right': '更正标签',
  find: '查找标签',
  none: '都不是',
  'none-found': '没有这个名称的标签',
  'put-right-by': '由{{who}}更正',
  'judged-by': '{{words}} · 把握 {{percent}}% · 分类器第 {{version}} 版',
  done: '标签已更正；是否让分类器学习，由主管决定',
  title: '更正的标签',
  'no-corrections': '暂无待审核',
  'no-corrections-more': '同事更正的标签在这里等待审核，分类器只学习您批准的内容。',
  change: '{{from}} → {{to}}',
  approve: '批准',
  reject: '驳回',
  approved: '已批准：下一版将学习',
  rejected: '已驳回：分类器不会学习',
  version: '分类器第 {{version}} 版 · 留出文本准确率 {{accuracy}}%',
  'version-more': '{{texts}} 条文本、{{labels}} 个标签、{{corrections}} 条更正 · {{at}}',
  unlearnt_one: '{{count}} 条已批准的更正待学习',
  unlearnt_other: '{{count}} 条已批准的更正待学习',
  fit: '立即学习',
  fitted: '第 {{version}} 版开始生效',
  because: {
    'first-start': '首次启动',
    'taxonomy-changed': '分类体系变更',
    'corrections-approved': '学习更正',
    ordered: '手动训练',
  },
};
