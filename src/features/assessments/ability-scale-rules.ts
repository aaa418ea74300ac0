import type { Words } from '../../kernel/words.ts'
import type { Answers, Scale, ScaleItem, ScaleOption } from './scale-schema.ts'

// After GB/T 42195-2022: the items' names, points and cut-offs, with what each point means in our own words.

const option = (value: number, words: Words): ScaleOption => ({ key: String(value), value, words })

/** The common ladder from four down to nothing. */
const ladder: readonly ScaleOption[] = [
  option(4, { zh: '自己就能做好', en: 'Alone' }),
  option(3, { zh: '有人在旁提醒或看着就能做', en: 'With somebody reminding or watching' }),
  option(2, { zh: '要搭把手，多半自己做', en: 'With some help, mostly alone' }),
  option(1, { zh: '主要靠别人，本人能配合', en: 'Mainly by others, cooperating' }),
  option(0, { zh: '全靠别人，本人不能配合', en: 'Wholly by others, not cooperating' }),
]
const from4 = (four: Words, three: Words, two: Words, one: Words, none: Words): readonly ScaleOption[] => [
  option(4, four),
  option(3, three),
  option(2, two),
  option(1, one),
  option(0, none),
]

const selfCareItems: readonly ScaleItem[] = [
  {
    key: 'B.1.1',
    part: { zh: '一、自理能力', en: 'Self-care' },
    words: { zh: '进食', en: 'Eating' },
    options: from4(
      { zh: '自己吃，不呛', en: 'Alone, never choking' },
      { zh: '要提醒，或用辅具自己吃，不呛', en: 'With reminding or an aid, never choking' },
      { zh: '要少量喂助，或每月呛一次以上', en: 'With a little help, or choking once a month or more' },
      { zh: '大部分要喂，或每周呛一次以上', en: 'With much help, or choking once a week or more' },
      { zh: '全部要喂、咽不下去或用胃管', en: 'Fed, cannot swallow, or by tube' },
    ),
  },
  { key: 'B.1.2', words: { zh: '修饰（洗脸、刷牙、梳头、剃须、剪指甲）', en: 'Grooming' }, options: ladder },
  { key: 'B.1.3', words: { zh: '洗澡', en: 'Bathing' }, options: ladder },
  { key: 'B.1.4', words: { zh: '穿脱上衣', en: 'Dressing above the waist' }, options: ladder },
  { key: 'B.1.5', words: { zh: '穿脱裤子和鞋袜', en: 'Trousers, socks and shoes' }, options: ladder },
  {
    key: 'B.1.6',
    words: { zh: '小便控制', en: 'Holding water' },
    options: from4(
      { zh: '白天夜里都正常', en: 'Normal by day and night' },
      { zh: '白天正常、夜里差些，或自己会用尿垫', en: 'By day; worse at night, or manages pads' },
      { zh: '白天多半能控制，每周漏、不到每天，或换尿垫要搭把手', en: 'Mostly by day: leaks weekly, not daily, or some help with pads' },
      { zh: '白天多半不能控制，每天都漏，或换尿垫主要靠别人', en: 'Mostly not: leaks daily, or much help with pads' },
      { zh: '完全不能控制，或留置尿管', en: 'Not at all, or a catheter' },
    ),
  },
  {
    key: 'B.1.7',
    words: { zh: '大便控制', en: 'Holding stool' },
    options: from4(
      { zh: '正常', en: 'Normal' },
      { zh: '有时失禁（不到每周一次），或自己会用辅具', en: 'Sometimes, less than weekly, or manages aids' },
      { zh: '经常失禁（每周有、不到每天），或要搭把手', en: 'Often, weekly but not daily, or some help' },
      { zh: '大部分日子失禁，或主要靠别人', en: 'Most days, or much help' },
      { zh: '完全失禁', en: 'Not at all' },
    ),
  },
  { key: 'B.1.8', words: { zh: '如厕（脱裤、擦净、穿好、冲水）', en: 'Using the toilet' }, options: ladder },
]

