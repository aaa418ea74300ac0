import type { Words } from '../../kernel/words.ts'

/** Why a file is not read, and what to do. `{file}` and `{sheet}` are put in by whoever refuses. */
export const refusalWords = {
  'book.empty': { zh: '文件“{file}”是空的。请重新导出后再导入。', en: '“{file}” is empty. Please export it again.' },
  'book.too-large': {
    zh: '文件“{file}”太大。请按社区或月份拆成几个文件，或删去图片后再导入。',
    en: '“{file}” is too large. Please split it by community or month, or take out its pictures.',
  },
  'book.old-format': {
    zh: '文件“{file}”是旧版 .xls 格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    en: '“{file}” is in the old .xls format. Please open it in Excel or WPS and save it as .xlsx.',
  },
  'book.encrypted': {
    zh: '文件“{file}”设有打开密码。请去掉密码另存后再导入。',
    en: '“{file}” is protected by a password. Please save it without one.',
  },
  'book.web-page': {
    zh: '文件“{file}”其实是网页，不是工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    en: '“{file}” is really a web page. Please open it in Excel or WPS and save it as .xlsx.',
  },
  'book.not-a-workbook': {
    zh: '文件“{file}”不是工作簿。可以导入 .xlsx 和 .csv 文件。',
    en: '“{file}” is not a workbook. Files that can be read are .xlsx and .csv.',
  },
  'book.binary-workbook': {
    zh: '文件“{file}”是 .xlsb 二进制工作簿。请另存为 .xlsx 后再导入。',
    en: '“{file}” is a binary .xlsb workbook. Please save it as .xlsx.',
  },
  'book.other-office': {
    zh: '文件“{file}”是另一种办公文档。请另存为 .xlsx 后再导入。',
    en: '“{file}” is another kind of office document. Please save it as .xlsx.',
  },
  'book.false-type': {
    zh: '文件“{file}”的扩展名与内容不符。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    en: 'What is in “{file}” does not fit its name. Please open it in Excel or WPS and save it as .xlsx.',
  },
  'book.damaged': {
    zh: '文件“{file}”已损坏，读不下去。请用 Excel 或 WPS 打开，修复并另存后再导入。',
    en: '“{file}” is damaged. Please open it in Excel or WPS, repair it and save it again.',
  },
  'book.unsafe': {
    zh: '文件“{file}”含有工作簿不会有的内容，为安全起见没有读取。请把内容复制到新的工作簿再导入。',
    en: '“{file}” holds what no workbook holds, and was not read, to be safe. Please copy its cells into a new workbook.',
  },
  'book.bomb': {
    zh: '文件“{file}”解压后异常庞大，没有读取。请把内容复制到新的工作簿再导入。',
    en: '“{file}” grows abnormally large when unzipped and was not read. Please copy its cells into a new workbook.',
  },
  'book.too-many-sheets': {
    zh: '文件“{file}”的工作表太多。请拆成几个文件后再导入。',
    en: '“{file}” has too many sheets. Please split it into several files.',
  },
  'book.too-many-rows': {
    zh: '文件“{file}”的“{sheet}”行数太多。请删去下方空行，或拆成几个文件后再导入。',
    en: 'Sheet “{sheet}” of “{file}” has too many rows. Please delete the blank ones at its foot, or split the file.',
  },
  'book.too-many-cells': {
    zh: '文件“{file}”的“{sheet}”内容太多。请删去多余的行列，或拆成几个文件后再导入。',
    en: 'Sheet “{sheet}” of “{file}” holds too much. Please delete rows and columns that are not needed, or split the file.',
  },
  'book.too-long-text': {
    zh: '文件“{file}”的“{sheet}”里有单元格文字过长。请缩短后再导入。',
    en: 'A cell of sheet “{sheet}” of “{file}” holds too long a text. Please shorten it.',
  },
  'book.too-many-merges': {
    zh: '文件“{file}”的“{sheet}”合并单元格太多。请取消合并后再导入。',
    en: 'Sheet “{sheet}” of “{file}” has too many merged cells. Please unmerge them.',
  },
  'book.too-slow': {
    zh: '文件“{file}”读得太久，已停止。请拆成几个文件后再导入。',
    en: 'Reading “{file}” took too long and was stopped. Please split it into several files.',
  },
  'book.unknown-letters': {
    zh: '文件“{file}”的文字编码认不出来。请另存为 .xlsx，或存为 UTF-8 的 CSV 后再导入。',
    en: 'The letters of “{file}” cannot be made out. Please save it as .xlsx, or as CSV in UTF-8.',
  },
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof refusalWords
