import type { Words } from '../../kernel/words.ts'

export const clinicPaperWords = {
  sheet: { zh: '义诊登记表', en: 'Clinic day sheet' },
  sheetOf: { zh: '{title}登记表', en: 'Clinic day sheet: {title}' },
  slip: { zh: '健康筛查结果单', en: 'Screening results' },
  slips: { zh: '全部大字单', en: 'Everybody’s slips' },
  slipsNone: { zh: '还没有人测量。', en: 'Nobody was measured yet.' },
  order: { zh: '序号', en: 'No.' },
  age: { zh: '年龄', en: 'Age' },
  others: { zh: '血氧、体温、体重等', en: 'Others' },
  advice: { zh: '提示', en: 'Hint' },
  arranged: { zh: '转介随访', en: 'Follow-up' },
  signature: { zh: '本人签名', en: 'Signature' },
  yes: { zh: '已列入', en: 'Arranged' },
  open: { zh: '待安排', en: 'To arrange' },
  counts: {
    zh: '来诊 {visitors} 人次，已测 {measured} 人次，到危险值 {dangers} 人次',
    en: 'Came {visitors}, measured {measured}, danger {dangers}',
  },
  sheetNote: {
    zh: '现场筛查的提示不是诊断。高压≥180 或低压≥110、血糖≥16.7 或≤3.9 为危险值，须立即转介，两周内随访。',
    en: 'Hints of a screening, no diagnosis. 180 or 110 mmHg, glucose from 16.7 or to 3.9: refer at once, follow up within two weeks.',
  },
  doctorSigns: { zh: '医务人员签名', en: 'Medical staff' },
  workerSigns: { zh: '负责人签名', en: 'Worker' },
  name: { zh: '姓名', en: 'Name' },
  day: { zh: '日期', en: 'Day' },
  place: { zh: '地点', en: 'Place' },
  measured: { zh: '今天量的', en: 'Measured today' },
  what: { zh: '项目', en: 'What' },
  value: { zh: '结果', en: 'Value' },
  means: { zh: '说明', en: 'In words' },
  toDo: { zh: '请您这样做', en: 'What to do' },
  allUsual: {
    zh: '今天量的都在常见范围。平时少盐、多活动、按时复查；正在服药的，请按医嘱服药。',
    en: 'All in the usual range. Less salt, some movement, and check-ups; medicine as the doctor said.',
  },
  screening: {
    zh: '这是现场筛查的结果，不是诊断，不能代替医生看病。请不要自己加药、减药、停药。就医时请带上这张单子。',
    en: 'A screening, not a diagnosis, and no substitute for a doctor. Change no medicine by yourself. Take this along to the doctor.',
  },
  at120: {
    zh: '如果突然说话不清、手脚没力、胸痛、喘不过气、叫不醒：马上打 120。',
    en: 'Sudden slurred speech, a weak limb, chest pain, breathlessness, or not waking: call 120 at once.',
  },
  target: { zh: '医生给您定的目标：{measure} {bounds}', en: 'Your doctor’s target: {measure} {bounds}' },
  followUp: {
    zh: '我们会在 {day} 前再联系您，问您看医生的情况。',
    en: 'We will ask after you by {day}.',
  },
  contact: { zh: '有事请找', en: 'Ask for' },
  years: { zh: '{n} 岁', en: '{n} years' },
} as const satisfies Record<string, Words>

/** What somebody at home is to do for each of the grave findings, where what a station does would not fit. */
export const homeWords = {
  pressure_danger: {
    zh: '血压到了危险值：今天就去医院看，路上请人陪着，不要自己骑车开车。',
    en: 'Pressure at a danger limit: see a hospital today, with somebody beside you; do not ride or drive.',
  },
  glucose_danger_low: {
    zh: '血糖太低：先吃点糖或甜饮料，今天就去医院看，请人陪着。',
    en: 'Glucose very low: take some sugar, see a hospital today with somebody beside you.',
  },
  glucose_danger_high: {
    zh: '血糖到了危险值：今天就去医院看，请人陪着。',
    en: 'Glucose at a danger limit: see a hospital today with somebody beside you.',
  },
  oxygen_danger: { zh: '血氧很低：今天就去医院看，请人陪着。', en: 'Oxygen very low: see a hospital today with somebody beside you.' },
  temperature_danger: {
    zh: '发高热：今天就去医院看，多喝水，请人陪着。',
    en: 'High fever: see a hospital today, drink, with somebody beside you.',
  },
  pulse_alert: {
    zh: '心跳过慢或过快：坐下歇一会儿再数；还是这样，今天就去看医生。',
    en: 'Pulse very slow or fast: sit and count again; if it stays, see a doctor today.',
  },
} as const satisfies Record<string, Words>
