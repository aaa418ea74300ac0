import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import style from './likely.module.css'
import type { PersonEntry } from './person-entry-rules.ts'
import { personWords } from './person-words.ts'
import type { addPerson } from './schema.ts'

type LikelyPerson = z.output<typeof addPerson.output>['likely'][number]

/** Files that may be of the person being added, beside what was filled in. */
export function Likely({
  typed,
  communities,
  likely,
  busy,
  onNobodyElse,
  onBack,
}: {
  typed: PersonEntry
  communities: readonly { code: string; name: string }[]
  likely: readonly LikelyPerson[]
  busy: boolean
  onNobodyElse: () => void
  onBack: () => void
}) {
  const t = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus()
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  const community = communities.find(({ code }) => code === typed.communityCode)?.name
  return (
    <div ref={place} tabIndex={-1} role="alert" className={style['likely']}>
      <Panel title={t(personWords.likely)}>
        <p>{t(personWords.likelyAbout)}</p>
        <div className={style['cards']}>
          <section className={style['typed']}>
            <h3>{t(personWords.typed)}</h3>
            <p>
              <b>{typed.name}</b>
            </p>
            <p>{[typed.birthDate, typed.phone, community].filter((known) => known !== undefined && known !== null).join(' · ')}</p>
          </section>
          {likely.map((person) => (
            <section key={person.id} className={style['card']}>
              <h3>{t(person.why)}</h3>
              <p>
                <b>{person.name}</b>
              </p>
              <p>{person.communityName ?? '—'}</p>
              <Link to={`/people/${person.id}`}>{t(personWords.openThis)}</Link>
            </section>
          ))}
        </div>
        <Button danger loading={busy} onClick={onNobodyElse}>
          {t(personWords.nobodyElse)}
        </Button>{' '}
        <Button onClick={onBack}>{t(uiWords.cancel)}</Button>
      </Panel>
    </div>
  )
}
