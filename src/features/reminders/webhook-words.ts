import type { Words } from '../../kernel/words.ts'
import type { MessageState } from './webhook-schema.ts'

export const messageStateWords: Record<MessageState, Words> = {
  waiting: { zh: '等待发送', en: 'Waiting' },
  arrived: { zh: '已送到', en: 'Arrived' },
  refused: { zh: '对方不收', en: 'Refused' },
}

/** Why there was no answer, in words; others are shown as they are. */
export const problemWords: Readonly<Record<string, Words>> = {
  timeout: { zh: '对方十秒内没有应答', en: 'no answer within ten seconds' },
  private: { zh: '地址指向内部网络，没有发送', en: 'the address leads into a private network: not sent' },
  address: { zh: '地址不可用，没有发送', en: 'the address may not be used: not sent' },
  ENOTFOUND: { zh: '找不到这个域名', en: 'no such host' },
  EAI_AGAIN: { zh: '域名暂时解析不了', en: 'the name cannot be looked up just now' },
  ECONNREFUSED: { zh: '对方没有开放这个端口', en: 'connection refused' },
  ECONNRESET: { zh: '连接被对方断开', en: 'connection reset' },
  CERT_HAS_EXPIRED: { zh: '对方的证书过期了', en: 'the certificate has expired' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { zh: '对方的证书不受信任', en: 'the certificate is not trusted' },
}

export const webhookWords = {
  title: { zh: '对外消息', en: 'Messages to other systems' },
  about: {
    zh: '有事发生时，把“发生了什么、哪条记录、到哪里看”发给单位的其他系统（如企业微信机器人的中转、区里的平台）。消息里没有任何人的姓名和情况。',
    en: 'When something happens, other systems of the agency are told what, which record, and where to look. Nothing of any person is in a message.',
  },
  add: { zh: '添加接收方', en: 'Add a receiver' },
  none: {
    zh: '还没有接收方。要接入别的系统时，请对方的技术人员给一个 https 网址，再点“添加接收方”。',
    en: 'There is no receiver yet. To connect another system, ask for its https address, then add it here.',
  },
  name: { zh: '接收方', en: 'Receiver' },
  nameHint: { zh: '例如：区平台', en: 'e.g. the district’s platform' },
  address: { zh: '网址', en: 'Address' },
  addressHint: {
    zh: '以 https:// 开头，由对方提供。内网地址不能用，除非部署人员在配置里放行。',
    en: 'Begins with https://, given by the other side. Private addresses only where the operator allows them.',
  },
  kinds: { zh: '哪些事要告诉对方', en: 'What it is told of' },
  kindsMissing: { zh: '请至少选一种。', en: 'Choose at least one.' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改“{name}”', en: 'Change {name}' },
  saved: { zh: '已保存', en: 'Saved' },
  secret: { zh: '签名密钥', en: 'Signing secret' },
  secretAbout: {
    zh: '请把密钥交给“{name}”的技术人员，用来核对消息确实是本系统发的。它只显示这一次；弄丢了就“换密钥”。',
    en: 'Hand this to {name}: with it they see that messages are ours. It is shown once; when it is lost, replace it.',
  },
  secretDone: { zh: '我已保存好', en: 'I have kept it' },
  renew: { zh: '换密钥', en: 'Replace the secret' },
  renewOf: { zh: '换“{name}”的密钥', en: 'Replace the secret of {name}' },
  renewSure: {
    zh: '换了以后，对方要马上改用新密钥，否则会拒收消息。没送到的会一直重试。',
    en: 'They must use the new one at once, or they will refuse what we send; it is tried again until then.',
  },
  test: { zh: '发测试消息', en: 'Send a test' },
  testOf: { zh: '给“{name}”发测试消息', en: 'Send a test to {name}' },
  tested: { zh: '测试消息已排队，结果见发送记录。', en: 'The test is on its way: see what was sent.' },
  switchOff: { zh: '停用', en: 'Switch off' },
  switchOffOf: { zh: '停用“{name}”', en: 'Switch off {name}' },
  switchOn: { zh: '启用', en: 'Switch on' },
  switchOnOf: { zh: '启用“{name}”', en: 'Switch on {name}' },
  remove: { zh: '删除', en: 'Remove' },
  removeOf: { zh: '删除“{name}”', en: 'Remove {name}' },
  removeSure: { zh: '没送到的{n}条不再发送，不能恢复。', en: '{n} messages that wait will not be sent; this cannot be undone.' },
  removed: { zh: '已删除', en: 'Removed' },
  isOn: { zh: '使用中', en: 'On' },
  isOff: { zh: '已停用', en: 'Off' },
  fails: { zh: '连续{n}次没送到，{at}再试', en: 'Failed {n} times in a row; tried again {at}' },
  failsNow: { zh: '连续{n}次没送到，马上再试', en: 'Failed {n} times in a row; tried again now' },
  counts: { zh: '已送到{arrived}条，等待{waiting}条，对方不收{refused}条', en: '{arrived} arrived, {waiting} waiting, {refused} refused' },
  log: { zh: '发送记录', en: 'What was sent' },
  logOf: { zh: '“{name}”的发送记录', en: 'What was sent to {name}' },
  logNone: { zh: '还没有消息。可以先“发测试消息”。', en: 'Nothing yet. Send a test.' },
  sendAgain: { zh: '马上再发', en: 'Send now' },
  sendingAgain: { zh: '{n}条消息马上再发', en: '{n} messages are sent now' },
  kind: { zh: '事情', en: 'Event' },
  state: { zh: '结果', en: 'Result' },
  at: { zh: '发生时间', en: 'When' },
  tries: { zh: '最近几次尝试', en: 'Latest attempts' },
  try: { zh: '第{n}次 {at}：{result}（{ms}毫秒）', en: 'No. {n}, {at}: {result} ({ms} ms)' },
  answered: { zh: '应答{status}', en: 'answered {status}' },
  testKind: { zh: '测试消息', en: 'A test' },
  messageId: { zh: '编号', en: 'Id' },
  howTo: { zh: '给对方技术人员', en: 'For whoever receives' },
  howToText: {
    zh: '消息是 POST 的 JSON，按 Standard Webhooks 签名：webhook-signature 是对“webhook-id.webhook-timestamp.正文”做 HMAC-SHA256（密钥为 whsec_ 之后的 base64）。收到请十秒内应答 2xx；没应答会隔15秒到1小时重发，直到送到，请按 webhook-id 去重。同一接收方按先后顺序发送；内容被拒（4xx）五次后先放一边，可在这里重发。',
    en: 'Messages are JSON by POST, signed as Standard Webhooks: webhook-signature is HMAC-SHA256 over “webhook-id.webhook-timestamp.body” with the base64 after whsec_ as its key. Answer 2xx within ten seconds; otherwise it comes again after 15 seconds to an hour until it has arrived: tell repeats by webhook-id. Messages come in order; one that is refused (4xx) five times is put aside and can be sent again here.',
  },
  failing: { zh: '对外消息发不到“{what}”，请看发送记录并联系对方', en: 'Messages do not arrive at “{what}”: see what was sent' },
} as const
