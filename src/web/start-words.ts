export const startWords = {
  title: { zh: '首页', en: 'Start' },
  hello: { zh: '{name}，您好', en: 'Hello, {name}' },
  noRole: {
    zh: '您的账号还没有授权。请联系安全管理员，说明您的岗位和负责的社区。',
    en: 'Your account has no role yet. Tell the security administrator your post and the communities you look after.',
  },
  mayDo: { zh: '您可以', en: 'What you can do here' },
} as const
