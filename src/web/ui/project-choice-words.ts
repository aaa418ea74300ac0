export const projectChoiceWords = {
  project: { zh: '项目', en: 'Project' },
  current: { zh: '当前项目：{name}', en: 'Project: {name}' },
  none: {
    zh: '您还没有可看的项目。请联系机构负责人新建项目，或请安全管理员授权。',
    en: 'There is no project for you yet. Ask the agency’s manager to add one, or the security administrator for a role in one.',
  },
} as const
