/** What the checker's page says, by the names that its script knows. */
export const checkerWords = {
  changed: {
    zh: '文件和下载时不一样，或不是核验文件，请勿采信',
    en: 'The file is not as it was downloaded, or is no file to verify. Do not rely on it',
  },
  notProof: {
    zh: '这不是核验文件，或者开头已经改动。请选择从公开页面或记录单下载的 .json 文件。',
    en: 'This is no file to verify, or its beginning was changed. Choose a .json file that was downloaded from a public page or with a record.',
  },
  form: { zh: '文件的写法变了（哪怕只多一个空格）。', en: 'It is not written as it was, if only by a space.' },
  hash: { zh: '有一条记录与它的指纹对不上。', en: 'A record does not have its fingerprint.' },
  link: {
    zh: '引用的一个数字缺失，或不是发布时的那一个。',
    en: 'A figure that it names is missing, or is not the one that was published.',
  },
  stray: { zh: '文件里多出了无关的记录。', en: 'There are records in it that do not belong to it.' },
  nothing: { zh: '请选择文件，或粘贴文件内容。', en: 'Choose a file, or paste what is in it.' },
  otherCode: {
    zh: '文件完整，但不是这个核验码的那一份。文件的核验码是：',
    en: 'The file is whole, but it is not the one with this code. Its code is:',
  },
  whole: { zh: '文件完整，没有改动过', en: 'The file is whole and unchanged' },
  wholeAndCode: { zh: '文件完整，并且正是这个核验码的那一份', en: 'The file is whole, and is the one with this code' },
  compare: {
    zh: '请再把下面的核验码与印出的材料或公开页面上的核对：一致才是发布单位发布的那一份。',
    en: 'Compare the code below with the one on paper or on the public page: only the same one is what was published.',
  },
  about: { zh: '约', en: 'about ' },
  value: { zh: '数字', en: 'Figure' },
  earlier: { zh: '更正前', en: 'Before it was corrected' },
  project: { zh: '项目', en: 'Project' },
  scope: { zh: '范围', en: 'Scope' },
  asOf: { zh: '截至（UTC）', en: 'As of (UTC)' },
  rule: { zh: '口径', en: 'Rule' },
  title: { zh: '标题', en: 'Title' },
  publisher: { zh: '单位', en: 'Publisher' },
  publishedAt: { zh: '发布时间（UTC）', en: 'Published (UTC)' },
  count: { zh: '文中的数字', en: 'Figures in it' },
  name: { zh: '姓名', en: 'Name' },
  period: { zh: '服务期间', en: 'Services of' },
  hours: { zh: '服务时长（小时）', en: 'Hours' },
  times: { zh: '服务次数', en: 'Services' },
  code: { zh: '核验码', en: 'Code' },
  hash256: { zh: '完整指纹', en: 'Whole fingerprint' },
} as const

export const checkerPageWords = {
  title: { zh: '离线核验工具', en: 'Checker' },
  about: {
    zh: '核验从公开页面下载的简报、数字，或志愿服务记录单的核验文件。全部在这台电脑上计算，不联网，文件不会传出去。',
    en: 'Verifies files of bulletins, figures and volunteers’ records. Everything is done on this computer; nothing is sent anywhere.',
  },
  file: { zh: '核验文件（.json）', en: 'File (.json)' },
  text: { zh: '或粘贴文件内容', en: 'Or paste what is in it' },
  code: { zh: '印出的核验码（可以不填）', en: 'The printed code, if you have it' },
  check: { zh: '核验', en: 'Verify' },
  noScript: { zh: '核验要用到浏览器的脚本，请先允许。', en: 'Please allow scripts: the checker works with them.' },
} as const
