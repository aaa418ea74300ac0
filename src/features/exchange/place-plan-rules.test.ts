import { describe, expect, it } from 'vitest'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { placesOf } from './place-plan-rules.ts'

const division = (code: string, name: string, level: 'street' | 'town' | 'community' | 'village') => ({
  code: divisionCodeSchema.parse(code),
  name,
  level,
  ...(code.length === 12 ? { parent: divisionCodeSchema.parse(code.slice(0, 9)) } : {}),
})
const divisions = [
  division('211102002', '胜利街道', 'street'),
  division('211102005', '辽河街道', 'street'),
  division('211102009', '双盛街道', 'street'),
  division('211102100', '统一镇', 'town'),
  division('211102002015', '湖滨社区', 'community'),
  division('211102005010', '辽河社区', 'community'),
  division('211102009002', '辽河左岸社区', 'community'),
  division('211102100202', '统一村', 'village'),
  division('211102100204', '光正台村', 'village'),
]
const places = placesOf(divisions, [])

describe('a community', () => {
  it.each([
    ['湖滨社区', '湖滨社区'],
    ['湖滨', '湖滨社区'],
    ['湖滨居委会', '湖滨社区'],
    ['湖 滨 社区', '湖滨社区'],
    ['胜利街道湖滨社区居民委员会', '湖滨社区'],
    ['光正台村委会', '光正台村'],
    ['统一镇光正台村', '光正台村'],
    ['统一', '统一村'],
    ['统一镇统一村', '统一村'],
    ['辽河', '辽河社区'],
    ['辽河街道辽河社区', '辽河社区'],
    ['统一镇湖滨社区', undefined],
    ['火星社区', undefined],
    ['社区', undefined],
  ])('written as %s is %s', (written, name) => {
    expect(places.find(written)?.name).toBe(name)
  })

  it.each([
    ['01 湖滨社区', '湖滨社区'],
    ['统一镇光正台村困境老人花名册', '光正台村'],
    ['01-1 老人花名册（光正台村补报）.csv', '光正台村'],
    ['2024年10月签到', undefined],
  ])('of a sheet named %s is %s', (text, name) => {
    expect(places.within(text)?.name).toBe(name)
  })

  it("of the project comes before another's of the same short name", () => {
    const twins = [...divisions, division('211102009003', '湖滨村', 'village')]
    expect(placesOf(twins, []).find('湖滨')).toBeUndefined()
    expect(placesOf(twins, [divisionCodeSchema.parse('211102009003')]).find('湖滨')?.name).toBe('湖滨村')
  })
})
