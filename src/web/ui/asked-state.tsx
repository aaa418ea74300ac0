import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Asked } from '../client/calls.ts'
import { useWords } from '../language/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { uiWords } from './ui-words.ts'

/** What was asked for, once it is there; a quiet placeholder before, and what to do when it does not come. */
export function AskedState<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ReactNode }) {
  const t = useWords()
  if (asked.data === undefined && asked.error === null)
    return (
      <>
        <output className="visually-hidden">{t(uiWords.loading)}</output>
        <Skeleton active title={false} paragraph={{ rows: 5 }} />
      </>
    )
  return (
    <>
      <FailureNote failure={asked.error} onRetry={() => void asked.refetch()} />
      {asked.data === undefined ? null : children(asked.data)}
    </>
  )
}
