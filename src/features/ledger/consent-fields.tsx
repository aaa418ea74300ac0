import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { consentMethodSchema, type Evidence } from './evidence-schema.ts'
import { consentMethodWords, evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'

export type Consent = Evidence['consents'][number]
const nobody: readonly Consent[] = []

/** Who agreed to be shown: found among the files, or named in words. Takes a form item's value and change. */
export function ConsentFields({
  id = 'consents',
  projectId,
  value = nobody,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  value?: readonly Consent[]
  onChange?: (value: readonly Consent[]) => void
}) {
  const t = useWords()
  const { day } = useFormats()
  const [named, setNamed] = useState('')
  const begun = { method: 'signed', givenOn: today(), withdrawnOn: null } as const
  const add = (consent: Pick<Consent, 'personId' | 'named' | 'name'>) => onChange?.([...value, { ...begun, id: v7(), ...consent }])
  const change = (at: string, more: Partial<Consent>) => onChange?.(value.map((each) => (each.id === at ? { ...each, ...more } : each)))
  const addNamed = () => {
    const name = named.trim()
    if (name === '') return
    add({ personId: null, named: name, name })
    setNamed('')
  }
  return (
    <>
      <PersonSearch
        id={id}
        projectId={projectId}
        onPick={(person) => {
          if (value.every((each) => each.personId !== person.id)) add({ personId: person.id, named: null, name: person.name })
        }}
      />
      <div className={style['named']}>
        <Input
          value={named}
          maxLength={60}
          aria-label={t(evidenceWords.consentNamed)}
          placeholder={t(evidenceWords.consentNamedHint)}
          onChange={(event) => setNamed(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault()
            addNamed()
          }}
        />
        <Button onClick={addNamed}>{t(evidenceWords.consentAdd)}</Button>
      </div>
      {value.length === 0 ? null : (
        <ul className={style['consents']}>
          {value.map((consent) => (
            <li key={consent.id}>
              <span className={style['consentName']}>{consent.name}</span>
              {consent.withdrawnOn === null ? (
                <>
                  <Select
                    size="small"
                    value={consent.method}
                    aria-label={`${consent.name}: ${t(evidenceWords.consentMethod)}`}
                    options={consentMethodSchema.options.map((method) => ({ value: method, label: t(consentMethodWords[method]) }))}
                    onChange={(method) => change(consent.id, { method })}
                    popupMatchSelectWidth={false}
                    style={{ minWidth: 110 }}
                  />
                  <span style={{ width: 140 }}>
                    <DayField
                      id={`consent-day-${consent.id}`}
                      value={consent.givenOn}
                      upTo={today()}
                      onChange={(chosen) => {
                        const givenOn = daySchema.safeParse(chosen)
                        if (givenOn.success) change(consent.id, { givenOn: givenOn.data })
                      }}
                    />
                    <label className="visually-hidden" htmlFor={`consent-day-${consent.id}`}>
                      {t(evidenceWords.consentDay)}
                    </label>
                  </span>
                  <Button
                    size="small"
                    aria-label={t(evidenceWords.consentWithdrawOf, { name: consent.name })}
                    onClick={() => change(consent.id, { withdrawnOn: today() })}
                  >
                    {t(evidenceWords.consentWithdraw)}
                  </Button>
                </>
              ) : (
                <>
                  <span className={style['faint']}>{t(evidenceWords.consentWithdrawn, { day: day(consent.withdrawnOn) })}</span>
                  <Button size="small" onClick={() => change(consent.id, { withdrawnOn: null })}>
                    {t(evidenceWords.consentKeep)}
                  </Button>
                </>
              )}
              <Button
                size="small"
                type="text"
                aria-label={t(evidenceWords.consentDropOf, { name: consent.name })}
                onClick={() => onChange?.(value.filter((each) => each.id !== consent.id))}
              >
                {t(evidenceWords.consentDrop)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
