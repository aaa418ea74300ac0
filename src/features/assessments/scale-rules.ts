/** The scales whose totals the product knows, with the range of a total. */
export const scales = {
  /** Geriatric Depression Scale, 15 questions (Sheikh & Yesavage 1986, public domain): a screening, no diagnosis. */
  'GDS-15': { least: 0, most: 15, version: '15' },
} as const

type ScaleName = keyof typeof scales

/** A total that the scale cannot give is refused: whole points within its range. */
export const isPossibleTotal = (scale: ScaleName, total: number): boolean =>
  Number.isInteger(total) && total >= scales[scale].least && total <= scales[scale].most
