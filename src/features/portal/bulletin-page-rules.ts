import { lineBox, pointsText, sharesOf, stretchesOf } from '../publishing/chart-rules.ts'
import { codeOf, numberText } from '../publishing/figure-text-rules.ts'
import type { PublicBlock, PublicInline } from '../publishing/bulletin-record-schema.ts'
import { isListed } from './address-rules.ts'
import { correctionsOf } from './correction-rules.ts'
import { textOfFigure } from './figure-text-rules.ts'
import { addressesOf, moment, page, say, speaker, type View } from './frame-rules.ts'
import { markup, type Html } from './html-rules.ts'
import type { BulletinNotice, ListedBulletin, PublishedBulletin, PublishedFigure } from './portal-schema.ts'
import { portalWords } from './portal-words.ts'

/** What a bulletin's page needs beside it. */
export type Beside = {
  /** The photos that are still shown, by their hashes; others were taken down. */
  readonly pictures: ReadonlySet<string>
  readonly hosts: ReadonlySet<string>
  /** What corrects its figures, by the corrected one's id. */
  readonly corrections: ReadonlyMap<string, PublishedFigure>
  readonly previous: ListedBulletin | undefined
  readonly next: ListedBulletin | undefined
}

/** A bulletin as anybody reads it: a tree of blocks, each put into the page as text. */
export function bulletinPage(view: View, bulletin: PublishedBulletin, beside: Beside): string {
  const t = speaker(view)
  const to = addressesOf(view)
  const { record, hash } = bulletin
  return page(
    view,
    record.title,
    markup`${bulletin.notices.map((notice) => noticeOf(view, notice))}
      ${record.corrects === null ? undefined : markup`<p class="note">${t(portalWords.corrects)}：${record.corrects.reason} <a href="${to.bulletin(record.corrects.id)}">${t(portalWords.toEarlier)}</a></p>`}
      <article>${record.blocks.map((block) => blockOf(view, record.id, block, beside))}</article>
      <dl class="facts">
        <dt>${t(portalWords.publisher)}</dt>
        <dd>${record.publisher}</dd>
        <dt>${t(portalWords.project)}</dt>
        <dd>${record.project.name}</dd>
        <dt>${t(portalWords.publishedAt)}</dt>
        <dd>
          <time datetime="${record.publishedAt}">${moment(view, record.publishedAt)}</time
          >${record.edition > 1 ? markup` · ${t(portalWords.edition, { n: record.edition })}` : undefined}
        </dd>
        <dt>${t(portalWords.code)}</dt>
        <dd><a class="code" href="${to.verify(codeOf(hash))}">${codeOf(hash)}</a></dd>
        <dt>${t(portalWords.hash)}</dt>
        <dd class="code">${hash}</dd>
      </dl>
      <p class="downloads">
        <a href="${to.bulletinProof(record.id)}" download>${t(portalWords.downloadProof)}</a> ·
        <a href="${to.bulletinData(record.id)}" download>${t(portalWords.download)}</a>
      </p>
      ${turn(view, beside)}`,
    'bulletins',
  )
}

export function noticeOf(view: View, notice: BulletinNotice): Html {
  const t = speaker(view)
  const to = addressesOf(view)
  return markup`<p class="note bad">
    <strong>${t(notice.kind === 'corrected' ? portalWords.corrected : portalWords.withdrawn)}</strong>（${moment(view, notice.at)}）
    ${t(portalWords.reason)}：${notice.reason}
    ${notice.successorId === null ? undefined : markup`<a href="${to.bulletin(notice.successorId)}">${t(portalWords.toCorrection)}</a>`}
  </p>`
}

function turn(view: View, { previous, next }: Beside): Html | undefined {
  if (previous === undefined && next === undefined) return undefined
  const t = speaker(view)
  const to = addressesOf(view)
  return markup`<p class="turn">
    ${previous === undefined ? markup`<span></span>` : markup`<a rel="prev" href="${to.bulletin(previous.id)}">${t(portalWords.previous)}：${previous.title}</a>`}
    ${next === undefined ? markup`<span></span>` : markup`<a rel="next" href="${to.bulletin(next.id)}">${t(portalWords.next)}：${next.title}</a>`}
  </p>`
}

