import { expect, test } from 'vitest'
import { countFilled, known, listed, textIn, withValues, written, type Paper } from './paper.ts'

const paper: Paper = {
  title: '接案登记表',
  number: null,
  head: { project: '五社联动', filledBy: null },
  sections: [
    {
      blocks: [
        { kind: 'fields', fields: [known('姓名', '范秀兰'), known('年龄', 78), known('民族', null), written('求助事项', '想找人说说话')] },
        { kind: 'table', prefilled: true, columns: [{ title: '姓名' }], rows: [['李强'], ['王芳']] },
        { kind: 'text', text: null },
      ],
    },
  ],
}

test('whoever prints is told how much was filled in for them and how much waits for the pen', () => {
  // The project, two boxes and two rows; the number, who filled it in, the people and the long text are blank.
  expect(countFilled(paper)).toEqual({ prefilled: 5, blank: 4 })
  expect(countFilled({ title: '档案', papers: [paper, paper] })).toEqual({ prefilled: 10, blank: 8 })
})

test('words are said in the reader’s language, and what somebody wrote stays as written', () => {
  const traditional = (words: { zh: string }) => words.zh.replaceAll('联系', '聯繫')
  const text = withValues({ zh: '联系人：{name}', en: 'Contact: {name}' }, { name: '联系' })
  expect(textIn(text, traditional)).toBe('聯繫人：联系')
  expect(textIn(text, (words) => words.en)).toBe('Contact: 联系')
  expect(textIn(listed([{ zh: '独居', en: 'Lives alone' }, '低保']), (words) => words.en)).toBe('Lives alone, 低保')
  expect(textIn(withValues({ zh: '{n} 人，{other}', en: '' }, { n: 3 }), (words) => words.zh)).toBe('3 人，{other}')
})
