import type { MeasureKey } from '../measures/measure-schema.ts'

/** What a text is about when it means a measure, and the units that the measure may be said in. */
export type ClaimMeasure = {
  readonly measure: MeasureKey
  readonly topic: RegExp
  readonly units: readonly string[]
  /** What must follow the unit 个, which says nothing by itself. */
  readonly after?: RegExp
  /** A topic that is a kind of another: heard before it when both are near. */
  readonly specific?: true
  /** A topic that much else is said with (服务, 参与): heard after what is nearer to the matter. */
  readonly general?: true
}

const persons = ['人', '名', '位', '个人']
const times = ['人次']
const events = ['场', '场次', '次']
const money = ['元', '万元', '亿元']
const groups = ['个', '组', '支']

const casework = /个案|咨询|面谈|心理(?:辅导|疏导|服务|支持)|一对一|情绪疏导|哀伤辅导/gu
const group = /小组|团体(?:辅导|活动)|组员/gu
const activity = /活动|联欢|文艺|讲座/gu
const attended = /参与|参加|到场/gu
const festival = /节日|节庆|中秋|重阳|春节|端午|元宵|国庆|元旦|新春|过年|春联/gu
const across = /代际|家有儿女|回家过节|祖孙|老少|青老|学生|青少年|大手牵小手/gu
const clinic = /义诊|血压|血糖|体检|健康检查|问诊|把脉/gu
const goods = /物资|物品|慰问品|米面|大米|食用油|面粉|捐赠|发放|爱心包|礼包|生活用品/gu
const visit = /上门|入户|探访|走访|慰问|看望/gu
const phone = /电话(?:探访|访问|问候|回访|慰问)/gu
const volunteer = /志愿/gu
const family = /志愿(?:者|服务)?家庭|家庭志愿/gu
const linkage = /链接|资源|爱心(?:企业|单位|商家)|慈善|公益伙伴|联动单位|合作单位|企业|商户|单位/gu
const craft = /手工|非遗|编织|剪纸|刺绣|传承|苇编|技艺|作品|展销|义卖/gu
const respite = /喘息|照护者|照料者/gu
const reached = /受益|惠及|服务|覆盖|受惠|帮助|直接/gu
const indirect = /间接|辐射|带动|影响|宣传/gu
const register = /建档|登记|花名册|名册|摸排|在册|困境老人|困难老人/gu
const scale = /GDS|抑郁量表|前测|后测/gu

