import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { activityWords } from './activities-words.ts'
import { checkInSelf } from './attend-schema.ts'
import style from './event.module.css'

/** Where the code on the hall's screen leads an elder's own telephone: two fields in large type, nobody signs in. */
export function HerePage() {
  const t = useWords()
  const [name, setName] = useState('')
  const [lastFour, setLastFour] = useState('')
  const checking = useDo(checkInSelf)
  const whole = decodeURIComponent(window.location.hash.slice(1))
  const tenant = /^(.+)~/.exec(whole)?.[1]
  const ready = name.trim().length >= 2 && checkInSelf.input.shape.lastFour.safeParse(lastFour).success
  const { answer } = checking
  return (
    <main className={style['self']}>
      <title>{t(activityWords.selfTitle)}</title>
      <h1>{answer?.title ?? t(activityWords.selfTitle)}</h1>
      {answer === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            checking.run({ code: whole, name, lastFour, ...(tenant === undefined ? {} : { tenant }) })
          }}
        >
          <FailureNote failure={checking.failure} onRetry={checking.again} />
          <label htmlFor="self-name">{t(activityWords.selfName)}</label>
          <input id="self-name" value={name} maxLength={20} autoComplete="name" onChange={(event) => setName(event.target.value)} />
          <label htmlFor="self-last">{t(activityWords.selfLast)}</label>
          <input id="self-last" value={lastFour} maxLength={4} onChange={(event) => setLastFour(event.target.value.trim())} />
          <Button
            type="primary"
            htmlType="submit"
            className={style['big'] ?? ''}
            style={{ marginTop: 20 }}
            disabled={!ready}
            loading={checking.busy}
          >
            {t(activityWords.checkIn)}
          </Button>
          <p>{t(activityWords.selfHelp)}</p>
        </form>
      ) : (
        <output className={style['done']} style={{ display: 'block' }}>
          {t(answer.again ? activityWords.selfAgain : activityWords.selfDone)}
        </output>
      )}
    </main>
  )
}
