export const homeWords = {
  title: { zh: '首页', en: 'Start' },
  attention: { zh: '需要关注', en: 'Needs attention' },
  attentionCount: { zh: '需要关注 {n} 项', en: '{n} things need attention' },
  calm: { zh: '没有需要处理的事项。', en: 'Nothing waits for you.' },
} as const
