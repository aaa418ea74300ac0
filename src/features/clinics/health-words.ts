import type { Words } from '../../kernel/words.ts'
import type { Trend } from './health-trend-rules.ts'
import type { Target } from './schema.ts'

export const trendWords: Record<Trend, Words> = {
  pressure: { zh: '血压（mmHg）', en: 'Blood pressure (mmHg)' },
  glucose: { zh: '血糖（mmol/L）', en: 'Glucose (mmol/L)' },
  oxygen: { zh: '血氧（%）', en: 'Oxygen saturation (%)' },
  weight: { zh: '体重（kg）', en: 'Weight (kg)' },
}

export const lineWords = {
  systolic: { zh: '高压', en: 'Systolic' },
  diastolic: { zh: '低压', en: 'Diastolic' },
  fasting: { zh: '空腹', en: 'Fasting' },
  after_meal: { zh: '餐后2小时', en: '2 h after a meal' },
  other: { zh: '随机、睡前', en: 'Random, bedtime' },
  oxygen: { zh: '血氧', en: 'Oxygen' },
  weight: { zh: '体重', en: 'Weight' },
} as const satisfies Record<string, Words>

export const targetMeasureWords: Record<Target['measure'], Words> = {
  pressure: { zh: '血压', en: 'Blood pressure' },
  glucose_fasting: { zh: '空腹血糖', en: 'Fasting glucose' },
  glucose_after_meal: { zh: '餐后2小时血糖', en: 'Glucose 2 h after a meal' },
  oxygen: { zh: '血氧', en: 'Oxygen saturation' },
  weight: { zh: '体重', en: 'Weight' },
}

export const standsWords = {
  above: { zh: '最近一次高于目标', en: 'The latest is above' },
  below: { zh: '最近一次低于目标', en: 'The latest is below' },
  within: { zh: '最近一次在目标内', en: 'The latest is within' },
} as const satisfies Record<string, Words>

export const healthWords = {
  tab: { zh: '健康', en: 'Health' },
  readings: { zh: '历次读数', en: 'All readings' },
  none: {
    zh: '还没有读数。在义诊的站点上，或上门探访时量了血压、血糖，就会出现在这里。',
    en: 'No readings yet. What is measured at a clinic day or on a visit at home appears here.',
  },
  screening: { zh: '现场筛查，不是诊断', en: 'Screening, not a diagnosis' },
  dangerLine: { zh: '危险值 {value}', en: 'Danger {value}' },
  targetLine: { zh: '医生目标 {value}', en: 'Target {value}' },
  dangerMark: { zh: '到了危险值', en: 'At a danger limit' },
  drawn: { zh: '{trend}，{first} 至 {last}：{points}', en: '{trend}, {first} to {last}: {points}' },
  point: { zh: '{day} {line} {value}', en: '{day} {line} {value}' },
  pointDanger: { zh: '{day} {line} {value}（危险值）', en: '{day} {line} {value} (danger)' },
  onlyOne: { zh: '只有一次读数，再量一次就能看出变化。', en: 'One reading so far; the next one shows a change.' },
  day: { zh: '日期', en: 'Day' },
  undated: { zh: '日期不详', en: 'Day unknown' },
  where: { zh: '在哪里', en: 'Where' },
  pressure: { zh: '血压', en: 'Pressure' },
  pulse: { zh: '心率', en: 'Pulse' },
  glucose: { zh: '血糖', en: 'Glucose' },
  others: { zh: '其他', en: 'Others' },
  hint: { zh: '提示', en: 'Hint' },
  slip: { zh: '打印大字单', en: 'Large-print slip' },
  slipOf: { zh: '打印 {day} 的大字单', en: 'Large-print slip of {day}' },
  targets: { zh: '医生给的目标', en: 'Targets that a doctor set' },
  targetsAbout: {
    zh: '每个人的目标由医生定，这里只登记医生说的话；没有登记的，按通用的提示线看。',
    en: 'A doctor sets each person’s target; here is only what the doctor said. Without one the general hints hold.',
  },
  targetsNone: { zh: '还没有登记医生给的目标。', en: 'No target is on record.' },
  addTarget: { zh: '登记目标', en: 'Record a target' },
  targetOf: { zh: '登记 {name} 的目标', en: 'A target for {name}' },
  measure: { zh: '项目', en: 'What' },
  upTo: { zh: '不高于 {high}', en: 'up to {high}' },
  from: { zh: '不低于 {low}', en: 'from {low}' },
  between: { zh: '{low} 至 {high}', en: '{low} to {high}' },
  high: { zh: '上限', en: 'At most' },
  low: { zh: '下限', en: 'At least' },
  highSystolic: { zh: '高压不高于', en: 'Systolic at most' },
  highDiastolic: { zh: '低压不高于', en: 'Diastolic at most' },
  lowSystolic: { zh: '高压不低于（可不填）', en: 'Systolic at least (optional)' },
  lowDiastolic: { zh: '低压不低于（可不填）', en: 'Diastolic at least (optional)' },
  doctor: { zh: '哪位医生说的', en: 'Which doctor said so' },
  doctorHint: { zh: '如：社区卫生服务中心 李医生', en: 'Such as: Dr Li, health centre' },
  institution: { zh: '医疗机构', en: 'Institution' },
  saidOn: { zh: '哪天说的', en: 'Said on' },
  saidBy: { zh: '{doctor} {institution} · {day}', en: '{doctor} {institution} · {day}' },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用{measure}的目标', en: 'End the target of {measure}' },
  reason: { zh: '理由（会留痕）', en: 'Reason (kept in the trail)' },
  ended: { zh: '以前的目标', en: 'Former targets' },
  endedOn: { zh: '{day} 停用：{reason}', en: 'Ended {day}: {reason}' },
  saved: { zh: '已保存', en: 'Saved' },
} as const satisfies Record<string, Words>
