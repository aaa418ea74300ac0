import { ability } from './ability-scale-rules.ts'
import { hardshipCare, selfCare } from './care-scale-rules.ts'
import { gds15 } from './gds-scale-rules.ts'
import { carerStrain, fallRisk, homeSafety, satisfaction } from './list-scale-rules.ts'
import { gad2, gad7, phq2, phq9 } from './mood-scale-rules.ts'
import type { Scale } from './scale-schema.ts'
import { barthel, lawton, lsns6, ucla3, who5 } from './shell-scale-rules.ts'

/** The scales whose totals the product knows from workbooks, with the range of a total. */
export const scales = {
  /** Geriatric Depression Scale, 15 questions (Sheikh & Yesavage 1986, public domain): a screening, no diagnosis. */
  'GDS-15': { least: gds15.least, most: gds15.most, version: gds15.version },
} as const

type ScaleName = keyof typeof scales

/** A total that the scale cannot give is refused: whole points within its range. */
export const isPossibleTotal = (scale: ScaleName, total: number): boolean =>
  Number.isInteger(total) && total >= scales[scale].least && total <= scales[scale].most

/** Every scale, in the order in which one chooses. */
export const catalogue: readonly Scale[] = [
  selfCare,
  hardshipCare,
  ability,
  gds15,
  phq2,
  phq9,
  gad2,
  gad7,
  homeSafety,
  fallRisk,
  satisfaction,
  carerStrain,
  lsns6,
  ucla3,
  barthel,
  lawton,
  who5,
]

const byCode = new Map(catalogue.map((scale) => [scale.code, scale]))
export const findScale = (code: string): Scale | undefined => byCode.get(code)