const movingItems: readonly ScaleItem[] = [
  {
    key: 'B.2.1',
    part: { zh: '二、基础运动能力', en: 'Moving' },
    words: { zh: '床上翻身、坐起、躺下', en: 'Turning and sitting up in bed' },
    options: ladder,
  },
  { key: 'B.2.2', words: { zh: '从床到椅、从椅到床', en: 'From bed to chair and back' }, options: ladder },
  {
    key: 'B.2.3',
    words: { zh: '平地走', en: 'Walking on the level' },
    options: from4(
      { zh: '自己能走五十米左右，不怕摔', en: 'About 50 m alone, no danger of falling' },
      { zh: '能走五十米左右，要有人看着或用拐杖、助行器', en: 'About 50 m, watched or with a stick or frame' },
      { zh: '要人稍微扶着', en: 'With light support' },
      { zh: '要人大力搀扶', en: 'With strong support' },
      { zh: '走不了', en: 'Cannot walk' },
    ),
  },
  {
    key: 'B.2.4',
    words: { zh: '上下楼梯（十到十五级）', en: 'Stairs (10 to 15 steps)' },
    options: [
      option(3, { zh: '自己能上下', en: 'Alone' }),
      option(2, { zh: '要有人提醒或看着', en: 'With reminding or watching' }),
      option(1, { zh: '要搭把手，多半靠自己', en: 'With help, mostly alone' }),
      option(0, { zh: '主要或完全靠别人，或不能上下', en: 'Mainly or wholly by others, or cannot' }),
    ],
  },
]

const mindItems: readonly ScaleItem[] = [
  {
    key: 'B.3.1',
    part: { zh: '三、精神状态', en: 'Mind' },
    words: { zh: '知道时间', en: 'Knows the time' },
    options: from4(
      { zh: '年、月说得对，日子最多差一天', en: 'Year and month right, day within one' },
      { zh: '年、月大致对，日子差两天以上', en: 'Day off by two or more' },
      { zh: '只知道季节或上下半年', en: 'Season or half-year only' },
      { zh: '只分得清上午下午、白天黑夜', en: 'Morning or night only' },
      { zh: '都说不清', en: 'None' },
    ),
  },
  {
    key: 'B.3.2',
    words: { zh: '知道地方', en: 'Knows the place' },
    options: from4(
      { zh: '在住处附近能自己出门认路', en: 'Goes out alone nearby' },
      { zh: '不能自己出门，但说得全住址', en: 'Cannot, but knows the whole address' },
      { zh: '住址说得出大部分', en: 'Knows much of it' },
      { zh: '住址只说得出一点', en: 'Knows little of it' },
      { zh: '都说不出', en: 'None' },
    ),
  },
  {
    key: 'B.3.3',
    words: { zh: '认得人', en: 'Knows people' },
    options: from4(
      { zh: '长期同住的人，名字和关系都认得', en: 'Those lived with, name and relation' },
      { zh: '大部分认得', en: 'Most' },
      { zh: '认得一部分', en: 'Some' },
      { zh: '只认得自己或极少数人', en: 'Self or very few' },
      { zh: '谁也不认得', en: 'No one' },
    ),
  },
  {
    key: 'B.3.4',
    words: { zh: '记性', en: 'Memory' },
    options: from4(
      { zh: '与年纪相称', en: 'As at this age' },
      { zh: '差一些：三个词过五分钟记得一个或一个也没有', en: 'Somewhat: 0 or 1 of 3 words after five minutes' },
      { zh: '较差：上顿饭吃什么也忘', en: 'Forgets the last meal' },
      { zh: '很差：老朋友也忘了', en: 'Forgets old friends' },
      { zh: '什么也记不住', en: 'None' },
    ),
  },
  {
    key: 'B.3.5',
    words: { zh: '听懂别人的话', en: 'Understands' },
    options: from4(
      { zh: '正常', en: 'Normally' },
      { zh: '要多给点时间', en: 'Given time' },
      { zh: '要重复或讲简单些', en: 'When repeated or put simply' },
      { zh: '要花很大力气才懂', en: 'With great help' },
      { zh: '听不懂', en: 'Not' },
    ),
  },
  {
    key: 'B.3.6',
    words: { zh: '说清自己的意思', en: 'Makes oneself understood' },
    options: from4(
      { zh: '正常', en: 'Normally' },
      { zh: '要多给点时间', en: 'Given time' },
      { zh: '要别人帮着猜、用简单的话', en: 'Simply, or with guessing' },
      { zh: '要花很大力气才明白', en: 'With great help' },
      { zh: '说不出', en: 'Not' },
    ),
  },
  {
    key: 'B.3.7',
    words: { zh: '打人、骂人、摔东西（近一个月）', en: 'Aggression in the last month' },
    options: [option(1, { zh: '没有', en: 'None' }), option(0, { zh: '有', en: 'Some' })],
  },
  {
    key: 'B.3.8',
    words: { zh: '情绪低落、不爱说话、不想活动（近一个月）', en: 'Low mood in the last month' },
    options: [option(1, { zh: '没有', en: 'None' }), option(0, { zh: '有', en: 'Some' })],
  },
  {
    key: 'B.3.9',
    words: { zh: '清醒程度', en: 'Consciousness' },
    options: [
      option(2, { zh: '清醒', en: 'Clear' }),
      option(1, { zh: '嗜睡或意识模糊', en: 'Drowsy or clouded' }),
      { key: 'stupor', value: 0, words: { zh: '昏睡', en: 'Stupor' } },
      { key: 'coma', value: 0, words: { zh: '昏迷（直接定为能力完全丧失）', en: 'Coma (decides by itself)' } },
    ],
  },
]