function blockOf(view: View, id: string, block: PublicBlock, beside: Beside): Html {
  const line = (inlines: readonly PublicInline[]) => inlines.map((inline) => inlineOf(view, inline, beside))
  switch (block.is) {
    case 'picture':
      return markup`<figure>
        ${
          beside.pictures.has(block.sha256)
            ? markup`<img src="${addressesOf(view).picture(id, block.sha256)}" alt="${block.caption}" width="${block.width}" height="${block.height}" loading="lazy" />`
            : markup`<p class="note">${speaker(view)(portalWords.takenDown)}</p>`
        }
        <figcaption>${block.caption}</figcaption>
      </figure>`
    case 'heading':
      return markup`<h2>${block.text}</h2>`
    case 'paragraph':
      return markup`<p>${line(block.line)}</p>`
    case 'list':
      return block.ordered
        ? markup`<ol>
            ${block.items.map((item) => markup`<li>${line(item)}</li>`)}
          </ol>`
        : markup`<ul>
            ${block.items.map((item) => markup`<li>${line(item)}</li>`)}
          </ul>`
    case 'quote':
      return markup`<blockquote>
        <p>${line(block.line)}</p>
        ${block.by === '' ? undefined : markup`<footer>—— ${block.by}</footer>`}
      </blockquote>`
    case 'figures':
      return tableOf(view, block, beside)
  }
}

function inlineOf(view: View, inline: PublicInline, beside: Beside): Html {
  switch (inline.is) {
    case 'text':
      return inline.strong === true ? markup`<strong>${inline.text}</strong>` : markup`${inline.text}`
    case 'link':
      return isListed(inline.href, beside.hosts)
        ? markup`<a href="${inline.href}" rel="noopener noreferrer external">${inline.text}</a>`
        : markup`${inline.text}`
    case 'figure':
      return markup`<a class="figure" href="${addressesOf(view).figure(inline.id)}">${say(inline.printed, view.reading.language)}</a
        >${corrected(view, inline.id, beside)}`
  }
}

/** A figure that was corrected since stands with both values. */
function corrected(view: View, id: string, { corrections }: Beside): Html | undefined {
  const t = speaker(view)
  const last = correctionsOf(id, corrections).at(-1)
  if (last === undefined) return undefined
  return markup`<ins
    >（<a class="figure" href="${addressesOf(view).figure(last.record.id)}"
      >${t(portalWords.now)} ${say(textOfFigure(last.record), view.reading.language)}</a
    >，${moment(view, last.record.asOf)}）</ins
  >`
}

type FiguresBlock = Extract<PublicBlock, { is: 'figures' }>

function tableOf(view: View, { title, as, rows }: FiguresBlock, beside: Beside): Html {
  const t = speaker(view)
  const values = rows.map(({ value, figure }) => (figure === null ? null : value))
  const shares = as === 'shares' ? sharesOf(values) : undefined
  const lengths = as === 'bars' ? values : shares
  const most = shares === undefined ? Math.max(1, ...values.map((value) => value ?? 0)) : 100
  const bar = (at: number, name: string, said: string) => {
    const length = lengths?.[at] ?? null
    return markup`<td class="bar">${length === null ? undefined : markup`<meter min="0" max="${most}" value="${length}" aria-label="${name}">${said}</meter>`}</td>`
  }
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table${lengths === undefined ? undefined : markup` class="bars"`}>
<caption>${title}${as === 'line' ? lineChart(rows, values) : undefined}</caption>
<tbody>
${rows.map(({ name, figure }, at) => {
  const share = shares?.[at]
  return markup`<tr>
      <th scope="row">${name}</th>
      ${lengths === undefined ? undefined : bar(at, name, share === undefined ? (figure === null ? '' : say(figure.printed, view.reading.language)) : `${share}%`)}
      <td class="number">${figure === null ? t(portalWords.blank) : inlineOf(view, figure, beside)}</td>
      ${share === undefined ? undefined : markup`<td class="number">${share}%</td>`}
    </tr> `
})}</tbody></table></div>
${rows.some(({ figure }) => figure === null) ? markup`<p class="soft">${t(portalWords.blankAbout)}</p>` : undefined}`
}

/** A line through what stands in the table below it: for the eye alone. */
function lineChart(rows: FiguresBlock['rows'], values: readonly (number | null)[]): Html {
  const { width, height, beside } = lineBox
  return markup`<svg class="line" viewBox="0 0 ${width} ${height + 22}" aria-hidden="true" focusable="false">
<line x1="${beside}" x2="${width - beside}" y1="${height}" y2="${height}" />
${stretchesOf(values).map(
  (points) =>
    markup`<polyline points="${pointsText(points)}" />${points.map(
      ({ x, y, value }) =>
        markup`<circle cx="${x}" cy="${y}" r="2.5" /><text x="${x}" y="${y - 6}" text-anchor="middle">${numberText(value)}</text>`,
    )}`,
)}
<text x="0" y="${height + 16}">${rows[0]?.name}</text><text x="${width}" y="${height + 16}" text-anchor="end">${rows.at(-1)?.name}</text>
</svg>`
}
