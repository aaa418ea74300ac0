/** Words of one family stand for one another: whoever can cut hair can meet a need of a haircut. */
const families: readonly RegExp[] = [
  /理发|剪发|剃头|美发/,
  /维修|修理|水电|家电|木工|管道|疏通/,
  /陪诊|就医|陪同看病|陪伴就医|代取药|取药|跑腿|代购|代办/,
  /陪伴|聊天|陪聊|倾听|心理|疏导|情绪/,
  /护理|照护|照料|助浴|医护|护士|康复/,
  /义诊|量血压|医生|医疗|健康讲座|健康指导|中医|推拿/,
  /书法|国画|绘画|剪纸|手工|编织|刺绣|非遗/,
  /唱歌|合唱|舞蹈|戏曲|二人转|乐器|文艺|主持/,
  /摄影|拍照|摄像|照相/,
  /手机|电脑|智能|网络/,
  /法律|维权|律师/,
  /做饭|助餐|送餐|厨|包饺子/,
  /打扫|保洁|家政|助洁|清扫|洗衣/,
  /送货|搬|驾驶|司机|出行|接送/,
]

const termsOf = (text: string): string[] => text.split(/[、，,；;。/\s|]+/u).flatMap((term) => (term.length > 1 ? [term] : []))

/** What was written that both speak of, at its shortest; undefined when nothing. */
export type SkillMatch = { readonly level: 2 | 1; readonly term: string }

/** How far what somebody can meets what is wanted: 2 the same words, 1 of one family, undefined not at all. */
export function skillMatch(wanted: string, offered: string): SkillMatch | undefined {
  if (offered === '') return undefined
  for (const term of termsOf(wanted)) {
    const same = termsOf(offered).find((own) => own.includes(term) || term.includes(own))
    if (same !== undefined) return { level: 2, term: same.length < term.length ? same : term }
  }
  const family = families.find((each) => each.test(wanted) && each.test(offered))
  const term = family?.exec(offered)?.[0]
  return term === undefined ? undefined : { level: 1, term }
}

/** Whether a text on areas names a community, or says that it does not matter. */
export const coversArea = (written: string, community: string, town: string | null): boolean =>
  /不限|全区|全市|都可以|均可|任何|周边都/.test(written) ||
  termsOf(written).some(
    (term) => community.startsWith(term) || term.includes(community) || (town !== null && (town.startsWith(term) || term.includes(town))),
  ) ||
  community.replace(/(社区|村|居委会)$/u, '') === written.trim()
