import type { Words } from '../../kernel/words.ts'

/** usual: nothing to say. The others, from a hint to an ambulance: what to do grows with each. */
export const levels = ['usual', 'note', 'retest', 'advise', 'urgent', 'emergency'] as const
export type Level = (typeof levels)[number]

export const levelWords: Record<Level, Words> = {
  usual: { zh: '在常见范围', en: 'In the usual range' },
  note: { zh: '提示', en: 'Worth a note' },
  retest: { zh: '建议复测', en: 'Measure again' },
  advise: { zh: '建议就医', en: 'Advise to see a doctor' },
  urgent: { zh: '立即转介', en: 'Refer now' },
  emergency: { zh: '拨打 120', en: 'Call an ambulance' },
}

type Band = { readonly level: Level; readonly name: Words; readonly doing: Words }

const nothing: Words = { zh: '', en: '' }
const usual = (zh: string, en: string): Band => ({ level: 'usual', name: { zh, en }, doing: nothing })

/** What a value is called and what to do: hints and advice, never a diagnosis. */
export const bands = {
  pressure_usual: usual('血压在常见范围', 'Pressure in the usual range'),
  pressure_high_normal: {
    level: 'note',
    name: { zh: '血压在正常高值', en: 'Pressure high normal' },
    doing: { zh: '提示：少盐、多活动，过些日子再量。', en: 'Less salt, more movement; measure again some time.' },
  },
  pressure_raised: {
    level: 'advise',
    name: { zh: '血压偏高', en: 'Pressure raised' },
    doing: {
      zh: '单次读数只作提示：建议换几天再量，或到社区卫生服务中心复查。正在服药的，请按医嘱服药。',
      en: 'One reading is a hint: measure on other days, or see the community health centre. Medicine as the doctor said.',
    },
  },
  pressure_high: {
    level: 'advise',
    name: { zh: '血压明显偏高', en: 'Pressure clearly raised' },
    doing: {
      zh: '建议这几天就医复查；休息 5 分钟后再量一次。正在服药的，请按医嘱服药，不要自行加减药。',
      en: 'See a doctor within days; rest five minutes and measure again. Medicine as the doctor said, no more and no less.',
    },
  },
  pressure_danger: {
    level: 'urgent',
    name: { zh: '血压危险值', en: 'Pressure at a danger limit' },
    doing: {
      zh: '先坐下休息，马上问症状，请在场医生看，立即转介就医；两周内随访。',
      en: 'Let them sit, ask for symptoms, call the doctor present, refer now; follow up within two weeks.',
    },
  },
  glucose_danger_low: {
    level: 'urgent',
    name: { zh: '血糖危险值（偏低）', en: 'Glucose at the lower danger limit' },
    doing: {
      zh: '清醒的先吃点糖或甜饮料，15 分钟后复测；立即转介就医；两周内随访。',
      en: 'If awake: sugar or a sweet drink, measure again in 15 minutes; refer now; follow up within two weeks.',
    },
  },
  glucose_usual: usual('血糖在常见范围', 'Glucose in the usual range'),
  glucose_random: usual('随机血糖，只作参考', 'A random glucose, for reference'),
  glucose_raised: {
    level: 'advise',
    name: { zh: '血糖略高', en: 'Glucose somewhat raised' },
    doing: {
      zh: '指尖血只作提示：建议到医院或社区卫生服务中心查静脉血糖。',
      en: 'A finger-stick is a hint: have a venous glucose taken at a hospital or health centre.',
    },
  },
  glucose_high: {
    level: 'advise',
    name: { zh: '血糖偏高', en: 'Glucose raised' },
    doing: {
      zh: '建议这几天就医查静脉血糖；正在用药的，请按医嘱用药。',
      en: 'See a doctor within days for a venous glucose; medicine as the doctor said.',
    },
  },
  glucose_danger_high: {
    level: 'urgent',
    name: { zh: '血糖危险值（偏高）', en: 'Glucose at the upper danger limit' },
    doing: {
      zh: '马上问症状，请在场医生看，立即转介就医；两周内随访。',
      en: 'Ask for symptoms, call the doctor present, refer now; follow up within two weeks.',
    },
  },
  oxygen_usual: usual('血氧在常见范围', 'Oxygen in the usual range'),
  oxygen_own: {
    level: 'note',
    name: { zh: '血氧符合医生给的目标', en: 'Oxygen within the doctor’s target' },
    doing: { zh: '按医生给本人定的目标看。', en: 'Judged by the target that the doctor set.' },
  },
  oxygen_low: {
    level: 'retest',
    name: { zh: '血氧偏低', en: 'Oxygen low' },
    doing: {
      zh: '搓热手指、擦掉指甲油后复测；仍偏低，建议就医。',
      en: 'Warm the finger, no nail varnish, measure again; if still low, see a doctor.',
    },
  },
  oxygen_danger: {
    level: 'urgent',
    name: { zh: '血氧很低', en: 'Oxygen very low' },
    doing: {
      zh: '立即复测，请在场医生看；仍低于 90%，立即转介就医。',
      en: 'Measure again at once, call the doctor present; if still below 90 %, refer now.',
    },
  },
  temperature_usual: usual('体温在常见范围', 'Temperature in the usual range'),
  temperature_raised: {
    level: 'note',
    name: { zh: '体温偏高', en: 'Temperature raised' },
    doing: { zh: '提示：休息后复测，戴口罩，问问有没有不舒服。', en: 'Rest and measure again, wear a mask, ask how they feel.' },
  },
  temperature_danger: {
    level: 'urgent',
    name: { zh: '高热', en: 'High fever' },
    doing: { zh: '请在场医生看，立即转介就医。', en: 'Call the doctor present, refer now.' },
  },
  pulse_usual: usual('心率在常见范围', 'Pulse in the usual range'),
  pulse_off: {
    level: 'note',
    name: { zh: '心率不在 60–100', en: 'Pulse outside 60–100' },
    doing: { zh: '提示：静坐 5 分钟后再数一次。', en: 'Sit for five minutes and count again.' },
  },
  pulse_alert: {
    level: 'retest',
    name: { zh: '心率过慢或过快', en: 'Pulse very slow or very fast' },
    doing: {
      zh: '静坐后复测；仍是这样，请在场医生看，建议就医。',
      en: 'Sit and measure again; if it stays, call the doctor present and advise to see one.',
    },
  },
  bmi_low: {
    level: 'note',
    name: { zh: '体重指数偏低', en: 'Body mass index low' },
    doing: { zh: '提示：留意吃饭和近来体重有没有下降。', en: 'Ask about meals and whether weight was lost.' },
  },
  bmi_usual: usual('体重指数在常见范围', 'Body mass index in the usual range'),
  bmi_over: {
    level: 'note',
    name: { zh: '超重', en: 'Overweight' },
    doing: { zh: '提示：饮食清淡，适量活动。', en: 'Light meals, some movement.' },
  },
  bmi_obese: {
    level: 'note',
    name: { zh: '体重指数偏高', en: 'Body mass index high' },
    doing: { zh: '提示：饮食清淡，适量活动，可请医生指导。', en: 'Light meals, some movement; a doctor can advise.' },
  },
  waist_over: {
    level: 'note',
    name: { zh: '腰围偏大', en: 'Waist large' },
    doing: { zh: '提示：饮食清淡，适量活动。', en: 'Light meals, some movement.' },
  },
} as const satisfies Record<string, Band>
export type BandCode = keyof typeof bands

export const adviceWords = {
  ambulance: {
    zh: '马上拨打 120，不要让老人自己走动；请在场医生过来，通知家属，留人陪着。',
    en: 'Call 120 now; they must not walk. Call the doctor present, tell the family, stay with them.',
  },
  gravest: { zh: '有危急症状', en: 'Grave signs' },
  measureAgain: { zh: '隔 30–60 秒再量一次', en: 'Measure again after 30–60 seconds' },
  measureThird: { zh: '两次相差超过 10，请量第三次', en: 'The two differ by more than 10: take a third' },
  isolatedSystolic: { zh: '（只有高压偏高）', en: '(systolic alone)' },
  isolatedDiastolic: { zh: '（只有低压偏高）', en: '(diastolic alone)' },
  fastPulse: { zh: '心率超过 100，请一并告诉医生', en: 'Pulse above 100: tell the doctor too' },
  hot: { zh: '体温超过 39 ℃，请一并告诉医生', en: 'Above 39 °C: tell the doctor too' },
} as const satisfies Record<string, Words>
