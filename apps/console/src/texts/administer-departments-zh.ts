/** The words of the settings about departments in Chinese. */
import type { administerDepartmentsEn } from './administer-departments-en.ts';

export const administerDepartmentsZh: typeof administerDepartmentsEn = {
  page: { departments: '部门' },
  about: { departments: '工单可转交哪些部门、如何联系、须在多久内答复。' },
  departments: {
    list: '部门',
    'list-hint': '填写邮箱则以邮件询问，答复自动回到工单；未填写则由部门成员登录处理。',
    none: '暂无部门',
    'none-more': '工单均由客服中心处理，需要其他部门协助时由人工联系。',
    new: '新增部门',
    email: '询问邮箱',
    'email-hint': '邮箱；留空则成员登录处理',
    within: '答复时限',
    unit: '计时单位',
    'working-days': '个工作日',
    'open-time': '营业时间',
    calendar: '计时日历',
    told: '告知客户',
    'told-hint': '每一步都附工单编号，话术见“文本”。',
    tells: '告知的步骤',
    step: {
      opened: '创建工单时告知编号',
      'handed-over': '已转交部门核实',
      answered: '部门已答复',
      solved: '已处理完毕',
    },
  },
  staff: { departments: '所属部门', 'departments-hint': '只能看到转交给这些部门的工单。' },
  text: {
    'ticket-handed-over': '已转交部门',
    'ticket-answered': '部门已答复',
    'ticket-merged': '工单合并',
    'ticket-solved': '工单已解决',
    'hand-over-mail': '发给部门的邮件',
  },
  'text-when': {
    'ticket-handed-over': '工单转交部门时发送。',
    'ticket-answered': '部门答复后发送。',
    'ticket-merged': '客户的两张工单合并时发送。',
    'ticket-solved': '工单解决时发送。',
    'hand-over-mail': '以客服中心默认语言发给部门的询问邮件。',
  },
  placeholder: {
    other: '另一工单编号',
    department: '部门',
    note: '询问内容',
    due: '期限',
  },
  place: {
    departments: '部门',
    tickets: '工单',
    tellsCustomer: '告知客户的步骤',
    email: '询问邮箱',
    answersWithin: '答复时限',
    workingDays: '工作日',
  },
};
