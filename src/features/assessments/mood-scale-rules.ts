import type { Band, Scale, ScaleItem, ScaleOption } from './scale-schema.ts'

// PHQ and GAD: no permission is needed to reproduce, translate, display or distribute them (Pfizer, phqscreeners.com).

const frequency: readonly ScaleOption[] = [
  { key: '0', value: 0, words: { zh: '完全不会', en: 'Not at all' } },
  { key: '1', value: 1, words: { zh: '好几天', en: 'Several days' } },
  { key: '2', value: 2, words: { zh: '一半以上的天数', en: 'More than half the days' } },
  { key: '3', value: 3, words: { zh: '几乎每天', en: 'Nearly every day' } },
]

const interest: ScaleItem = {
  key: '1',
  words: { zh: '做事时提不起劲或没有兴趣', en: 'Little interest or pleasure in doing things' },
  options: frequency,
}
const low: ScaleItem = {
  key: '2',
  words: { zh: '感到心情低落、沮丧或绝望', en: 'Feeling down, depressed, or hopeless' },
  options: frequency,
}
const nervous: ScaleItem = {
  key: '1',
  words: { zh: '感觉紧张、焦虑或急切', en: 'Feeling nervous, anxious, or on edge' },
  options: frequency,
}
const worrying: ScaleItem = {
  key: '2',
  words: { zh: '不能够停止或控制担忧', en: 'Not being able to stop or control worrying' },
  options: frequency,
}

const stem = {
  zh: '在过去两周里，您有多少时间受到以下问题困扰？',
  en: 'Over the last two weeks, how often have you been bothered by any of the following problems?',
}
const source = {
  zh: 'PHQ 系列量表（Spitzer、Kroenke、Williams 等）',
  en: 'The PHQ family of measures (Spitzer, Kroenke, Williams et al.)',
}
const licence = {
  zh: '免许可：可复制、翻译、展示、分发',
  en: 'No permission required to reproduce, translate, display or distribute',
}

/** The key of the question that opens the risk protocol when it is answered by anything but “not at all”. */
export const selfHarmItem = { scale: 'PHQ-9', item: '9' } as const

const calm = { zh: '照常关心；按项目的周期复评。', en: 'Go on as usual; screen again when it is due.' }
const talk = {
  zh: '两周内再谈一次、再测一次，看有没有生活事件；可安排陪伴和活动。',
  en: 'Talk again and screen again within two weeks; ask what has happened; offer company and activities.',
}
const refer = {
  zh: '与督导商量，建议到医院精神（心理）科就诊评估，并约好陪同和跟进的人。',
  en: 'Discuss with the supervisor, advise seeing a psychiatric or psychological clinic, and settle who goes along and follows up.',
}
const soon = {
  zh: '当天报督导，尽快陪同到医院精神（心理）科就诊；问清有没有轻生的想法。',
  en: 'Report to the supervisor today, go along to a psychiatric clinic as soon as possible, and ask about thoughts of dying.',
}

