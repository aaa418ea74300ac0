import type { ReactNode } from 'react'
import { placed, printFigure } from './bulletin-text-rules.ts'
import type { Block, Content, FrozenIn, Inline, Token } from './bulletin-schema.ts'
import { lookAtThumbnail } from '../ledger/evidence-schema.ts'
import { lineBox, pointsText, sharesOf, stretchesOf } from './chart-rules.ts'
import { numberText } from './figure-text-rules.ts'
import { publishingWords } from './publishing-words.ts'
import { useFileAddress } from '../../web/client/file-address.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import style from './bulletin-text.module.css'

/** What a figure of a text says: its value, and what has become of it since; nothing where it is left blank. */
export type Say = (token: Token) => { readonly value: number | null; readonly frozen?: FrozenIn; readonly blank?: boolean }

/** A bulletin as a reader sees it: text and figures, never markup. `script` turns each text into the reader's script. */
export function BulletinText({ content, say, script }: { content: Content; say: Say; script: (text: string) => string }) {
  return (
    <article className={style['text']}>
      <h2>{script(content.title)}</h2>
      {placed(content.blocks).map(({ place, one }) => (
        <BlockText key={place} block={one} say={say} script={script} />
      ))}
    </article>
  )
}

function Photo({ block, script }: { block: Extract<Block, { is: 'picture' }>; script: (text: string) => string }) {
  const { address } = useFileAddress(lookAtThumbnail, { id: block.evidenceId })
  return (
    <figure className={style['photo']}>
      {address === undefined ? null : <img src={address} alt={script(block.caption)} />}
      <figcaption>{script(block.caption)}</figcaption>
    </figure>
  )
}

type Part = { say: Say; script: (text: string) => string }

function BlockText({ block, ...part }: { block: Block } & Part): ReactNode {
  switch (block.is) {
    case 'heading':
      return <h3>{part.script(block.text)}</h3>
    case 'paragraph':
      return (
        <p>
          <Line line={block.line} {...part} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <p>
            <Line line={block.line} {...part} />
          </p>
          {block.by === '' ? null : <footer>{part.script(`——${block.by}`)}</footer>}
        </blockquote>
      )
    case 'list': {
      const items = placed(block.items).map(({ place, one }) => (
        <li key={place}>
          <Line line={one} {...part} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'picture':
      return <Photo block={block} script={part.script} />
    case 'figures':
      return <FiguresTable block={block} {...part} />
  }
}

function FiguresTable({ block, say, script }: { block: Extract<Block, { is: 'figures' }> } & Part) {
  const t = useWords()
  const { as, rows, title } = block
  const values = rows.map(({ figure }) => (say(figure).blank === true ? null : say(figure).value))
  const shares = as === 'shares' ? sharesOf(values) : undefined
  const most = shares === undefined ? Math.max(1, ...values.map((value) => value ?? 0)) : 100
  const lengths = as === 'bars' ? values : (shares ?? [])
  return (
    <table>
      <caption>
        {script(title)}
        {as === 'line' ? <LineChart values={values} names={rows.map(({ name }) => script(name))} /> : null}
      </caption>
      <tbody>
        {rows.map(({ name, figure }, at) => {
          const length = lengths[at] ?? null
          return (
            <tr key={figure.id}>
              <th scope="row">{script(name)}</th>
              <td>
                {length === null ? null : <span className={style['bar']} style={{ width: `${(length / most) * 100}%` }} />}
                {say(figure).blank === true ? (
                  <span title={t(publishingWords.blankAbout)}>{script(t(publishingWords.blank))}</span>
                ) : (
                  <Figure token={figure} say={say} script={script} />
                )}
                {shares === undefined ? null : <span className={style['share']}>{`${shares[at] ?? 0}%`}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A line through what stands in the table below it. */
function LineChart({ values, names }: { values: readonly (number | null)[]; names: readonly string[] }) {
  const { width, height, beside } = lineBox
  const stretches = stretchesOf(values)
  return (
    <svg className={style['line']} viewBox={`0 0 ${width} ${height + 22}`} aria-hidden="true" focusable="false">
      <line className={style['axis']} x1={beside} x2={width - beside} y1={height} y2={height} />
      {stretches.map((points) => (
        <g key={pointsText(points)}>
          <polyline points={pointsText(points)} />
          {points.map(({ x, y, value }) => (
            <g key={x}>
              <circle cx={x} cy={y} r={2.5} />
              <text x={x} y={y - 6} textAnchor="middle">
                {numberText(value)}
              </text>
            </g>
          ))}
        </g>
      ))}
      <text x={0} y={height + 16}>
        {names[0]}
      </text>
      <text x={width} y={height + 16} textAnchor="end">
        {names.at(-1)}
      </text>
    </svg>
  )
}

function Line({ line, ...part }: { line: readonly Inline[] } & Part): ReactNode {
  return placed(line).map(({ place: key, one }) => {
    if (one.is === 'text') return <span key={key}>{part.script(one.text)}</span>
    if (one.is === 'past') return <span key={key}>{part.script(one.printed.zh)}</span>
    if (one.is === 'link')
      return (
        <a key={key} href={one.href} rel="noopener noreferrer nofollow" target="_blank">
          {part.script(one.text)}
        </a>
      )
    return <Figure key={key} token={one} {...part} />
  })
}

function Figure({ token, say, script }: { token: Token } & Part) {
  const t = useWords()
  const { day } = useFormats()
  const { value, frozen } = say(token)
  const printed = (of: number | null) => script(printFigure(token.measure, of, token.saying).zh)
  const correction = frozen?.correction ?? null
  const stands = correction === null ? value : correction.record.value
  const moved = frozen !== undefined && frozen.now !== stands
  return (
    <>
      <span className={`${style['figure']} ${moved ? (style['moved'] ?? '') : ''}`}>{printed(stands)}</span>
      {correction === null ? null : (
        <span className={style['was']}>
          {`（${t(publishingWords.wasBefore, { value: printed(value) })}，${t(publishingWords.correctedTo, { date: day(correction.record.asOf.slice(0, 10)), value: printed(stands) })}）`}
        </span>
      )}
    </>
  )
}
