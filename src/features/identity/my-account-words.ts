export const myAccountWords = {
  title: { zh: '我的账号', en: 'My account' },
  who: { zh: '基本信息', en: 'About me' },
  tenant: { zh: '单位', en: 'Organisation' },
  names: { zh: '姓名显示', en: 'Names of persons' },
  namesWhole: {
    zh: '看到完整姓名；证件号和电话仍打码，需要时写明理由查看。',
    en: 'You see names; numbers and phones are masked until you give a reason.',
  },
  namesMasked: { zh: '姓名打码显示；需要时写明理由查看。', en: 'Names are masked until you give a reason.' },
  password: { zh: '修改密码', en: 'Change my password' },
} as const
