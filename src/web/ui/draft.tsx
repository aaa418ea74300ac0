import { Alert, Button, type FormInstance } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMine } from '../client/mine.ts'
import { useWords } from '../language/language.tsx'
import { draftWords } from './draft-words.ts'

const prefix = 'nuanyang.draft.'

/** Half-filled forms stay in this tab until they are saved, thrown away, or somebody signs out. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

function kept(key: string): unknown {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return value
  } catch {
    return null
  }
}

/**
 * Keeps what is being filled in over a reload, for one form and one record. `note` says above the form that something
 * was brought back, with a way to start over. With `first`, what the form began with, only what was changed is kept: it
 * is put back over a newer version of the record without undoing what others changed in it.
 */
export function useDraft(form: FormInstance, name: string, first: object = {}) {
  const { accountId } = useMine()
  const key = `${prefix}${accountId}.${name}`
  const [found] = useState(() => kept(key))
  const [told, setTold] = useState(found !== null)
  useEffect(() => {
    if (typeof found === 'object' && found !== null) form.setFieldsValue(found)
  }, [form, found])
  const keep = useCallback(() => {
    const changed = changedFrom(first, form.getFieldsValue(true))
    if (Object.keys(changed).length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(changed))
  }, [form, key, first])
  const forget = useCallback(() => {
    sessionStorage.removeItem(key)
    setTold(false)
  }, [key])
  const startOver = () => {
    forget()
    form.resetFields()
  }
  return { keep, forget, note: told ? <DraftNote onStartOver={startOver} /> : null }
}

/** The values of a form that are not what it began with. */
function changedFrom(first: object, values: object): object {
  const before = new Map(Object.entries(first))
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))))
}

function DraftNote({ onStartOver }: { onStartOver: () => void }) {
  const t = useWords()
  return (
    <Alert
      type="info"
      showIcon
      title={t(draftWords.restored)}
      action={
        <Button size="small" onClick={onStartOver}>
          {t(draftWords.startOver)}
        </Button>
      }
      style={{ marginBottom: 16 }}
    />
  )
}

/** For a dialog: forgets the draft when it goes away after it was sent and nothing failed. */
export function useForgottenWhenDone(
  { busy, failure }: { readonly busy: boolean; readonly failure: Error | null },
  forget: () => void,
): void {
  const isSent = useRef(false)
  useEffect(() => {
    if (busy) isSent.current = true
    else if (failure !== null) isSent.current = false
  }, [busy, failure])
  useEffect(
    () => () => {
      if (isSent.current) forget()
    },
    [forget],
  )
}
