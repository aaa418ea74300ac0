import type { Words } from '../../kernel/words.ts'
import type { Scale, ScaleItem } from './scale-schema.ts'

// Texts of government notices and rules, which are outside copyright (Copyright Law, article 5).

const grades = [
  { key: '0', words: { zh: '可自理', en: 'Without help' } },
  { key: '1', words: { zh: '轻度依赖', en: 'With a little help' } },
  { key: '2', words: { zh: '中度依赖', en: 'With much help' } },
  { key: '3', words: { zh: '不能自理', en: 'Not at all' } },
] as const

const graded = (key: string, words: Words, values: readonly [number, number, number, number]): ScaleItem => ({
  key,
  words,
  options: grades.map((grade, at) => ({ ...grade, value: values[at] ?? 0 })),
})

/** 国家基本公共卫生服务规范 (third edition, 国卫基层发〔2017〕13号): five items, weights as printed there. */
export const selfCare: Scale = {
  code: 'self-care',
  version: '2017',
  name: { zh: '老年人生活自理能力评估', en: 'Self-care of the elderly' },
  about: {
    zh: '公卫五项：进餐、梳洗、穿衣、如厕、活动。',
    en: 'Five items of public health: meals, washing, dressing, toilet, moving about.',
  },
  source: { zh: '《国家基本公共卫生服务规范（第三版）》', en: 'National basic public health services, third edition' },
  licence: { zh: '政府公文，可自由使用', en: 'A government notice, free to use' },
  items: [
    graded(
      'meals',
      { zh: '进餐：使用餐具将饭菜送入口、咀嚼、吞咽等活动', en: 'Meals: bringing food to the mouth, chewing, swallowing' },
      [0, 0, 3, 5],
    ),
    graded('washing', { zh: '梳洗：梳头、洗脸、刷牙、剃须、洗澡等活动', en: 'Washing: hair, face, teeth, shaving, bathing' }, [0, 1, 3, 7]),
    graded('dressing', { zh: '穿衣：穿衣裤、袜子、鞋子等活动', en: 'Dressing: clothes, socks, shoes' }, [0, 0, 3, 5]),
    graded('toilet', { zh: '如厕：小便、大便等活动及自控', en: 'Toilet, and holding water and stool' }, [0, 1, 5, 10]),
    graded(
      'moving',
      { zh: '活动：站立、室内行走、上下楼梯、户外活动', en: 'Moving: standing, walking indoors, stairs, going out' },
      [0, 1, 5, 10],
    ),
  ],
  missing: { rule: 'none' },
  least: 0,
  most: 37,
  better: 'lower',
  againMonths: 12,
  bands: [
    {
      code: 'able',
      from: 0,
      to: 3,
      words: { zh: '可自理', en: 'Able' },
      tone: 'good',
      next: { zh: '照常服务，每年复评。', en: 'Go on as usual; again in a year.' },
    },
    {
      code: 'light',
      from: 4,
      to: 8,
      words: { zh: '轻度依赖', en: 'Slightly dependent' },
      tone: 'calm',
      next: { zh: '看居家安全和防跌倒；问家里谁能搭把手。', en: 'Look at safety at home and falls; ask who in the family can help.' },
    },
    {
      code: 'moderate',
      from: 9,
      to: 18,
      words: { zh: '中度依赖', en: 'Moderately dependent' },
      tone: 'look',
      next: {
        zh: '了解照护安排和照护者压力；可申请能力评估和居家照护。',
        en: 'Ask about care and the carer’s strain; an ability assessment and home care may be applied for.',
      },
    },
    {
      code: 'unable',
      from: 19,
      to: 37,
      words: { zh: '不能自理', en: 'Unable' },
      tone: 'bad',
      next: {
        zh: '提高探访频次；协助申请能力评估、护理补贴；关注照护者。',
        en: 'Visit more often; help apply for an assessment and care allowance; look after the carer.',
      },
    },
  ],
}

const met: ScaleItem['options'] = [
  { key: 'met', value: 0, words: { zh: '能自己做', en: 'Can' } },
  { key: 'not', value: 1, words: { zh: '不能自己做', en: 'Cannot' } },
]

/** 特困人员认定办法, articles 21 and 22: six things; how many cannot be done alone decides. */
export const hardshipCare: Scale = {
  code: 'tekun-6',
  version: '2021',
  name: { zh: '特困人员生活自理能力（六项）', en: 'Self-care of those in extreme hardship (six items)' },
  about: {
    zh: '六项都能做为具备；一至三项不能为部分丧失；四项以上不能为完全丧失。',
    en: 'All six: able. One to three not: partly lost. Four or more not: wholly lost.',
  },
  source: { zh: '民政部《特困人员认定办法》第二十一、二十二条', en: 'Ministry of Civil Affairs, articles 21 and 22' },
  licence: { zh: '部门规章，可自由使用', en: 'A ministry’s rule, free to use' },
  items: [
    { key: 'eating', words: { zh: '自主吃饭', en: 'Eating' }, options: met },
    { key: 'dressing', words: { zh: '自主穿衣', en: 'Dressing' }, options: met },
    { key: 'bed', words: { zh: '自主上下床', en: 'Getting in and out of bed' }, options: met },
    { key: 'toilet', words: { zh: '自主如厕', en: 'Using the toilet' }, options: met },
    { key: 'walking', words: { zh: '室内自主行走', en: 'Walking indoors' }, options: met },
    { key: 'bathing', words: { zh: '自主洗澡', en: 'Bathing' }, options: met },
  ],
  missing: { rule: 'none' },
  least: 0,
  most: 6,
  better: 'lower',
  againMonths: 12,
  bands: [
    {
      code: 'able',
      from: 0,
      to: 0,
      words: { zh: '具备生活自理能力', en: 'Able' },
      tone: 'good',
      next: { zh: '照常服务；情况变化时重评。', en: 'Go on as usual; again when something changes.' },
    },
    {
      code: 'partly',
      from: 1,
      to: 3,
      words: { zh: '部分丧失生活自理能力', en: 'Partly lost' },
      tone: 'look',
      next: {
        zh: '如与认定的档次不同，请告知社区：县级民政部门应在接到报告后十个工作日内复核。',
        en: 'If the recognised grade differs, tell the community: it is reviewed within ten working days of a report.',
      },
    },
    {
      code: 'lost',
      from: 4,
      to: 6,
      words: { zh: '完全丧失生活自理能力', en: 'Wholly lost' },
      tone: 'bad',
      next: {
        zh: '如与认定的档次不同，请当天告知社区申请复核；看集中供养或护理安排。',
        en: 'If the recognised grade differs, tell the community today; look at residential or nursing care.',
      },
    },
  ],
}