const depression: readonly Band[] = [
  { code: 'none', from: 0, to: 4, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
  { code: 'mild', from: 5, to: 9, words: { zh: '轻度提示', en: 'Mild' }, tone: 'calm', next: talk },
  { code: 'moderate', from: 10, to: 14, words: { zh: '中度提示', en: 'Moderate' }, tone: 'look', next: refer },
  { code: 'high', from: 15, to: 19, words: { zh: '中重度提示', en: 'Moderately severe' }, tone: 'bad', next: soon },
  { code: 'severe', from: 20, to: 27, words: { zh: '重度提示', en: 'Severe' }, tone: 'bad', next: soon },
]
const anxiety: readonly Band[] = [
  { code: 'none', from: 0, to: 4, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
  { code: 'mild', from: 5, to: 9, words: { zh: '轻度提示', en: 'Mild' }, tone: 'calm', next: talk },
  { code: 'moderate', from: 10, to: 14, words: { zh: '中度提示', en: 'Moderate' }, tone: 'look', next: refer },
  { code: 'severe', from: 15, to: 21, words: { zh: '重度提示', en: 'Severe' }, tone: 'bad', next: soon },
]
const goOnTo9 = {
  zh: '请接着做 PHQ-9，再决定下一步。',
  en: 'Go on with the PHQ-9, then decide.',
}
const goOnTo7 = {
  zh: '请接着做 GAD-7，再决定下一步。',
  en: 'Go on with the GAD-7, then decide.',
}

const shared = { version: '1', stem, source, licence, better: 'lower', least: 0, againMonths: 6 } as const

export const phq2: Scale = {
  ...shared,
  code: 'PHQ-2',
  name: { zh: 'PHQ-2 情绪初筛', en: 'PHQ-2, depression' },
  about: { zh: '两题，一分钟，先看要不要接着做 PHQ-9。', en: 'Two questions, one minute: whether to go on with the PHQ-9.' },
  items: [interest, low],
  missing: { rule: 'none' },
  most: 6,
  bands: [
    { code: 'none', from: 0, to: 2, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
    { code: 'shown', from: 3, to: 6, words: { zh: '有提示', en: 'Shown' }, tone: 'look', next: goOnTo9 },
  ],
}

export const phq9: Scale = {
  ...shared,
  code: 'PHQ-9',
  name: { zh: 'PHQ-9 抑郁筛查', en: 'PHQ-9, depression' },
  about: {
    zh: '九题，看过去两周的情绪。第 9 题问到轻生的想法：只要不是“完全不会”，就要当场填风险处置。',
    en: 'Nine questions on the last two weeks. Question 9 asks about thoughts of dying: any answer but “not at all” asks for the risk protocol at once.',
  },
  items: [
    interest,
    low,
    {
      key: '3',
      words: { zh: '入睡困难、睡不安稳或睡眠过多', en: 'Trouble falling or staying asleep, or sleeping too much' },
      options: frequency,
    },
    { key: '4', words: { zh: '感觉疲倦或没有活力', en: 'Feeling tired or having little energy' }, options: frequency },
    { key: '5', words: { zh: '食欲不振或吃太多', en: 'Poor appetite or overeating' }, options: frequency },
    {
      key: '6',
      words: {
        zh: '觉得自己很糟，或觉得自己很失败，或让自己或家人失望',
        en: 'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
      },
      options: frequency,
    },
    {
      key: '7',
      words: {
        zh: '对事物专注有困难，例如阅读报纸或看电视时',
        en: 'Trouble concentrating on things, such as reading the newspaper or watching television',
      },
      options: frequency,
    },
    {
      key: '8',
      words: {
        zh: '动作或说话速度缓慢到别人已经察觉，或正好相反，烦躁或坐立不安、动来动去的情况更胜于平常',
        en: 'Moving or speaking so slowly that other people could have noticed; or the opposite, being so fidgety or restless that you have been moving around a lot more than usual',
      },
      options: frequency,
    },
    {
      key: '9',
      words: {
        zh: '有不如死掉或用某种方式伤害自己的念头',
        en: 'Thoughts that you would be better off dead, or of hurting yourself in some way',
      },
      options: frequency,
    },
    {
      key: 'difficulty',
      beside: true,
      words: {
        zh: '以上问题让您做事、料理家务或与人相处有多困难？（不计分）',
        en: 'How difficult have these problems made it for you to do your work, take care of things at home, or get along with people? (not counted)',
      },
      options: [
        { key: '0', value: 0, words: { zh: '完全没有困难', en: 'Not difficult at all' } },
        { key: '1', value: 1, words: { zh: '有些困难', en: 'Somewhat difficult' } },
        { key: '2', value: 2, words: { zh: '非常困难', en: 'Very difficult' } },
        { key: '3', value: 3, words: { zh: '极度困难', en: 'Extremely difficult' } },
      ],
    },
  ],
  missing: { rule: 'carry', most: 2 },
  most: 27,
  bands: depression,
}

export const gad2: Scale = {
  ...shared,
  code: 'GAD-2',
  name: { zh: 'GAD-2 焦虑初筛', en: 'GAD-2, anxiety' },
  about: { zh: '两题，一分钟，先看要不要接着做 GAD-7。', en: 'Two questions, one minute: whether to go on with the GAD-7.' },
  items: [nervous, worrying],
  missing: { rule: 'none' },
  most: 6,
  bands: [
    { code: 'none', from: 0, to: 2, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
    { code: 'shown', from: 3, to: 6, words: { zh: '有提示', en: 'Shown' }, tone: 'look', next: goOnTo7 },
  ],
}

export const gad7: Scale = {
  ...shared,
  code: 'GAD-7',
  name: { zh: 'GAD-7 焦虑筛查', en: 'GAD-7, anxiety' },
  about: { zh: '七题，看过去两周的紧张和担忧。', en: 'Seven questions on tension and worry in the last two weeks.' },
  items: [
    nervous,
    worrying,
    { key: '3', words: { zh: '对各种各样的事情担忧过多', en: 'Worrying too much about different things' }, options: frequency },
    { key: '4', words: { zh: '很难放松下来', en: 'Trouble relaxing' }, options: frequency },
    { key: '5', words: { zh: '由于不安而无法静坐', en: 'Being so restless that it is hard to sit still' }, options: frequency },
    { key: '6', words: { zh: '变得容易烦恼或急躁', en: 'Becoming easily annoyed or irritable' }, options: frequency },
    {
      key: '7',
      words: { zh: '感到似乎将有可怕的事情发生而害怕', en: 'Feeling afraid as if something awful might happen' },
      options: frequency,
    },
  ],
  missing: { rule: 'none' },
  most: 21,
  bands: anxiety,
}
