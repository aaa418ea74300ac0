import type { Words } from '../../kernel/words.ts'
import type { Scale, ScaleItem } from './scale-schema.ts'

/** Our own translation of the English original, which is in the public domain. `counts`: the answer that counts a point. */
const questions: readonly { readonly words: Words; readonly counts: 'yes' | 'no' }[] = [
  { words: { zh: '总的来说，您对自己的生活满意吗？', en: 'Are you basically satisfied with your life?' }, counts: 'no' },
  {
    words: { zh: '很多以前常做、爱做的事，您现在不做了吗？', en: 'Have you dropped many of your activities and interests?' },
    counts: 'yes',
  },
  { words: { zh: '您觉得日子过得空荡荡的吗？', en: 'Do you feel that your life is empty?' }, counts: 'yes' },
  { words: { zh: '您常常觉得无聊吗？', en: 'Do you often get bored?' }, counts: 'yes' },
  { words: { zh: '大部分时候您的精神头好吗？', en: 'Are you in good spirits most of the time?' }, counts: 'no' },
  {
    words: { zh: '您害怕会有什么不好的事落到自己身上吗？', en: 'Are you afraid that something bad is going to happen to you?' },
    counts: 'yes',
  },
  { words: { zh: '大部分时候您觉得快乐吗？', en: 'Do you feel happy most of the time?' }, counts: 'no' },
  { words: { zh: '您常常觉得没有依靠、没有办法吗？', en: 'Do you often feel helpless?' }, counts: 'yes' },
  {
    words: {
      zh: '您宁愿待在家里，也不想出门去做些新鲜的事吗？',
      en: 'Do you prefer to stay at home, rather than going out and doing new things?',
    },
    counts: 'yes',
  },
  {
    words: { zh: '您觉得自己的记性比大多数人差吗？', en: 'Do you feel that you have more problems with memory than most?' },
    counts: 'yes',
  },
  { words: { zh: '您觉得现在能活着是件很好的事吗？', en: 'Do you think it is wonderful to be alive now?' }, counts: 'no' },
  { words: { zh: '像现在这样，您觉得自己没什么用吗？', en: 'Do you feel pretty worthless the way you are now?' }, counts: 'yes' },
  { words: { zh: '您觉得浑身有劲吗？', en: 'Do you feel full of energy?' }, counts: 'no' },
  { words: { zh: '您觉得自己的处境没有指望了吗？', en: 'Do you feel that your situation is hopeless?' }, counts: 'yes' },
  { words: { zh: '您觉得大多数人都过得比您好吗？', en: 'Do you think that most people are better off than you are?' }, counts: 'yes' },
]

const itemOf = ({ words, counts }: (typeof questions)[number], at: number): ScaleItem => ({
  key: String(at + 1),
  words,
  options: [
    { key: 'yes', value: counts === 'yes' ? 1 : 0, words: { zh: '是', en: 'Yes' } },
    { key: 'no', value: counts === 'no' ? 1 : 0, words: { zh: '否', en: 'No' } },
  ],
})

export const gds15: Scale = {
  code: 'GDS-15',
  version: '15',
  name: { zh: 'GDS-15 老年抑郁筛查', en: 'GDS-15, geriatric depression' },
  about: { zh: '十五题，答“是”或“否”，看最近一周。', en: 'Fifteen questions answered yes or no, about the past week.' },
  stem: { zh: '请想一想最近一周，您有没有这样的感受：', en: 'Think of the past week:' },
  source: {
    zh: 'Sheikh 与 Yesavage（1986）；中文为本系统从英文原版自译，反向题按题意（1、5、7、11、13）计分',
    en: 'Sheikh and Yesavage (1986); reverse items 1, 5, 7, 11 and 13',
  },
  licence: { zh: '英文原版属公有领域', en: 'The original is in the public domain' },
  items: questions.map(itemOf),
  missing: { rule: 'carry', most: 5 },
  least: 0,
  most: 15,
  better: 'lower',
  againMonths: 6,
  bands: [
    {
      code: 'none',
      from: 0,
      to: 4,
      words: { zh: '没有提示', en: 'Nothing shown' },
      tone: 'good',
      next: { zh: '照常关心；按项目的周期复评。', en: 'Go on as usual; screen again when it is due.' },
    },
    {
      code: 'mild',
      from: 5,
      to: 8,
      words: { zh: '轻度提示', en: 'Mild' },
      tone: 'look',
      next: {
        zh: '安排一次深入谈话（总分高于 5 分应跟进）；问睡眠、饮食、近期变故；可做 PHQ-9。',
        en: 'Arrange a longer talk (a total above 5 is followed up); ask about sleep, food and losses; the PHQ-9 may follow.',
      },
    },
    {
      code: 'moderate',
      from: 9,
      to: 11,
      words: { zh: '中度提示', en: 'Moderate' },
      tone: 'bad',
      next: {
        zh: '与督导商量；建议到医院精神（心理）科评估；可开个案；做 PHQ-9 问清有没有轻生的想法。',
        en: 'Discuss with the supervisor; advise a psychiatric clinic; a case may be opened; ask the PHQ-9 about thoughts of dying.',
      },
    },
    {
      code: 'severe',
      from: 12,
      to: 15,
      words: { zh: '重度提示', en: 'Severe' },
      tone: 'bad',
      next: {
        zh: '当天报督导；尽快陪同到医院精神（心理）科；做 PHQ-9 问清有没有轻生的想法。',
        en: 'Report to the supervisor today; go along to a psychiatric clinic soon; ask the PHQ-9 about thoughts of dying.',
      },
    },
  ],
}