const sensingItems: readonly ScaleItem[] = [
  {
    key: 'B.4.1',
    part: { zh: '四、感知觉与社会参与', en: 'Senses and taking part' },
    words: { zh: '看东西（戴平日的眼镜）', en: 'Sight, with own glasses' },
    options: [
      option(2, { zh: '正常', en: 'Normal' }),
      option(1, { zh: '只看得清大字或大物', en: 'Large print or objects' }),
      option(0, { zh: '只有光感或看不见', en: 'Light only, or blind' }),
    ],
  },
  {
    key: 'B.4.2',
    words: { zh: '听声音（戴平日的助听器）', en: 'Hearing, with own aid' },
    options: [
      option(2, { zh: '正常', en: 'Normal' }),
      option(1, { zh: '轻声或两米外听不清', en: 'Not when soft or beyond 2 m' }),
      option(0, { zh: '要大声慢说，或听不见', en: 'Loud and slow only, or deaf' }),
    ],
  },
  {
    key: 'B.4.3',
    words: { zh: '办日常的事（买东西、用钱、打电话、吃药）', en: 'Everyday affairs' },
    options: from4(
      { zh: '自己能办', en: 'Alone' },
      { zh: '要有人看着', en: 'Watched' },
      { zh: '要帮一点', en: 'With a little help' },
      { zh: '要帮很多', en: 'With much help' },
      { zh: '全靠别人', en: 'Wholly by others' },
    ),
  },
  {
    key: 'B.4.4',
    words: { zh: '乘车出门', en: 'Going out by vehicle' },
    options: [
      option(3, { zh: '自己骑车、开车或坐公交', en: 'Rides or takes public transport' }),
      option(2, { zh: '自己只坐出租车', en: 'Taxi only, alone' }),
      option(1, { zh: '有人陪着能坐公交', en: 'Public transport, accompanied' }),
      option(0, { zh: '只能有人陪着坐出租车或私家车，或出不了门', en: 'Only by car with help, or not at all' }),
    ],
  },
  {
    key: 'B.4.5',
    words: { zh: '与人交往', en: 'Dealing with people' },
    options: from4(
      { zh: '各种场合都能应付', en: 'In all settings' },
      { zh: '简单的场合能应付', en: 'In simple settings' },
      { zh: '别人找才应一应', en: 'When approached' },
      { zh: '勉强能应', en: 'Barely' },
      { zh: '不能与人交往', en: 'Not' },
    ),
  },
]

