import { useFormats, useWords } from '../../web/language/language.tsx'
import { assessmentWords } from './assessment-words.ts'
import style from './results.module.css'
import type { Scale } from './scale-schema.ts'
import type { Assessment } from './schema.ts'
import { trendOf } from './trend-rules.ts'

const [width, height, left, right, top, bottom] = [480, 190, 34, 24, 22, 28]
const tones = { good: '#e8f5e0', calm: '#e6effd', look: '#fff1d6', bad: '#ffe7e5' } as const

/** Scores over time on the scale's own bands. The table beside it says the same. */
export function TrendChart({ scale, rows }: { scale: Scale; rows: readonly Assessment[] }) {
  const t = useWords()
  const { day } = useFormats()
  const points = trendOf(scale, rows)
  if (points.length < 2) return null
  const x = (share: number) => left + share * (width - left - right)
  const y = (share: number) => height - bottom - share * (height - top - bottom)
  const share = (score: number) => (score - scale.least) / (scale.most - scale.least)
  const bands = scale.decides === 'overall' ? [] : scale.bands
  const said = points.map((point) => `${day(point.day)} ${point.score}`).join('; ')
  const [first, last] = [points[0], points.at(-1)]
  return (
    <figure className={style['figure']}>
      <figcaption className="visually-hidden">{t(assessmentWords.trendLabel, { scale: t(scale.name), points: said })}</figcaption>
      <svg className={style['chart']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {bands.map((band) => {
          // A band reaches half a point to both sides, so that they touch.
          const from = Math.max(0, share(band.from - 0.5))
          const to = Math.min(1, share(band.to + 0.5))
          return <rect key={band.code} x={left} y={y(to)} width={width - left - right} height={y(from) - y(to)} fill={tones[band.tone]} />
        })}
        <line x1={left} x2={width - right} y1={y(0)} y2={y(0)} stroke="#c4c9d1" />
        <text x={left - 6} y={y(0) + 4} textAnchor="end">
          {scale.least}
        </text>
        <text x={left - 6} y={y(1) + 4} textAnchor="end">
          {scale.most}
        </text>
        <polyline points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')} fill="none" stroke="#0958d9" strokeWidth="2" />
        {points.map((point) => (
          <g key={point.id}>
            <circle cx={x(point.x)} cy={y(point.y)} r="4.5" fill="#0958d9" stroke="#fff" strokeWidth="1.5" />
            <text className={style['value']} x={x(point.x)} y={y(point.y) - 9} textAnchor="middle">
              {point.score}
            </text>
          </g>
        ))}
        {first === undefined ? null : (
          <text x={left} y={height - 8}>
            {day(first.day)}
          </text>
        )}
        {last === undefined ? null : (
          <text x={width - right} y={height - 8} textAnchor="end">
            {day(last.day)}
          </text>
        )}
      </svg>
    </figure>
  )
}
