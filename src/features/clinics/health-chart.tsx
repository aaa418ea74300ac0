import { useFormats, useWords } from '../../web/language/language.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { pictureOf, type Taken, type Trend, type TrendLimit, type TrendPicture } from './health-trend-rules.ts'
import style from './health.module.css'
import { healthWords, lineWords, trendWords } from './health-words.ts'
import type { Target } from './schema.ts'

/** A narrow screen shows a narrower picture, so that its words stay as large. */
const sizes = { wide: { width: 620, right: 104 }, narrow: { width: 350, right: 92 } }
const [height, left, top, bottom] = [230, 36, 18, 26]
type Frame = { readonly width: number; readonly right: number }
/** Each line has a colour and a dash of its own, so that they can be told apart in black and white. */
const looks = {
  systolic: { colour: '#0958d9', dash: '' },
  diastolic: { colour: '#531dab', dash: '7 4' },
  fasting: { colour: '#0958d9', dash: '' },
  after_meal: { colour: '#ad4e00', dash: '7 4' },
  other: { colour: '#434343', dash: '2 4' },
  oxygen: { colour: '#0958d9', dash: '' },
  weight: { colour: '#0958d9', dash: '' },
} as const
/** More values than this are not all written out: the last and the dangerous ones are. */
const mostWritten = 9

/** Readings over time, with the limits of danger and what a doctor set. The table below says the same. */
export function HealthChart({ trend, taken, targets }: { trend: Trend; taken: readonly Taken[]; targets: readonly Target[] }) {
  const t = useWords()
  const { day } = useFormats()
  const picture = pictureOf(trend, taken, targets)
  if (picture === undefined) return null
  const said = picture.lines
    .flatMap(({ key, points }) => points.map((point) => ({ ...point, key })))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ key, isDanger, said: value, day: on }) =>
      t(isDanger ? healthWords.pointDanger : healthWords.point, { day: day(on), line: t(lineWords[key]), value }),
    )
    .join('; ')
  const isOne = picture.first === picture.last
  return (
    <figure className={style['figure']}>
      <h3>{t(trendWords[trend])}</h3>
      <figcaption className="visually-hidden">
        {t(healthWords.drawn, { trend: t(trendWords[trend]), first: day(picture.first), last: day(picture.last), points: said })}
      </figcaption>
      <Legend picture={picture} />
      <Drawing picture={picture} />
      {isOne ? <p className={style['faint']}>{t(healthWords.onlyOne)}</p> : null}
    </figure>
  )
}

function Legend({ picture }: { picture: TrendPicture }) {
  const t = useWords()
  return (
    <ul className={style['legend']} aria-hidden="true">
      {picture.lines.map(({ key }) => (
        <li key={key}>
          <svg viewBox="0 0 22 12">
            <line x1="0" x2="22" y1="6" y2="6" stroke={looks[key].colour} strokeWidth="2.5" strokeDasharray={looks[key].dash} />
          </svg>
          {t(lineWords[key])}
        </li>
      ))}
      {picture.lines.some(({ points }) => points.some(({ isDanger }) => isDanger)) ? (
        <li>
          <svg viewBox="0 0 22 12">
            <path d="M11 0 L17 6 L11 12 L5 6 Z" fill="#cf1322" />
          </svg>
          {t(healthWords.dangerMark)}
        </li>
      ) : null}
    </ul>
  )
}

const x = ({ width, right }: Frame, share: number) => left + 20 + share * (width - left - right - 42)
const y = (share: number) => height - bottom - share * (height - top - bottom)

function Drawing({ picture }: { picture: TrendPicture }) {
  const { day } = useFormats()
  const frame = useNarrow() ? sizes.narrow : sizes.wide
  const { width, right } = frame
  const count = Math.max(...picture.lines.map(({ points }) => points.length))
  const isWritten = (at: number, of: number, isDanger: boolean) => of <= mostWritten || at === of - 1 || at === 0 || (isDanger && of <= 30)
  return (
    <svg className={style['chart']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1={left} x2={width - right} y1={y(0)} y2={y(0)} stroke="#c4c9d1" />
      <text x={left - 6} y={y(0) + 4} textAnchor="end">
        {Math.round(picture.from)}
      </text>
      <text x={left - 6} y={y(1) + 4} textAnchor="end">
        {Math.round(picture.to)}
      </text>
      {picture.limits.map((limit) => (
        <Limit key={`${limit.of} ${limit.value}`} limit={limit} frame={frame} />
      ))}
      {picture.lines.map(({ key, points }) => (
        <g key={key}>
          <polyline
            points={points.map((point) => `${x(frame, point.x)},${y(point.y)}`).join(' ')}
            fill="none"
            stroke={looks[key].colour}
            strokeWidth="2"
            strokeDasharray={looks[key].dash}
          />
          {points.map((point, at) => (
            <g key={point.id} transform={`translate(${x(frame, point.x)} ${y(point.y)})`}>
              {point.isDanger ? (
                <path d="M0 -8 L8 0 L0 8 L-8 0 Z" fill="#cf1322" stroke="#fff" strokeWidth="1.5" />
              ) : (
                <circle r={count > 30 ? 2.5 : 4.5} fill={looks[key].colour} stroke="#fff" strokeWidth="1.5" />
              )}
              {isWritten(at, points.length, point.isDanger) ? (
                <text className={`${style['value']} ${point.isDanger ? style['danger'] : ''}`} y={-11} textAnchor="middle">
                  {point.said}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
      <text x={left} y={height - 6}>
        {day(picture.first)}
      </text>
      {picture.first === picture.last ? null : (
        <text x={width - right} y={height - 6} textAnchor="end">
          {day(picture.last)}
        </text>
      )}
    </svg>
  )
}

function Limit({ limit, frame: { width, right } }: { limit: TrendLimit; frame: Frame }) {
  const t = useWords()
  const isDanger = limit.of === 'danger'
  return (
    <>
      <line
        x1={left}
        x2={width - right}
        y1={y(limit.y)}
        y2={y(limit.y)}
        stroke={isDanger ? '#cf1322' : '#389e0d'}
        strokeWidth="1.3"
        strokeDasharray={isDanger ? '3 3' : '10 4'}
      />
      <text className={isDanger ? style['danger'] : style['target']} x={width - right + 4} y={y(limit.y) + 4}>
        {t(isDanger ? healthWords.dangerLine : healthWords.targetLine, { value: limit.value })}
      </text>
    </>
  )
}