/** Measures as texts speak of them. The first that fits is meant where two are as near. */
export const claimMeasures: readonly ClaimMeasure[] = [
  { measure: 'case_closed', topic: /结案/gu, units: ['例', '个', '宗', '个案'], specific: true },
  { measure: 'closure_rate', topic: /结案率/gu, units: ['%'], specific: true },
  { measure: 'sessions', topic: casework, units: ['人次', '次', '场次'] },
  { measure: 'cases', topic: /接案|开案|个案|咨询|面谈/gu, units: ['例', '个', '宗', '个案', '件'], after: /^(?:个案|案|咨询|服务对象)?/u },
  { measure: 'case_persons', topic: casework, units: persons },
  { measure: 'groups', topic: group, units: groups, after: /^(?:[^，。；、\d]{0,6}小组|团体|$|[，。；、])/u },
  { measure: 'group_sessions', topic: group, units: ['节', '节次', '次', '场', '期'] },
  { measure: 'group_attendances', topic: group, units: times },
  { measure: 'group_members', topic: group, units: persons },
  { measure: 'activities_festival', topic: festival, units: events, specific: true },
  { measure: 'attendances_festival', topic: festival, units: times, specific: true },
  { measure: 'activities_intergenerational', topic: across, units: events, specific: true },
  { measure: 'clinic_days', topic: clinic, units: [...events, '天', '日'] },
  { measure: 'clinic_people', topic: clinic, units: persons },
  { measure: 'clinic_visits', topic: clinic, units: times },
  { measure: 'clinic_communities', topic: clinic, units: ['个'], after: /^(?:社区|村)/u },
  { measure: 'goods_batches', topic: goods, units: ['批', '批次'] },
  { measure: 'goods_households', topic: goods, units: ['户'] },
  { measure: 'goods_people', topic: goods, units: persons },
  { measure: 'goods_units_out', topic: goods, units: ['件', '份', '袋', '桶'] },
  { measure: 'goods_value', topic: goods, units: money },
  { measure: 'visits_phone', topic: phone, units: ['次', '人次', '通'], specific: true },
  { measure: 'visits_door', topic: visit, units: ['次'] },
  { measure: 'visit_attendances', topic: visit, units: times },
  { measure: 'visit_households', topic: visit, units: ['户'] },
  { measure: 'visit_people', topic: visit, units: persons },
  { measure: 'volunteer_families', topic: family, units: ['组', '个', '户', '家', '对'], specific: true },
  { measure: 'shifts', topic: volunteer, units: ['人次', '班次', '班', '次', '场次'] },
  { measure: 'hours_confirmed', topic: volunteer, units: ['小时', '个小时'] },
  { measure: 'vol_persons', topic: volunteer, units: persons },
  { measure: 'volunteers', topic: volunteer, units: persons },
  { measure: 'linkages', topic: linkage, units: ['家次', '次'] },
  { measure: 'linkage_organisations', topic: linkage, units: ['家', '个'], after: /^(?:单位|企业|商家|社会组织|爱心|合作|$|[，。；、])/u },
  { measure: 'linkage_value', topic: linkage, units: money },
  { measure: 'craft_exhibitions', topic: /展销|展览|展示|义卖/gu, units: events, specific: true },
  { measure: 'craft_lessons', topic: craft, units: ['节', '次', '课', '期', '场'] },
  { measure: 'craft_attendances', topic: craft, units: times },
  { measure: 'craft_makers', topic: craft, units: persons },
  { measure: 'craft_sold', topic: /售出|卖出|销售/gu, units: ['件', '幅'], specific: true },
  { measure: 'craft_sales', topic: /销售额|售得|卖得|义卖/gu, units: money, specific: true },
  { measure: 'craft_income', topic: /增收|收入/gu, units: money, specific: true },
  { measure: 'craft_pieces', topic: craft, units: ['件', '幅', '个'], after: /^(?:作品|手工|工艺)/u },
  { measure: 'respite_sessions', topic: respite, units: ['次', '场', '班次'] },
  { measure: 'respite_carers', topic: respite, units: persons },
  { measure: 'gds_pre_mean', topic: /前测/gu, units: ['分'], specific: true },
  { measure: 'gds_post_mean', topic: /后测/gu, units: ['分'], specific: true },
  { measure: 'gds_both_n', topic: scale, units: ['例', '个', '人', '名'] },
  { measure: 'activities', topic: activity, units: events },
  { measure: 'attendances', topic: activity, units: times },
  { measure: 'activity_people', topic: activity, units: persons },
  { measure: 'attendances', topic: attended, units: times, general: true },
  { measure: 'activity_people', topic: attended, units: persons, general: true },
  { measure: 'register_households', topic: register, units: ['户'] },
  { measure: 'register_persons', topic: register, units: persons },
  { measure: 'indirect_persons', topic: indirect, units: [...persons, '人次'], general: true },
  { measure: 'direct_persons', topic: reached, units: persons, general: true },
  { measure: 'direct_times', topic: reached, units: times, general: true },
  { measure: 'expenses_total', topic: /支出|花费|使用资金/gu, units: money },
  { measure: 'budget_total', topic: /预算|经费|资金|投入/gu, units: money },
]

/** How far a topic may lie from its number, and what a comma or the far side of it adds. */
const farthest = 60
const perComma = 8
const behind = 14

/** Measures that a sentence speaks of, the nearest to a number first. `from` and `to` are the number's place in it. */
export function measuresNear(sentence: string, from: number, to: number): { of: ClaimMeasure; distance: number }[] {
  return claimMeasures
    .flatMap((of) => {
      const distances = [...sentence.matchAll(of.topic)].map((match) =>
        distanceOf(sentence, match.index, match.index + match[0].length, from, to),
      )
      const nearest = Math.min(...distances)
      return nearest > farthest ? [] : [{ of, distance: nearest + (of.specific === true ? -6 : of.general === true ? 12 : 0) }]
    })
    .toSorted((a, b) => a.distance - b.distance)
}

function distanceOf(sentence: string, start: number, end: number, from: number, to: number): number {
  const isAfter = start >= to
  const between = isAfter ? sentence.slice(to, start) : sentence.slice(end, from)
  const commas = between.match(/[，,、：:]/gu)?.length ?? 0
  // What follows behind a comma belongs to the number that comes next.
  return between.length + commas * perComma + (isAfter && commas > 0 ? behind : 0)
}

/** Persons who serve, teach or look on: never those that a figure counts. */
const others =
  /^[^，。；、\d]{0,6}?(?:咨询师|社工|社会工作者|督导|医生|医护|医师|护士|教师|老师|讲师|专家|传承人|工作人员|负责人|学生|大学生|小学生|孩子|儿童|干部|记者|律师)/u

/** Whether a number is of people that no figure counts. */
export const isOfOthers = (unit: string, after: string): boolean => persons.includes(unit) && others.test(after)

/** Whether a number with this unit, and what follows it, may be said of a measure. */
export function isUnitOf(of: ClaimMeasure, unit: string, after: string): boolean {
  if (!of.units.includes(unit)) return false
  return unit !== '个' || of.after === undefined || of.after.test(after)
}