const yesNo: readonly ScaleOption[] = [
  { key: 'no', value: 0, words: { zh: '没有', en: 'No' } },
  { key: 'yes', value: 1, words: { zh: '有', en: 'Yes' } },
]
const adjusting: readonly ScaleItem[] = [
  {
    key: 'dementia',
    beside: true,
    part: { zh: '五、等级调整的依据（不计分）', en: 'What raises the level (not counted)' },
    words: { zh: '医生确诊过认知症（痴呆，F00–F03）', en: 'Diagnosed dementia (F00–F03)' },
    options: yesNo,
  },
  {
    key: 'psychiatric',
    beside: true,
    words: { zh: '精神科医生确诊过其他精神疾病（F04–F99）', en: 'Another psychiatric diagnosis (F04–F99)' },
    options: yesNo,
  },
  {
    key: 'events',
    beside: true,
    words: { zh: '近三十天跌倒、噎食、走失、自杀自伤等意外共几次', en: 'Falls, choking, getting lost, self-harm in thirty days' },
    options: [
      { key: '0', value: 0, words: { zh: '没有', en: 'None' } },
      { key: '1', value: 1, words: { zh: '一次', en: 'One' } },
      { key: '2', value: 2, words: { zh: '两次或以上', en: 'Two or more' } },
    ],
  },
]

export type Raise = 'coma' | 'dementia' | 'psychiatric' | 'events'

/** Why the level is not the total's: coma decides by itself; any of the three others makes it one worse, once. */
export const raisesOf = (answers: Answers): readonly Raise[] => {
  if (answers['B.3.9'] === 'coma') return ['coma']
  const raises: Raise[] = []
  if (answers['dementia'] === 'yes') raises.push('dementia')
  if (answers['psychiatric'] === 'yes') raises.push('psychiatric')
  if (answers['events'] === '2') raises.push('events')
  return raises
}

/** 0 whole to 4 wholly lost, by the total alone: only a full 90 is whole. */
export function levelOf(total: number): 0 | 1 | 2 | 3 | 4 {
  if (total >= 90) return 0
  if (total >= 66) return 1
  if (total >= 46) return 2
  return total >= 30 ? 3 : 4
}

/** The level after the three adjustments; undefined where there is neither a total nor a coma. */
export function finalLevelOf(total: number | null, answers: Answers): number | undefined {
  const raises = raisesOf(answers)
  if (raises.includes('coma')) return 4
  if (total === null) return undefined
  return Math.min(4, levelOf(total) + (raises.length > 0 ? 1 : 0))
}

const again = {
  zh: '这是社工机构的筛查件，正式等级由民政部门指定的评估机构出具。',
  en: 'This is an agency’s screening copy; the official grade is given by the bureau’s assessors.',
}

export const ability: Scale = {
  code: 'ability',
  version: 'GB/T 42195-2022',
  name: { zh: '老年人能力评估（筛查件）', en: 'Ability of the elderly (screening copy)' },
  about: {
    zh: '二十六项，共九十分，五个等级；条目为本系统自行表述。先看清醒程度：昏迷的直接定级，其余不评。',
    en: 'Twenty-six items, ninety points, five levels, in our own words. A coma decides by itself and nothing else is scored.',
  },
  source: { zh: '依据 GB/T 42195-2022《老年人能力评估规范》的指标、分值和分级', en: 'Items, points and levels after GB/T 42195-2022' },
  licence: { zh: '条目说明为本系统自行表述，未采用标准原文', en: 'Explanations are our own; the standard’s text is not copied' },
  items: [...selfCareItems, ...movingItems, ...mindItems, ...sensingItems, ...adjusting],
  missing: { rule: 'none' },
  least: 0,
  most: 90,
  better: 'higher',
  decides: 'ability',
  againMonths: 12,
  bands: [
    { code: '0', from: 90, to: 90, words: { zh: '能力完好', en: 'Whole' }, tone: 'good', next: again },
    { code: '1', from: 66, to: 89, words: { zh: '能力轻度受损（轻度失能）', en: 'Slightly impaired' }, tone: 'calm', next: again },
    { code: '2', from: 46, to: 65, words: { zh: '能力中度受损（中度失能）', en: 'Moderately impaired' }, tone: 'look', next: again },
    { code: '3', from: 30, to: 45, words: { zh: '能力重度受损（重度失能）', en: 'Severely impaired' }, tone: 'bad', next: again },
    { code: '4', from: 0, to: 29, words: { zh: '能力完全丧失（完全失能）', en: 'Wholly lost' }, tone: 'bad', next: again },
  ],
}
