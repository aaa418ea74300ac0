import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { personWords } from './person-words.ts'
import { unmaskPerson } from './schema.ts'

const shownFor = 60_000

export type Maskable = 'idNumber' | 'phone' | 'otherPhone' | 'name' | 'address' | 'contacts'

/** A masked value and, for whoever may and says why, the whole of it for a minute. */
export function Unmask({ id, field, title, children }: { id: PersonId; field: Maskable; title: string; children: ReactNode }) {
  const t = useWords()
  const may = useMay('people.unmask')
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<string>()
  const looking = useDo(unmaskPerson)

  useEffect(() => {
    if (seen === undefined) return undefined
    const timer = setTimeout(() => setSeen(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [seen])

  if (seen !== undefined)
    return (
      <>
        <output style={{ whiteSpace: 'pre-line' }}>{seen}</output>{' '}
        <Button size="small" type="link" onClick={() => setSeen(undefined)}>
          {t(personWords.hide)}
        </Button>
      </>
    )
  return (
    <>
      {children}{' '}
      {may ? (
        <Button size="small" type="link" aria-label={t(personWords.seeOf, { field: title })} onClick={() => setAsking(true)}>
          {t(personWords.see)}
        </Button>
      ) : null}
      <ReasonDialog
        open={asking}
        title={t(personWords.seeOf, { field: title })}
        about={t(personWords.seeAbout)}
        action={t(personWords.see)}
        label={t(personWords.seeReason)}
        placeholder={t(personWords.seeReasonHint)}
        doing={looking}
        onReason={(reason) =>
          looking.run(
            { id, field, reason },
            {
              onDone: ({ value }) => {
                setAsking(false)
                setSeen(value ?? t(personWords.seeNothing))
                looking.forget()
              },
            },
          )
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
