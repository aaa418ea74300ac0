export const paperWords = {
  title: { zh: '个人基本信息表', en: 'Basic sheet of a person' },
  years: { zh: '{n} 岁', en: '{n}' },
  state: { zh: '状态', en: 'State' },
  labelAndCategory: { zh: '{label}（{category}）', en: '{label} ({category})' },
  personSigns: { zh: '本人（监护人）签名', en: 'The person (or guardian)' },
  workerSigns: { zh: '社工签名', en: 'Worker' },
  about: {
    zh: '证件号和电话在纸上打码。本表含个人信息，用后请锁好或销毁。',
    en: 'Numbers and telephones are masked on paper. This sheet holds personal information: lock it away or destroy it after use.',
  },
} as const
