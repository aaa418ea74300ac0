import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { Division } from './schema.ts'

/**
 * The divisions of 双台子区 (211102), 盘锦: 6 streets and 2 towns, 33 communities and 18 villages, with the codes of the
 * national statistics bureau (edition of 2023). The last three digits are 001–199 for a community, 200–399 for a village.
 */
const units: readonly (readonly [name: string, code: string, members: string])[] = [
  ['胜利街道', '211102002', '旌旗社区005 团结社区007 河岸社区014 湖滨社区015 庆华社区016 滨河社区017'],
  [
    '建设街道',
    '211102003',
    '站前社区001 南迁社区002 光明社区005 育红社区008 东风社区009 繁荣社区010 三千米社区011 永安社区012 新风社区013',
  ],
  ['红旗街道', '211102004', '旭东社区005 振兴社区006 站北社区007 永华社区008 城北社区010 秃尾村200'],
  ['辽河街道', '211102005', '化建社区001 晟华社区008 辽河社区010 双河社区011 盛河社区012 延风社区013 新建社区014 魏家村200'],
  ['铁东街道', '211102008', '河闸社区001 前锋社区002 新府社区006 高家村200'],
  ['双盛街道', '211102009', '曙光社区001 辽河左岸社区002 常家村200 上稍子村201 宋家村202 谷家村203'],
  ['统一镇', '211102100', '良种场社区001 前腰村200 后腰村201 统一村202 东地村203 光正台村204'],
  ['陆家镇', '211102101', '友谊村200 东洼村201 任家村202 陆家村203 赵家村204 新农村205'],
]

const since: Day = daySchema.parse('2023-01-01')

export const shuangtaizi: readonly Division[] = [
  { code: divisionCodeSchema.parse('211102'), name: '双台子区', level: 'district', parentCode: null, validFrom: since, validTo: null },
  ...units.flatMap(([name, code, members]): Division[] => [
    {
      code: divisionCodeSchema.parse(code),
      name,
      level: name.endsWith('镇') ? 'town' : 'street',
      parentCode: divisionCodeSchema.parse('211102'),
      validFrom: since,
      validTo: null,
    },
    ...members.split(' ').map((member): Division => {
      const last = member.slice(-3)
      return {
        code: divisionCodeSchema.parse(code + last),
        name: member.slice(0, -3),
        level: last < '200' ? 'community' : 'village',
        parentCode: divisionCodeSchema.parse(code),
        validFrom: since,
        validTo: null,
      }
    }),
  ]),
]
