/** What is said about calendars on phones. */
export const calendarWords = {
  title: { zh: '手机日历订阅', en: 'Calendar on a phone' },
  about: {
    zh: '把排好的班次和活动放进手机自带的日历，改期、取消会自动更新。日历里没有老人的全名，也没有健康情况。',
    en: 'What is planned appears in the phone’s own calendar, and follows every change. No elder’s full name stands there, and nothing about health.',
  },
  mine: { zh: '我的日历', en: 'My calendar' },
  mineAbout: {
    zh: '我的志愿班次、由我负责的探访和面谈，以及我负责的社区里的活动、义诊、小组',
    en: 'My shifts, the visits and sessions that are mine, and what gathers people in my communities',
  },
  ofCommunity: { zh: '{community}的活动', en: 'What {community} plans' },
  ofCommunityIn: { zh: '{project}：活动、义诊、小组', en: '{project}: activities, clinic days, groups' },
  none: {
    zh: '还没有日历地址。点“生成我的日历地址”，再按下面的步骤加到手机里。',
    en: 'There is no address yet. Make one, and add it to the phone as told below.',
  },
  make: { zh: '生成我的日历地址', en: 'Make my calendar’s address' },
  makeCommunity: { zh: '生成社区日历地址', en: 'Make a community’s address' },
  alsoCommunity: { zh: '也可以订阅一个社区的活动', en: 'A community’s events, too' },
  community: { zh: '社区（村）', en: 'Community' },
  made: { zh: '日历地址已生成', en: 'The address is there' },
  madeAt: { zh: '{at}生成', en: 'made {at}' },
  fetchedAt: { zh: '手机最近一次读取：{at}', en: 'last read by a phone: {at}' },
  notFetched: { zh: '还没有手机读取过', en: 'no phone has read it yet' },
  show: { zh: '查看地址', en: 'Show the address' },
  showOf: { zh: '查看“{what}”的地址', en: 'Show the address of {what}' },
  address: { zh: '日历地址', en: 'The calendar’s address' },
  secret: {
    zh: '知道这个地址的人就能看到日历，请只放进自己的手机，不要发到群里。手机丢了或地址外传，点“换一个地址”。',
    en: 'Whoever has this address reads the calendar. Keep it to your own phone; when it has got about, replace it.',
  },
  copy: { zh: '复制地址', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: { zh: '复制不了，请长按地址手动复制。', en: 'It cannot be copied here: select it by hand.' },
  openHere: { zh: '在这台手机上添加', en: 'Add on this phone' },
  renew: { zh: '换一个地址', en: 'Replace the address' },
  renewOf: { zh: '换一个“{what}”的地址', en: 'Replace the address of {what}' },
  renewSure: {
    zh: '换了以后，原来的地址马上失效，每部手机都要重新添加一次。',
    en: 'The old address ends at once; it must be added again on every phone.',
  },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用“{what}”的地址', en: 'End the address of {what}' },
  endSure: {
    zh: '停用后手机里的这份日历不再更新。以后可以再生成新地址。',
    en: 'Phones will no longer be told. A new address can be made later.',
  },
  ended: { zh: '已停用', en: 'Ended' },
  steps: { zh: '怎么加到手机里', en: 'How to add it to a phone' },
  iphone: { zh: '苹果手机', en: 'iPhone' },
  iphoneSteps: {
    zh: '复制地址 → 设置 → 日历（较早的系统：应用 → 日历）→ 日历账户 → 添加账户 → 其他 → 添加已订阅的日历 → 粘贴地址 → 下一步 → 存储。',
    en: 'Copy the address → Settings → Calendar (or Apps → Calendar) → Calendar Accounts → Add Account → Other → Add Subscribed Calendar → paste → Next → Save.',
  },
  android: { zh: '华为、小米等安卓手机', en: 'Android phones' },
  androidSteps: {
    zh: '复制地址 → 打开自带的“日历” → 右上角菜单 → 设置或日历管理 → 订阅日历（网络日历、URL 导入）→ 粘贴地址 → 确定。自带日历没有这一项的，在应用市场装一个支持“ICS 订阅”的日历。',
    en: 'Copy the address → open the phone’s calendar → menu → settings or manage calendars → subscribe by URL → paste → OK. Where the calendar has no such thing, install one that reads ICS subscriptions.',
  },
  computer: { zh: '电脑上的 Outlook', en: 'Outlook on a computer' },
  computerSteps: {
    zh: '日历 → 添加日历 → 从 Internet（从网络订阅）→ 粘贴地址 → 确定。',
    en: 'Calendar → Add calendar → From internet → paste → OK.',
  },
  late: {
    zh: '手机多久来取一次由手机决定，一般一小时到一天；当天的临时变动以系统里为准。',
    en: 'How often a phone looks is up to the phone, from an hour to a day: for changes of today, look here.',
  },
  /** Inside the calendar. */
  calendarOf: { zh: '暖阳 · {name}', en: 'Nuanyang · {name}' },
  more: { zh: '详情登录后查看：', en: 'More, after signing in: ' },
} as const
