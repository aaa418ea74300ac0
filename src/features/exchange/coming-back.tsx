import { useCallback, useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { importAddress } from './import-address.tsx'
import { importsWords } from './imports-words.ts'
import { listImports } from './schema.ts'
import { useSilence } from './silence.tsx'
import { Stages } from './stages.tsx'
import { keepUnderway, type Underway } from './underway.tsx'

/** An upload that was begun before the page was left: shown until it is done, or nobody knows of it any more. */
export function ComingBack({ underway, onLost }: { underway: Underway; onLost: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const listed = useAsk(listImports, { projectId: underway.projectId, limit: 20 }, { every: 1500 })
  const row = listed.data?.rows.find((each) => each.id === underway.importId)
  const lose = useCallback(() => {
    keepUnderway(undefined)
    onLost()
  }, [onLost])
  useSilence(underway, lose)

  useEffect(() => {
    if (row === undefined) return
    keepUnderway(undefined)
    void navigate(importAddress(row.id))
  }, [row, navigate])

  return (
    <>
      <p>{t(importsWords.comingBack)}</p>
      <Stages what="receive" operationId={underway.operationId} />
    </>
  )
}
