import type { Words } from '../../kernel/words.ts'
import type { Division } from './schema.ts'

export const levelWords: Record<Division['level'], Words> = {
  district: { zh: '区（县）', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  town: { zh: '镇', en: 'Town' },
  community: { zh: '社区', en: 'Community' },
  village: { zh: '村', en: 'Village' },
}

export const placeWords = {
  title: { zh: '区划', en: 'Divisions' },
  about: {
    zh: '国家统计局区划代码：6 位为区，9 位为街道（镇），12 位为社区（村）。停用的区划仍留在以前的记录里。',
    en: 'Codes of the statistics bureau: 6 digits a district, 9 a town or street, 12 a community or village. Ended ones stay on earlier records.',
  },
  list: { zh: '{name}的社区（村）', en: 'Communities of {name}' },
  filter: { zh: '查找区划', en: 'Find a division' },
  search: { zh: '名称或代码', en: 'Name or code' },
  none: { zh: '没有符合的区划', en: 'No division fits' },
  empty: { zh: '还没有登记区划。', en: 'No division yet.' },
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  level: { zh: '级别', en: 'Level' },
  parent: { zh: '上级', en: 'Belongs to' },
  validFrom: { zh: '启用', en: 'From' },
  validTo: { zh: '停用', en: 'To' },
  inForce: { zh: '在用', en: 'In force' },
  add: { zh: '新增区划', en: 'Add a division' },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用“{name}”', en: 'End “{name}”' },
  endAbout: { zh: '停用后不能再选用，以前的记录不变。', en: 'It can no longer be chosen; earlier records stay as they are.' },
  codeWrong: { zh: '代码为 6、9 或 12 位数字', en: 'A code has 6, 9 or 12 digits' },
  count: { zh: '{n} 个', en: '{n}' },
  saved: { zh: '已保存', en: 'Saved' },
} as const
