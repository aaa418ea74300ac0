import { codeOf, numberText } from '../publishing/figure-text-rules.ts'
import { measureKeys } from '../measures/measure-list-rules.ts'
import { textOfFigure } from './figure-text-rules.ts'
import { addressesOf, moment, page, say, speaker, type View } from './frame-rules.ts'
import { markup, type Html } from './html-rules.ts'
import type { PublishedFigure } from './portal-schema.ts'
import { portalWords } from './portal-words.ts'

/** One figure with its definition, as-of moment, corrections and code. `later` are its corrections, in their order. */
export function figurePage(view: View, figure: PublishedFigure, later: readonly PublishedFigure[]): string {
  const t = speaker(view)
  const to = addressesOf(view)
  const { record, hash } = figure
  const language = view.reading.language
  const last = later.at(-1)
  return page(
    view,
    say(record.name, language),
    markup`${last === undefined ? undefined : markup`<p class="note bad"><strong>${t(portalWords.later)}</strong>：${t(portalWords.now)} <a class="figure" href="${to.figure(last.record.id)}">${say(textOfFigure(last.record), language)}</a>（${moment(view, last.record.asOf)}）${last.record.corrects === null ? undefined : markup`<br />${t(portalWords.reason)}：${last.record.corrects.note}`}</p>`}
      <p class="big">${say(textOfFigure(record), language)}</p>
      ${
        record.estimate === null
          ? undefined
          : markup`<p class="note"><strong>${t(portalWords.estimate)}</strong></p>
              ${basisOf(view, record.estimate.basis)}`
      }
      <dl class="facts">
        <dt>${t(portalWords.rule)}</dt>
        <dd>${say(record.rule, language)} <span class="soft">${record.measure} v${record.version}</span></dd>
        <dt>${t(portalWords.scope)}</dt>
        <dd>${record.project.name} · ${say(record.scopeText, language)}</dd>
        <dt>${t(portalWords.period)}</dt>
        <dd>${record.period.from} – ${record.period.to}</dd>
        <dt>${t(portalWords.asOf)}</dt>
        <dd><time datetime="${record.asOf}">${moment(view, record.asOf)}</time></dd>
        ${
          record.members === null
            ? undefined
            : markup`<dt>${t(portalWords.members)}</dt>
                <dd>
                  ${t(portalWords.membersAbout, { n: numberText(record.members.count, 0) })}
                  <span class="code">${record.members.sha256}</span>
                </dd>`
        }
        ${
          record.corrects === null
            ? undefined
            : markup`<dt>${t(portalWords.earlier)}</dt>
                <dd>
                  <a class="figure" href="${to.figure(record.corrects.id)}"
                    >${say(textOfFigure({ ...record, value: record.corrects.value }), language)}</a
                  >（${moment(view, record.corrects.asOf)}）<br />${t(portalWords.reason)}：${record.corrects.note}
                </dd>`
        }
        <dt>${t(portalWords.code)}</dt>
        <dd><a class="code" href="${to.verify(codeOf(hash))}">${codeOf(hash)}</a></dd>
        <dt>${t(portalWords.hash)}</dt>
        <dd class="code">${hash}</dd>
      </dl>
      <p class="downloads">
        <a href="${to.figureProof(record.id)}" download>${t(portalWords.downloadProof)}</a> ·
        <a href="${to.figureData(record.id)}" download>${t(portalWords.download)}</a>
      </p>`,
    'figures',
  )
}

type Basis = readonly { readonly basis: string; readonly value: number; readonly method: string | null }[]

const basisOf = (view: View, basis: Basis): Html => {
  const t = speaker(view)
  return markup`<div class="scroll">
    <table>
      <caption>
        ${t(portalWords.basis)}
      </caption>
      <tbody>
        ${basis.map(
          ({ basis: name, value, method }) =>
            markup`<tr>
              <th scope="row">${name}</th>
              <td class="number">${numberText(value, 0)}</td>
              <td>${method ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

type Placed = { readonly record: Pick<PublishedFigure['record'], 'project' | 'measure' | 'scope' | 'asOf'> }

/** As a reader looks for them: project by project, measure by measure, the whole before its parts, months one after another. */
export function inOrder<F extends Placed>(figures: readonly F[]): F[] {
  const placeOf = ({ record: { project, measure, scope, asOf } }: Placed) => {
    const { months, days } = scope
    return [
      project.name,
      String(measureKeys.indexOf(measure)).padStart(3, '0'),
      Object.keys(scope).length === 0 ? '0' : '1',
      (scope.places ?? []).join(),
      months?.from ?? days?.from ?? '',
      months?.to ?? days?.to ?? '',
      asOf,
    ].join('\n')
  }
  return figures
    .map((figure) => ({ figure, place: placeOf(figure) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ figure }) => figure)
}

/** All figures that stand: the newest of each chain of corrections. */
export function figuresPage(view: View, figures: readonly PublishedFigure[]): string {
  const t = speaker(view)
  const to = addressesOf(view)
  const language = view.reading.language
  return page(
    view,
    t(portalWords.figures),
    figures.length === 0
      ? markup`<p>${t(portalWords.noFigure)}</p>`
      : markup`<div class="scroll" tabindex="0" role="region" aria-label="${t(portalWords.table)}">
          <table>
            <thead>
              <tr>
                <th scope="col">${t(portalWords.figures)}</th>
                <th scope="col">${t(portalWords.value)}</th>
              </tr>
            </thead>
            <tbody>
              ${inOrder(figures).map(
                ({ record }) =>
                  markup`<tr>
                    <th scope="row">
                      <a href="${to.figure(record.id)}">${say(record.name, language)}</a>
                      <span class="of">${say(record.scopeText, language)} · ${record.project.name} · ${t(portalWords.asOf)} ${moment(view, record.asOf)}</span>
                    </th>
                    <td class="number">${say(textOfFigure(record), language)}</td>
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>`,
    'figures',
  )
}
