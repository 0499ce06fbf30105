/** Who works at the demo desk: ten in service, four in payments, two supervisors. */

const languages = {
  zh: { 'lang-zh': 5, 'lang-en': 2 },
  en: { 'lang-en': 5, 'lang-zh': 1 },
  both: { 'lang-zh': 4, 'lang-en': 4 },
};

const person = (number, email, name, speaks, groups, more = {}) => ({
  number,
  email: `${email}@desk.test`,
  name,
  role: 'agent',
  language: speaks === 'en' ? 'en' : 'zh',
  groups,
  skills: { ...languages[speaks], ...more.skills },
  capacity: 6,
  phone: `+49309018${number}`,
  standards: [],
  ...more.over,
});

const everything = ['service', 'payments', 'mail', 'complaints'];
/** They are online to be told things; what they take over is theirs beyond any capacity, and marked. */
const supervises = { over: { role: 'supervisor', capacity: 0 } };

export const people = [
  person('1001', 'wang.fang', '王芳', 'both', ['service', 'mail']),
  person('1002', 'li.na', '李娜', 'zh', ['service', 'mail']),
  person('1003', 'zhang.min', '张敏', 'zh', ['service', 'complaints']),
  person('1004', 'liu.yang', '刘洋', 'both', ['service']),
  person('1005', 'emma.clarke', 'Emma Clarke', 'en', ['service', 'mail']),
  person('1006', 'chen.jie', '陈杰', 'zh', ['service']),
  person('1007', 'noah.patel', 'Noah Patel', 'en', ['service', 'complaints']),
  person('1008', 'zhao.lei', '赵磊', 'both', ['service']),
  person('1009', 'olivia.marsh', 'Olivia Marsh', 'both', ['service', 'mail']),
  person('1010', 'sun.li', '孙丽', 'zh', ['service']),
  person('2001', 'zhou.tao', '周涛', 'both', ['payments'], { skills: { payments: 5 } }),
  person('2002', 'wu.qian', '吴倩', 'zh', ['payments'], { skills: { payments: 4 } }),
  person('2003', 'lucas.reed', 'Lucas Reed', 'en', ['payments'], { skills: { payments: 4 } }),
  person('2004', 'xu.jing', '徐静', 'both', ['payments'], { skills: { payments: 3 } }),
  person('9001', 'he.xin', '何欣', 'both', everything, supervises),
  person('9002', 'grace.holm', 'Grace Holm', 'both', everything, supervises),
];
