import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { operationIdSchema, importIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { mayRepeat } from '../../web/client/failure.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { DropFiles } from './drop-files.tsx'
import { importAddress } from './import-address.tsx'
import { importsWords } from './imports-words.ts'
import { Refusals } from './refusals.tsx'
import { receiveImport, type ImportRow } from './schema.ts'
import { Stages } from './stages.tsx'
import { keepUnderway } from './underway.tsx'

/** Takes workbooks, sends them and shows how far they are; then their preview opens. Refused files can be changed and sent again. */
export function ReceiveFiles({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const navigate = useNavigate()
  const receiving = useDo(receiveImport)
  const [files, setFiles] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<ImportRow>()
  const meant = useRef<ImportId>(undefined)
  const isHere = useIsHere()

  const { busy, operationId } = receiving
  useEffect(() => {
    if (busy && operationId !== undefined && meant.current !== undefined)
      keepUnderway({ importId: meant.current, projectId, operationId: operationIdSchema.parse(operationId), what: 'receive' })
  }, [busy, operationId, projectId])

  const send = () => {
    const id = importIdSchema.parse(receiving.newId())
    meant.current = id
    setRefused(undefined)
    receiving.run(
      { id, projectId },
      {
        onDone: (row) => {
          // Whoever went elsewhere finds it when they come back.
          if (!isHere.current) return
          keepUnderway(undefined)
          if (row.state === 'refused') setRefused(row)
          else void navigate(importAddress(row.id))
        },
        onFailure: endUnless,
      },
      files,
    )
  }

  if (busy)
    return (
      <>
        <Stages what="receive" operationId={operationId} sent={receiving.sent} />
        <p>{t(importsWords.mayLeave)}</p>
      </>
    )
  return (
    <>
      <FailureNote failure={receiving.failure} onRetry={receiving.again} />
      {refused === undefined ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(importsWords.refused)}
          description={<Refusals refusals={refused.refusals} />}
          style={{ marginBottom: 16 }}
        />
      )}
      <DropFiles
        files={files}
        onChange={(next) => {
          receiving.forget()
          setRefused(undefined)
          setFiles(next)
        }}
      >
        {(ready) => (
          <Button type="primary" size="large" disabled={!ready} onClick={send}>
            {t(importsWords.start)}
          </Button>
        )}
      </DropFiles>
    </>
  )
}

/** What the server refused has ended; of what broke off nobody knows, and a page that is being left breaks everything off. */
export function endUnless(failure: Error): void {
  if (!mayRepeat(failure)) keepUnderway(undefined)
}

/** Whether the reader is still on this part of the page when something that took a while is done. */
export function useIsHere(): { readonly current: boolean } {
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}
