/** The screen's words about forms, in Chinese. */
export const formsZh = {
  form: {
    title: '所需信息',
    ask: '询问缺少的信息',
    'was-asked': '已询问客户。',
    asked: '已询问',
    'not-known': '未知',
  },
};
