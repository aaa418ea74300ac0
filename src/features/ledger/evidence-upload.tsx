import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { evidenceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { explain } from '../../web/ui/explain.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import style from './evidence.module.css'
import { addEvidence, type EvidenceKind } from './evidence-schema.ts'
import { evidenceWords } from './evidence-words.ts'

/** A file on its way to a service. Its id is made when it is chosen, so that trying again adds it once. */
export type Upload = { readonly id: string; readonly file: File; readonly kind: EvidenceKind }

export const uploadsOf = (files: Iterable<File>, kind: EvidenceKind): Upload[] => [...files].map((file) => ({ id: v7(), file, kind }))

/** Files that are sent one after the other, each with its progress; one that fails waits and lets the others pass. */
export function EvidenceUploads({
  serviceId,
  uploads,
  onLeave,
}: {
  serviceId: ServiceId
  uploads: readonly Upload[]
  onLeave: (id: string) => void
}) {
  const t = useWords()
  const [failed, setFailed] = useState<readonly string[]>([])
  if (uploads.length === 0) return null
  const next = uploads.find((upload) => !failed.includes(upload.id))?.id
  return (
    <ul className={style['uploads']} aria-label={t(evidenceWords.uploads)}>
      {uploads.map((upload) => (
        <Uploading
          key={upload.id}
          serviceId={serviceId}
          upload={upload}
          turn={upload.id === next}
          onFailed={() => setFailed((before) => [...before, upload.id])}
          onLeave={() => onLeave(upload.id)}
        />
      ))}
    </ul>
  )
}

function Uploading({
  serviceId,
  upload,
  turn,
  onFailed,
  onLeave,
}: {
  serviceId: ServiceId
  upload: Upload
  turn: boolean
  onFailed: () => void
  onLeave: () => void
}) {
  const t = useWords()
  const { share } = useFormats()
  const adding = useDo(addEvidence)
  const begun = useRef(false)
  const { file, kind, id } = upload
  const send = () =>
    adding.run(
      {
        serviceId,
        kind,
        items: [{ id: evidenceIdSchema.parse(id), takenAt: file.lastModified > 0 ? new Date(file.lastModified).toISOString() : null }],
      },
      { onDone: onLeave, onFailure: onFailed },
      [file],
    )
  useEffect(() => {
    if (!turn || begun.current) return
    begun.current = true
    send()
  })
  const part = adding.sent === undefined ? 0 : adding.sent.bytes / Math.max(1, adding.sent.of)
  const why = adding.failure === null ? undefined : explain(adding.failure, t)
  return (
    <li>
      <span className={style['uploadName']}>
        {file.name}
        {why === undefined ? null : (
          <span role="alert" className={style['trouble']}>
            {why.detail ?? why.title}
          </span>
        )}
      </span>
      {why === undefined ? (
        <span className={style['uploadState']}>
          <Progress percent={Math.round(part * 100)} size="small" showInfo={false} aria-label={file.name} />
          <span>
            {t(adding.busy ? (part >= 1 ? evidenceWords.making : evidenceWords.sending) : evidenceWords.waiting, { share: share(part) })}
          </span>
        </span>
      ) : (
        <>
          {why.remedy === 'retry' ? (
            <Button size="small" onClick={adding.again}>
              {t(uiWords.retry)}
            </Button>
          ) : null}
          <Button
            size="small"
            type="text"
            icon={<Icon name="close" size={16} />}
            aria-label={t(evidenceWords.dropFile, { name: file.name })}
            onClick={onLeave}
          />
        </>
      )}
    </li>
  )
}
