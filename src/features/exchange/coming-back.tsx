import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { watchProgress } from '../identity/schema.ts'
import { importAddress } from './import-address.tsx'
import { importsWords } from './imports-words.ts'
import { listImports } from './schema.ts'
import { Stages } from './stages.tsx'
import { keepUnderway, type Underway } from './underway.tsx'

/** So long may the server say nothing of an upload before it is taken for interrupted, in milliseconds. */
const patience = 15_000

/** An upload that was begun before the page was left: shown until it is done, or nobody knows of it any more. */
export function ComingBack({ underway, onLost }: { underway: Underway; onLost: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const told = useAsk(watchProgress, { operationId: underway.operationId }, { every: 1000 })
  const listed = useAsk(listImports, { projectId: underway.projectId, limit: 20 }, { every: 1500 })
  const row = listed.data?.rows.find((each) => each.id === underway.importId)
  const isSilent = row === undefined && told.data?.progress === null

  useEffect(() => {
    if (row === undefined) return
    keepUnderway(undefined)
    void navigate(importAddress(row.id))
  }, [row, navigate])

  useEffect(() => {
    if (!isSilent) return undefined
    const timer = setTimeout(() => {
      keepUnderway(undefined)
      onLost()
    }, patience)
    return () => clearTimeout(timer)
  }, [isSilent, onLost])

  return (
    <>
      <p>{t(importsWords.comingBack)}</p>
      <Stages what="receive" operationId={underway.operationId} />
    </>
  )
}
