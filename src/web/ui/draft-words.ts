export const draftWords = {
  restored: { zh: '已恢复上次没有保存的内容。', en: 'What you had not saved is here again.' },
  startOver: { zh: '清空重填', en: 'Start over' },
} as const
