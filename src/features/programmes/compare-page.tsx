import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { contributingPartyWords } from '../ledger/ledger-words.ts'
import { membersAddress } from '../measures/figure-address.tsx'
import { useFigureText } from '../measures/figure-text.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { Mark } from './mark.tsx'
import { programmeMeasures } from './programme-rules.ts'
import { programmeWords as w, standingWords } from './programme-words.ts'
import style from './programme.module.css'
import { standingTones } from './programmes-page.tsx'
import { compareProgrammes } from './schema.ts'

type Compared = ReturnType<typeof compareProgrammes.output.parse>['programmes'][number]

/** Two to four programmes side by side. Which ones stands in the address. */
export function ComparePage() {
  const t = useWords()
  const [params] = useSearchParams()
  const asked = compareProgrammes.input.safeParse({ ids: (params.get('ids') ?? '').split(',') })
  return (
    <Page title={t(w.compareTitle)} actions={<Link to="/programmes">{t(w.back)}</Link>}>
      <Panel>{asked.success && asked.data.ids.length > 1 ? <Comparing ids={asked.data.ids} /> : <p>{t(w.compareNone)}</p>}</Panel>
    </Page>
  )
}

function Comparing({ ids }: { ids: readonly string[] }) {
  const asked = useAsk(compareProgrammes, { ids: [...ids] })
  return <AskedState asked={asked}>{({ programmes }) => <Table programmes={programmes} />}</AskedState>
}

function Table({ programmes }: { programmes: readonly Compared[] }) {
  const t = useWords()
  const { month, number } = useFormats()
  const textOf = useFigureText()
  const keys = programmeMeasures.filter((key) => programmes.some(({ figures }) => figures.some((figure) => figure.key === key)))
  const aspect = (name: Words, cell: (programme: Compared) => ReactNode) => (
    <tr key={name.zh}>
      <th scope="row">{t(name)}</th>
      {programmes.map((programme) => (
        <td key={programme.id}>{cell(programme) ?? '—'}</td>
      ))}
    </tr>
  )
  const figureOf = ({ id, figures }: Compared, key: (typeof keys)[number]) => {
    const value = figures.find((figure) => figure.key === key)?.value ?? 0
    const text = textOf(key, value)
    return (
      <>
        <span className={style['number']}>{value === 0 ? text : <Link to={membersAddress(key, { programmes: [id] })}>{text}</Link>}</span>{' '}
        {t(measures[key].unit)}
      </>
    )
  }
  return (
    <section className={style['compare']} aria-label={t(w.compareTitle)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(w.aspect)}</th>
            {programmes.map(({ id, name, markId, communityName }) => (
              <th key={id} scope="col">
                <Mark id={id} markId={markId} name={name} className={style['smallMark']} />
                <div>
                  <Link to={`/programmes/${id}`}>{name}</Link>
                </div>
                <span className={style['faint']}>{communityName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {aspect(w.standing, ({ state }) => (
            <Chip tone={standingTones[state]}>{t(standingWords[state])}</Chip>
          ))}
          {aspect(w.forWhom, ({ forWhom }) => forWhom)}
          {aspect(w.purpose, ({ purpose }) => purpose)}
          {aspect(w.partners, ({ partners }) =>
            partners.length === 0 ? null : (
              <ul>
                {partners.map(({ id, organisation, party, does }) => (
                  <li key={id}>
                    {organisation ?? t(contributingPartyWords[party])}{' '}
                    {organisation === null ? <Chip tone="look">{t(w.toBeFound)}</Chip> : null}
                    {does === null ? null : <div className={style['faint']}>{does}</div>}
                  </li>
                ))}
              </ul>
            ),
          )}
          {aspect(w.plan, ({ steps }) =>
            steps.length === 0 ? null : (
              <>
                {t(w.planOf, { done: steps.filter((step) => step.doneOn !== null).length, all: steps.length })}
                <ul>
                  {steps.map((step) => (
                    <li key={step.id}>
                      {month(step.month)} {step.what}
                    </li>
                  ))}
                </ul>
              </>
            ),
          )}
          {aspect(w.services, ({ services }) => number(services))}
          {keys.map((key) => aspect(measures[key].name, (programme) => figureOf(programme, key)))}
          {aspect(w.resultsWords, ({ results }) => results)}
        </tbody>
      </table>
    </section>
  )
}
