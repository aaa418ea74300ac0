export const exportWords = {
  export: { zh: '导出 Excel', en: 'Export to Excel' },
} as const
