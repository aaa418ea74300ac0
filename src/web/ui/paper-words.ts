export const paperWords = {
  print: { zh: '打印', en: 'Print' },
  printOf: { zh: '打印：{name}', en: 'Print: {name}' },
  pdf: { zh: '存为 PDF', en: 'Save as PDF' },
  word: { zh: '存为 Word', en: 'Save as Word' },
  making: { zh: '正在排版…', en: 'Laying it out…' },
  makingPdf: { zh: '正在生成 PDF，长的要十几秒…', en: 'Making the PDF; a long one takes some seconds…' },
  makingWord: { zh: '正在生成 Word…', en: 'Making the Word file…' },
  prefilled: { zh: '已自动填 {n} 项', en: '{n} items filled in from records' },
  blank: { zh: '留白 {n} 项待填', en: '{n} left blank to be filled in' },
  preview: { zh: '打印预览', en: 'Preview' },
  close: { zh: '关闭', en: 'Close' },
} as const
