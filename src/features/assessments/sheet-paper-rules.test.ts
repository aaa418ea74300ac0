import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { countFilled, textIn, type Paper } from '../../kernel/paper.ts'
import { gds15 } from './gds-scale-rules.ts'
import { catalogue } from './scale-rules.ts'
import type { Assessment } from './schema.ts'
import { sheetPaper } from './sheet-paper-rules.ts'

const person = { name: '王秀云', sex: null, age: 72, communityName: '旭东社区' }
const about = { person, project: '暖阳', agency: '社工中心' }
const kept: Assessment = {
  id: v7(),
  version: 1,
  projectId: projectIdSchema.parse(v7()),
  scale: 'GDS-15',
  scaleVersion: '1',
  phase: 'before',
  occasion: 'GA2025-001',
  day: daySchema.parse('2025-01-08'),
  score: 11,
  band: null,
  answers: Object.fromEntries(gds15.items.map((item) => [item.key, item.options[0]?.key ?? ''])),
  informant: 'self',
  note: null,
  assessor: '刘社工',
  serviceId: null,
  protocol: null,
  followUps: [],
  withdrawn: null,
  versions: [],
}

/** Every answer that stands on a paper. */
const answersOn = (paper: Paper): string[] =>
  paper.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flatMap(([_at, _question, answer]) =>
            answer === null || answer === undefined || typeof answer === 'number' ? [] : [textIn(answer, (words) => words.zh)],
          )
        : [],
    ),
  )

test('a sheet on paper has each question with its answers, and a tick at the one that was given', () => {
  const answers = answersOn(sheetPaper({ ...about, scale: gds15, assessment: kept }))
  expect(answers).toHaveLength(15)
  expect(answers.every((answer) => (answer.match(/☑/g) ?? []).length === 1)).toBe(true)
})

test.each(catalogue)('an empty sheet of $code has nothing ticked, and the person’s name, age and community filled in', (scale) => {
  const paper = sheetPaper({ ...about, scale, assessment: undefined })
  const answers = answersOn(paper)
  expect(answers).toHaveLength(scale.items.length)
  expect(answers.join('')).not.toContain('☑')
  expect(countFilled(paper).prefilled).toBe(5)
})
