import { Button, Input, Segmented, Select } from 'antd'
import { v7 } from 'uuid'
import { useWords } from '../../web/language/language.tsx'
import { allInOrder, nothingLooked, ticked, type Looked, type PersonEntry, type ProblemEntry } from './visit-entry-rules.ts'
import { itemWords, referredToSchema, referredToWords, urgencySchema, urgencyWords, type Item } from './visit-schema.ts'
import { visitWords } from './visit-words.ts'
import style from './visits.module.css'

const coldItems: readonly Item[] = ['heating', 'carbonMonoxide']

/** What was looked at: everything in order in one tap, then what is not. Takes a form item's value and change. */
export function CheckList({
  id,
  items,
  people,
  value = nothingLooked,
  onChange,
}: {
  id?: string
  items: readonly Item[]
  people: readonly PersonEntry[]
  value?: Looked
  onChange?: (value: Looked) => void
}) {
  const t = useWords()
  const shown = items
  const change = (problem: ProblemEntry) =>
    onChange?.({ ...value, problems: value.problems.map((each) => (each.id === problem.id ? problem : each)) })
  return (
    <div id={id}>
      <div className={style['checksTop']}>
        <Button type="default" onClick={() => onChange?.(allInOrder(value, items))}>
          {t(visitWords.allGood)}
        </Button>
        <span className={style['faint']}>{t(visitWords.checksHint)}</span>
      </div>
      <div className={style['grid']}>
        {shown.map((item) => {
          const state = value.checks[item]
          const said = state === undefined ? visitWords.unlooked : state ? visitWords.good : visitWords.bad
          return (
            <button
              key={item}
              type="button"
              className={style['item']}
              data-state={state === undefined ? 'none' : state ? 'good' : 'bad'}
              onClick={() => onChange?.(ticked(value, item, v7()))}
            >
              <span>
                {t(itemWords[item])}
                {coldItems.includes(item) ? <small> {t(visitWords.winter)}</small> : null}
              </span>
              <small>{t(said)}</small>
            </button>
          )
        })}
      </div>
      {value.problems.map((problem) => (
        <ProblemFields key={problem.id} problem={problem} people={people} onChange={change} />
      ))}
    </div>
  )
}

function ProblemFields({
  problem,
  people,
  onChange,
}: {
  problem: ProblemEntry
  people: readonly PersonEntry[]
  onChange: (problem: ProblemEntry) => void
}) {
  const t = useWords()
  const of = (what: string) => `problem-${problem.id}-${what}`
  return (
    <section className={style['problem']}>
      <p>
        <b>{t(itemWords[problem.item])}</b>
      </p>
      <div className={style['fields']}>
        <div>
          <label htmlFor={of('found')}>{t(visitWords.found)}</label>
          <Input
            id={of('found')}
            value={problem.found}
            maxLength={300}
            placeholder={t(visitWords.foundHint)}
            onChange={(event) => onChange({ ...problem, found: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={of('handled')}>{t(visitWords.handled)}</label>
          <Input
            id={of('handled')}
            value={problem.handled}
            maxLength={300}
            placeholder={t(visitWords.handledHint)}
            onChange={(event) => onChange({ ...problem, handled: event.target.value })}
          />
        </div>
        <div>
          <span id={of('urgency')}>{t(visitWords.urgency)}</span>
          <Segmented
            block
            aria-labelledby={of('urgency')}
            value={problem.urgency}
            options={urgencySchema.options.map((value) => ({ value, label: t(urgencyWords[value]) }))}
            onChange={(urgency) => onChange({ ...problem, urgency })}
          />
        </div>
        <div>
          <label htmlFor={of('referred')}>{t(visitWords.referredTo)}</label>
          <Select
            id={of('referred')}
            style={{ width: '100%' }}
            value={problem.referredTo ?? ''}
            onChange={(to) => onChange({ ...problem, referredTo: referredToSchema.safeParse(to).data ?? null })}
            options={[
              { value: '', label: t(visitWords.notReferred) },
              ...referredToSchema.options.map((value) => ({ value: value, label: t(referredToWords[value]) })),
            ]}
          />
        </div>
        {people.length < 2 ? null : (
          <div>
            <label htmlFor={of('whose')}>{t(visitWords.whose)}</label>
            <Select
              id={of('whose')}
              style={{ width: '100%' }}
              value={problem.personId ?? ''}
              onChange={(whose) => onChange({ ...problem, personId: people.find(({ personId }) => personId === whose)?.personId ?? null })}
              options={[
                { value: '', label: t(visitWords.ofHome) },
                ...people.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
            />
          </div>
        )}
      </div>
    </section>
  )
}
