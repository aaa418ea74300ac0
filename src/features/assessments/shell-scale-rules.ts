import type { Words } from '../../kernel/words.ts'
import type { Scale, ScaleItem } from './scale-schema.ts'

// Names, points and cut-offs of scales whose text belongs to others: an agency enters the text that it may use.

const question: Words = { zh: '（由机构录入本题文字）', en: '(text entered by the agency)' }

const items = (values: readonly (readonly number[])[], beginning: Readonly<Record<number, Words>> = {}): ScaleItem[] =>
  values.map((points, at) => {
    const part = beginning[at]
    return {
      key: String(at + 1),
      words: question,
      ...(part === undefined ? {} : { part }),
      options: points.map((value) => ({ key: String(value), value, words: { zh: String(value), en: String(value) } })),
    }
  })
const alike = (count: number, points: readonly number[]) => Array.from({ length: count }, () => points)

const calm = { zh: '照常关心；按项目的周期复评。', en: 'Go on as usual; screen again when it is due.' }

export const lsns6: Scale = {
  code: 'LSNS-6',
  version: '6',
  name: { zh: 'LSNS-6 社会网络', en: 'LSNS-6, social network' },
  about: { zh: '六题，每题 0–5 分：前三题家人，后三题朋友。', en: 'Six questions of 0 to 5: three on family, three on friends.' },
  source: { zh: 'Lubben 社会网络量表（6 题版）', en: 'Lubben Social Network Scale, 6 items' },
  licence: { zh: '版权属 Lubben，文字须经许可', en: '© Lubben; the text needs permission' },
  shell: { options: 'each' },
  items: items(alike(6, [0, 1, 2, 3, 4, 5]), { 0: { zh: '家人', en: 'Family' }, 3: { zh: '朋友', en: 'Friends' } }),
  missing: { rule: 'none' },
  least: 0,
  most: 30,
  better: 'higher',
  againMonths: 12,
  bands: [
    {
      code: 'isolated',
      from: 0,
      to: 11,
      words: { zh: '有社会孤立风险', en: 'At risk of isolation' },
      tone: 'look',
      next: {
        zh: '看谁能常联系：邻居、志愿者、老友；邀请参加小组和活动。',
        en: 'Find who can keep in touch; invite to groups and activities.',
      },
    },
    { code: 'linked', from: 12, to: 30, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
  ],
}

export const ucla3: Scale = {
  code: 'UCLA-3',
  version: '3',
  name: { zh: 'UCLA-3 孤独感', en: 'UCLA-3, loneliness' },
  about: { zh: '三题，每题 1–3 分。', en: 'Three questions of 1 to 3.' },
  source: { zh: 'Hughes 等（2004）', en: 'Hughes et al. (2004)' },
  licence: { zh: '未见明示的开放许可，文字由机构自备', en: 'No explicit open licence; the agency brings the text' },
  shell: { options: 'shared' },
  items: items(alike(3, [1, 2, 3])),
  missing: { rule: 'none' },
  least: 3,
  most: 9,
  better: 'lower',
  againMonths: 12,
  bands: [
    { code: 'none', from: 3, to: 5, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
    {
      code: 'lonely',
      from: 6,
      to: 9,
      words: { zh: '提示有孤独感', en: 'Loneliness shown' },
      tone: 'look',
      next: { zh: '安排固定的人探访或电话；邀请参加小组。', en: 'Have the same person visit or call; invite to a group.' },
    },
  ],
}

export const barthel: Scale = {
  code: 'Barthel',
  version: '10',
  name: { zh: 'Barthel 日常生活活动', en: 'Barthel, activities of daily living' },
  about: {
    zh: '十项，共 100 分。次序：进食、洗澡、修饰、穿衣、大便、小便、如厕、床椅转移、平地行走、上下楼梯。',
    en: 'Ten items, 100 points, in the order: feeding, bathing, grooming, dressing, bowels, bladder, toilet, transfer, walking, stairs.',
  },
  source: { zh: 'Mahoney 与 Barthel（1965）；分级参照 WS/T 431', en: 'Mahoney and Barthel (1965); bands after WS/T 431' },
  licence: { zh: '版权属马里兰州医学会，非商业使用须注明出处', en: '© Maryland State Medical Society; non-commercial use with citation' },
  shell: { options: 'each' },
  items: items([
    [0, 5, 10],
    [0, 5],
    [0, 5],
    [0, 5, 10],
    [0, 5, 10],
    [0, 5, 10],
    [0, 5, 10],
    [0, 5, 10, 15],
    [0, 5, 10, 15],
    [0, 5, 10],
  ]),
  missing: { rule: 'none' },
  least: 0,
  most: 100,
  better: 'higher',
  againMonths: 12,
  bands: [
    {
      code: 'heavy',
      from: 0,
      to: 40,
      words: { zh: '重度依赖', en: 'Heavily dependent' },
      tone: 'bad',
      next: {
        zh: '提高探访频次；协助申请能力评估和护理；关注照护者。',
        en: 'Visit more often; help apply for care; look after the carer.',
      },
    },
    {
      code: 'moderate',
      from: 41,
      to: 60,
      words: { zh: '中度依赖', en: 'Moderately dependent' },
      tone: 'look',
      next: { zh: '了解照护安排；可申请居家照护。', en: 'Ask about care; home care may be applied for.' },
    },
    {
      code: 'light',
      from: 61,
      to: 99,
      words: { zh: '轻度依赖', en: 'Slightly dependent' },
      tone: 'calm',
      next: { zh: '看居家安全和防跌倒。', en: 'Look at safety at home and falls.' },
    },
    { code: 'none', from: 100, to: 100, words: { zh: '无需依赖', en: 'Independent' }, tone: 'good', next: calm },
  ],
}

export const lawton: Scale = {
  code: 'Lawton',
  version: '8',
  name: { zh: 'Lawton 工具性日常活动', en: 'Lawton, instrumental activities' },
  about: { zh: '八项，每项 0 或 1 分，共 8 分。', en: 'Eight items of 0 or 1.' },
  source: { zh: 'Lawton 与 Brody（1969）', en: 'Lawton and Brody (1969)' },
  licence: { zh: '期刊版权，文字须经许可', en: 'Journal copyright; the text needs permission' },
  shell: { options: 'each' },
  items: items(alike(8, [0, 1])),
  missing: { rule: 'none' },
  least: 0,
  most: 8,
  better: 'higher',
  againMonths: 12,
  bands: [
    {
      code: 'some',
      from: 0,
      to: 7,
      words: { zh: '有的事要人帮', en: 'Needs some help' },
      tone: 'look',
      next: { zh: '逐项看谁能帮：买菜、做饭、吃药、出行。', en: 'See item by item who can help.' },
    },
    { code: 'none', from: 8, to: 8, words: { zh: '都能自己办', en: 'Independent' }, tone: 'good', next: calm },
  ],
}

export const who5: Scale = {
  code: 'WHO-5',
  version: '5',
  name: { zh: 'WHO-5 幸福感', en: 'WHO-5, well-being' },
  about: { zh: '五题，每题 0–5 分，合计乘以 4，共 100 分，分高为好。', en: 'Five questions of 0 to 5, times four; higher is better.' },
  source: { zh: '世界卫生组织（1998）', en: 'World Health Organization (1998)' },
  licence: {
    zh: 'CC BY-NC-SA 3.0 IGO：仅限非商业使用，文字由机构录入',
    en: 'CC BY-NC-SA 3.0 IGO: non-commercial; the agency enters the text',
  },
  shell: { options: 'shared' },
  items: items(alike(5, [0, 1, 2, 3, 4, 5])),
  missing: { rule: 'none' },
  least: 0,
  most: 100,
  times: 4,
  better: 'higher',
  againMonths: 6,
  bands: [
    {
      code: 'very-low',
      from: 0,
      to: 28,
      words: { zh: '很低，应做抑郁筛查', en: 'Very low: screen for depression' },
      tone: 'bad',
      next: { zh: '做 GDS-15 或 PHQ-9；与督导商量。', en: 'Do the GDS-15 or PHQ-9; discuss with the supervisor.' },
    },
    {
      code: 'low',
      from: 29,
      to: 50,
      words: { zh: '偏低', en: 'Low' },
      tone: 'look',
      next: { zh: '再谈一次；安排陪伴和活动；两周后再测。', en: 'Talk again; offer company and activities; again in two weeks.' },
    },
    { code: 'well', from: 51, to: 100, words: { zh: '没有提示', en: 'Nothing shown' }, tone: 'good', next: calm },
  ],
}
