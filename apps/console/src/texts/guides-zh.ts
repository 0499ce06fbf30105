/** The screen's words about canned answers, question trees and macros, in Chinese. */
export const guidesZh = {
  guide: {
    canned: '常用语',
    macros: '快捷操作',
    trees: '问题引导',
    back: '上一步',
    again: '重新开始',
    'leads-nowhere': '该答案尚未设置去向。',
    put: '填入回复',
    'ends-transfer': '该事项由{{queue}}处理。',
    'do-transfer': '转接至{{queue}}',
    'ends-ticket': '需要建立工单：{{kind}}，{{severity}}。',
    'do-ticket': '建立工单',
    'macro-done': '已完成 {{done}} 步。',
    'macro-refused': '已完成 {{done}}/{{all}} 步。“{{step}}”被拒绝：{{why}}',
    act: { reply: '回复', note: '备注', label: '标签', ticket: '工单', transfer: '转接', resolve: '结案' },
  },
};
