export const importAttentionWords = {
  waiting: { zh: '等待确认的导入', en: 'Imports waiting to be accepted' },
  findings: { zh: '最近导入的疑点', en: 'Doubtful rows of the last import' },
  others: { zh: '其他 {kinds} 类', en: '{kinds} other kinds' },
} as const
