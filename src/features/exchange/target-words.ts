/**
 * The measures that contracts ask for, in the words that they use. The first that fits is meant; what is asked in persons,
 * in attendances or in sessions is told apart by the unit, as 人次 and 人 are two measures.
 */
const targetWords: readonly { readonly measure: string; readonly words: RegExp; readonly unit?: RegExp }[] = [
  { measure: 'indirect_persons', words: /间接/ },
  { measure: 'direct_persons', words: /直接(受益|服务)?(人数|老人|对象)|受益(总)?人数|服务(总)?人数/, unit: /^(人|名|个)?$/ },
  { measure: 'group_members', words: /组员|小组(成员|参与|人数)/ },
  { measure: 'group_sessions', words: /小组(节|场|活动)/, unit: /节|次|场/ },
  { measure: 'group_attendances', words: /小组.*人次/ },
  { measure: 'groups', words: /小组/ },
  { measure: 'sessions', words: /(个案|咨询|辅导|面谈).*(人次|次数|服务|面谈)/, unit: /次/ },
  { measure: 'cases', words: /个案|开案/ },
  { measure: 'clinic_people', words: /义诊.*(人数|人$|受益|服务人)/, unit: /^(人|名)?$/ },
  { measure: 'clinic_visits', words: /义诊.*人次/ },
  { measure: 'clinic_days', words: /义诊/ },
  { measure: 'goods_batches', words: /物资.*批|捐赠.*批|批次/ },
  { measure: 'goods_households', words: /(受助|慰问|发放|物资|受益).*户/ },
  { measure: 'goods_people', words: /(受助|物资|慰问).*(人数|老人)/ },
  { measure: 'volunteer_families', words: /志愿家庭/ },
  { measure: 'hours_confirmed', words: /志愿.*(时长|小时|工时)/ },
  { measure: 'shifts', words: /志愿.*(班次|人次)/ },
  { measure: 'volunteers', words: /志愿者.*(人数|队伍|招募|数)/ },
  { measure: 'linkage_value', words: /(链接|整合|筹集).*(金额|折款|价值|元)/ },
  { measure: 'linkages', words: /(资源|单位).*链接|链接.*(资源|单位)|整合资源/ },
  { measure: 'attendances', words: /活动.*(人次|参与)/ },
  { measure: 'activities', words: /活动/ },
  { measure: 'respite_sessions', words: /喘息/ },
  { measure: 'visits_phone', words: /电话.*(探访|慰问|访)/ },
  { measure: 'visits_door', words: /探访|入户|走访/ },
  { measure: 'craft_lessons', words: /手工|课程|非遗/ },
]

/** The measure that a contract's wording asks for, or undefined when it asks for something of its own. */
export function measureOf(wording: string, unit: string | undefined): string | undefined {
  const text = wording.normalize('NFKC').replace(/\(.*?\)|\s/g, '')
  return targetWords.find((target) => target.words.test(text) && (target.unit === undefined || target.unit.test(unit ?? '')))?.measure
}
