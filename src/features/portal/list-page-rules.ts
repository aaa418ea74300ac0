import { codeOf } from '../publishing/figure-text-rules.ts'
import type { ProofFault } from '../../kernel/proof.ts'
import { noticeOf } from './bulletin-page-rules.ts'
import { textOfFigure } from './figure-text-rules.ts'
import { addressesOf, moment, page, say, speaker, type View } from './frame-rules.ts'
import { markup, type Html } from './html-rules.ts'
import type { ListedBulletin, Verified } from './portal-schema.ts'
import { portalWords } from './portal-words.ts'

/** The bulletins, newest first. */
export function startPage(view: View, bulletins: readonly ListedBulletin[]): string {
  const t = speaker(view)
  const to = addressesOf(view)
  return page(
    view,
    t(portalWords.title),
    bulletins.length === 0
      ? markup`<p>${t(portalWords.noBulletin)}</p>`
      : markup`<ul class="list">
          ${bulletins.map(
            ({ id, title, publishedAt, notices }) =>
              markup`<li>
                <a href="${to.bulletin(id)}">${title}</a>
                <time datetime="${publishedAt}">${moment(view, publishedAt)}</time
                >${notices.map((kind) => markup` <strong>${t(kind === 'corrected' ? portalWords.corrected : portalWords.withdrawn)}</strong>`)}
              </li> `,
          )}
        </ul>`,
    'bulletins',
  )
}

/** What was typed to be verified, and what came of it. */
export type Verification = {
  readonly typed: string
  readonly result: Verified | 'form' | 'none' | 'fileNone' | 'notPublished' | 'volunteer' | ProofFault | undefined
}

export function verifyPage(view: View, { typed, result }: Verification): string {
  const t = speaker(view)
  return page(
    view,
    t(portalWords.verify),
    markup`${result === undefined ? undefined : resultOf(view, result)}
      <p>${t(portalWords.verifyAbout)}</p>
      <form method="get" action="${view.path}">
        ${view.reading.language === 'zh-CN' ? undefined : markup`<input type="hidden" name="lang" value="${view.reading.language}" />`}
        ${view.reading.large ? markup`<input type="hidden" name="size" value="large" />` : undefined}
        <label for="code">${t(portalWords.code)}</label>
        <input id="code" name="code" value="${typed}" maxlength="100" autocomplete="off" spellcheck="false" required />
        <button>${t(portalWords.verifyDo)}</button>
      </form>
      <h2>${t(portalWords.file)}</h2>
      <p>${t(portalWords.fileAbout)}</p>
      <form method="post" action="${addressesOf(view).verify()}" enctype="multipart/form-data">
        <label for="file">${t(portalWords.file)}</label>
        <input id="file" name="file" type="file" accept=".json,application/json" />
        <label for="text">${t(portalWords.pasted)}</label>
        <textarea id="text" name="text" rows="4" maxlength="1000000" spellcheck="false" autocomplete="off"></textarea>
        <button>${t(portalWords.verifyFile)}</button>
      </form>
      <p><a href="${addressesOf(view).checker}" download>${t(portalWords.checker)}</a> — ${t(portalWords.checkerAbout)}</p>
      <p><a href="${volunteersOf(view)}">${t(portalWords.volunteers)}</a></p>`,
    'verify',
  )
}

/** Where a volunteer's record is verified by its code: a page of the office that asks for no account. */
const volunteersOf = ({ tenant }: View): string => `/verify?tenant=${encodeURIComponent(tenant.code)}`

function resultOf(view: View, result: NonNullable<Verification['result']>): Html {
  const t = speaker(view)
  const to = addressesOf(view)
  if (result === 'form') return markup`<p class="note" role="status">${t(portalWords.verifyForm)}</p>`
  if (result === 'none') return markup`<p class="note bad" role="status">${t(portalWords.verifyNone)}</p>`
  if (result === 'fileNone' || result === 'notProof' || result === 'notPublished')
    return markup`<p class="note bad" role="status">${t(portalWords[result])}</p>`
  if (result === 'volunteer')
    return markup`<p class="note good" role="status">
      ${t(portalWords.volunteerWhole)} <a href="${volunteersOf(view)}">${t(portalWords.volunteers)}</a>
    </p>`
  if (typeof result === 'string')
    return markup`<p class="note bad" role="status">
      <strong>${t(portalWords.proofChanged)}</strong><br />${t(portalWords[`fault_${result}`])}
    </p>`
  const intact = markup`<strong>${t(result.intact ? portalWords.asPublished : portalWords.notAsPublished)}</strong>`
  if (result.found === 'bulletin')
    return markup`<div class="note ${result.intact ? 'good' : 'bad'}" role="status">
        <p>${intact}</p>
        <p>${t(portalWords.bulletins)}：<a href="${to.bulletin(result.id)}">${result.title}</a>（${moment(view, result.publishedAt)}）</p>
        <p class="code">${codeOf(result.hash)}</p>
      </div>
      ${result.notices.map((notice) => noticeOf(view, notice))}`
  const { record, hash } = result.figure
  const language = view.reading.language
  return markup`<div class="note ${result.intact ? 'good' : 'bad'}" role="status">
      <p>${intact}</p>
      <p>
        ${t(portalWords.figures)}：<a href="${to.figure(record.id)}">${say(record.name, language)} ${say(textOfFigure(record), language)}</a
        >（${t(portalWords.asOf)} ${moment(view, record.asOf)}）
      </p>
      <p class="code">${codeOf(hash)}</p>
    </div>
    ${result.later === undefined ? undefined : markup`<p class="note bad">${t(portalWords.later)}：${t(portalWords.now)} <a class="figure" href="${to.figure(result.later.record.id)}">${say(textOfFigure(result.later.record), language)}</a></p>`}`
}

export function dataPage(view: View): string {
  const t = speaker(view)
  const to = addressesOf(view)
  return page(
    view,
    t(portalWords.openData),
    markup`<p>${t(portalWords.dataAbout)}</p>
      <ul class="list">
        <li>${t(portalWords.table)}：<a href="${to.figuresJson}" download>JSON</a> · <a href="${to.figuresCsv}" download>CSV</a></li>
        <li><a href="${to.dictionary}" download>${t(portalWords.dictionary)}</a></li>
        <li><a href="${to.feed}">${t(portalWords.feed)}</a></li>
      </ul>`,
    'openData',
  )
}

export function absentPage(view: View): string {
  const t = speaker(view)
  return page(
    view,
    t(portalWords.absent),
    markup`<p>${t(portalWords.absentAbout)}</p>
      <p><a href="${addressesOf(view).start}">${t(portalWords.toStart)}</a></p>`,
  )
}
