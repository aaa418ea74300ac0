export const attentionWords = {
  names: { zh: '待认领的姓名', en: 'Names to be resolved' },
  targets: { zh: '落后于时间的指标', en: 'Targets behind the time' },
  target: { zh: '{name}：完成 {percent}%', en: '{name}: {percent}% done' },
  budget: { zh: '经费提醒', en: 'Budget warnings' },
} as const
