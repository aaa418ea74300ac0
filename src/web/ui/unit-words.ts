/** What a number beside a title counts: no number stands without it. */
export const unitWords = {
  persons: { zh: '人', en: 'people' },
  attendances: { zh: '人次', en: 'attendances' },
  items: { zh: '项', en: 'items' },
  places: { zh: '处', en: 'places' },
  records: { zh: '份', en: 'records' },
  cases: { zh: '个', en: 'cases' },
  pairs: { zh: '对', en: 'pairs' },
  lots: { zh: '批', en: 'lots' },
  imports: { zh: '次', en: 'imports' },
  shifts: { zh: '班次', en: 'shifts' },
} as const
