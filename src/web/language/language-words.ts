export const languageWords = {
  language: { zh: '界面语言', en: 'Language' },
  notKept: { zh: '语言已切换，但没有记到您的账号里。', en: 'The language is changed here but was not kept with your account.' },
  notLoaded: { zh: '这种语言没有读取到，请检查网络后重试。', en: 'This language did not load. Check the network and try again.' },
} as const
