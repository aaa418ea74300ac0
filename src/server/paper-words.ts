import type { PaperHead } from '../kernel/paper.ts'
import type { Words } from '../kernel/words.ts'

export const headWords: Record<keyof PaperHead, Words> = {
  project: { zh: '项目', en: 'Project' },
  community: { zh: '社区（村）', en: 'Community' },
  agency: { zh: '机构', en: 'Agency' },
  filledBy: { zh: '填表人', en: 'Filled in by' },
  filledOn: { zh: '填表日期', en: 'Date' },
}

export const paperWords = {
  number: { zh: '编号', en: 'No.' },
  signature: { zh: '签名', en: 'Signature' },
  day: { zh: '日期', en: 'Date' },
  dayBlank: { zh: '    年  月  日', en: '____-__-__' },
  index: { zh: '目录', en: 'Contents' },
  order: { zh: '序号', en: 'No.' },
  paper: { zh: '文件', en: 'Paper' },
  filledOn: { zh: '日期', en: 'Date' },
  page: { zh: '页', en: 'Page' },
  pageStart: { zh: '第 ', en: 'Page ' },
  pageBetween: { zh: ' 页 共 ', en: ' of ' },
  pageEnd: { zh: ' 页', en: '' },
  prefilled: { zh: '已自动填 {n} 项', en: '{n} items were filled in from records' },
  blank: { zh: '留白 {n} 项待填', en: '{n} left blank to be filled in' },
} as const
