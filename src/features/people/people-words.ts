import type { Words } from '../../kernel/words.ts'
import type { z } from 'zod'
import type { numberStateSchema, Part, sexSchema } from './schema.ts'

export const partWords: Record<Part, Words> = {
  elder: { zh: '老人', en: 'Elder' },
  carer: { zh: '照护者', en: 'Carer' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  worker: { zh: '社工', en: 'Worker' },
}

export const sexWords: Record<z.infer<typeof sexSchema>, Words> = {
  unknown: { zh: '未知', en: 'Unknown' },
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
}

export const numberStateWords: Record<z.infer<typeof numberStateSchema>, Words> = {
  valid: { zh: '有效', en: 'Valid' },
  unverified: { zh: '待核对', en: 'To be checked' },
  damaged: { zh: '残缺', en: 'Damaged' },
  disputed: { zh: '与他人冲突', en: 'Also on another file' },
  missing: { zh: '未登记', en: 'Not on file' },
  refused: { zh: '本人不愿提供', en: 'Not given by choice' },
}

export const peopleWords = {
  title: { zh: '人员', en: 'People' },
  list: { zh: '人员列表', en: 'List of people' },
  filter: { zh: '筛选人员', en: 'Filter people' },
  search: { zh: '姓名、拼音或首字母', en: 'Name or pinyin' },
  noneYet: {
    zh: '本项目还没有登记人员。请新建档案，或在“导入”里导入花名册。',
    en: 'Nobody is registered yet. Add a person, or import the register.',
  },
  none: { zh: '没有符合条件的人。可以换个写法，或用拼音首字母查。', en: 'Nobody fits. Try another spelling, or initials in pinyin.' },
  name: { zh: '姓名', en: 'Name' },
  sexAge: { zh: '性别与年龄', en: 'Sex, age' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄', en: 'Age' },
  years: { zh: '{n} 岁', en: '{n}' },
  community: { zh: '社区（村）', en: 'Community' },
  part: { zh: '身份', en: 'Part' },
  label: { zh: '困难类别', en: 'Hardship label' },
  labels: { zh: '困难类别', en: 'Hardship labels' },
  phone: { zh: '电话', en: 'Telephone' },
  numberState: { zh: '身份证号', en: 'Identity number' },
  ageFrom: { zh: '年龄从', en: 'Age from' },
  ageTo: { zh: '到', en: 'To' },
  deceased: { zh: '已故', en: 'Deceased' },
  add: { zh: '新建档案', en: 'Add a person' },
  find: { zh: '查人', en: 'Find a person' },
  findHint: { zh: '姓名、拼音、首字母', en: 'Name, pinyin, initials' },
  findNone: { zh: '没有找到。试试姓名中的两个字，或拼音首字母。', en: 'Nobody found. Try two characters of the name, or its initials.' },
  finding: { zh: '正在查找…', en: 'Looking…' },
  findMore: { zh: '输入姓名中的一个字，或两个以上字母', en: 'Type a character of the name, or two letters or more' },
} as const
