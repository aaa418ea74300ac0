import { Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import type { EvidenceId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { Panel } from '../../web/ui/page.tsx'
import { DescribeEvidence } from './describe-evidence.tsx'
import { EvidenceTile } from './evidence-tile.tsx'
import { EvidenceUploads, uploadsOf, type Upload } from './evidence-upload.tsx'
import { EvidenceViewer } from './evidence-viewer.tsx'
import { listEvidence, type Evidence, type EvidenceKind } from './evidence-schema.ts'
import { evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'
import { RemoveEvidence } from './remove-evidence.tsx'
import { RemovedEvidence } from './removed-evidence.tsx'
import { SignDialog } from './sign-dialog.tsx'

/** Formats that are read here. A telephone that photographs in another makes one of these when it is told. */
const pictures = 'image/jpeg,image/png,image/webp,image/avif,image/tiff,image/gif'
const accepted: Record<Exclude<EvidenceKind, 'signature'>, string> = {
  photo: pictures,
  sheet: `${pictures},.pdf`,
  document: `.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,${pictures}`,
}

/** Photos, signatures and documents of a service: added by camera or file, described, removed. */
export function EvidencePanel({ serviceId, projectId }: { serviceId: ServiceId; projectId: ProjectId }) {
  const t = useWords()
  const mayWrite = useMay('evidence.write')
  const asked = useAsk(listEvidence, { serviceId })
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [signing, setSigning] = useState(false)
  const [describing, setDescribing] = useState<Evidence>()
  const [removing, setRemoving] = useState<Evidence>()
  const [looking, setLooking] = useState<EvidenceId>()
  const [showsRemoved, setShowsRemoved] = useState(false)
  const acts = { onDescribe: setDescribing, onRemove: setRemoving }
  return (
    <Panel
      title={t(evidenceWords.title)}
      actions={
        mayWrite ? (
          <AddButtons
            onAdd={(files, kind) => setUploads((before) => [...before, ...uploadsOf(files, kind)])}
            onSign={() => setSigning(true)}
          />
        ) : undefined
      }
    >
      <EvidenceUploads
        serviceId={serviceId}
        uploads={uploads}
        onLeave={(id) => setUploads((before) => before.filter((upload) => upload.id !== id))}
      />
      <AskedState asked={asked}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? (
              <p className={style['faint']}>{t(mayWrite ? evidenceWords.none : evidenceWords.noneReadOnly)}</p>
            ) : (
              <ul className={style['tiles']} aria-label={t(evidenceWords.title)}>
                {rows.map((row) => (
                  <EvidenceTile key={row.id} evidence={row} onLook={() => setLooking(row.id)} {...(mayWrite ? { acts } : {})} />
                ))}
              </ul>
            )}
            <EvidenceViewer rows={rows} at={looking} onMove={setLooking} onClose={() => setLooking(undefined)} />
          </>
        )}
      </AskedState>
      {mayWrite ? (
        <div className={style['foot']}>
          <Button type="link" size="small" aria-expanded={showsRemoved} onClick={() => setShowsRemoved(!showsRemoved)}>
            {t(showsRemoved ? evidenceWords.hideRemoved : evidenceWords.showRemoved)}
          </Button>
        </div>
      ) : null}
      {showsRemoved ? <RemovedEvidence serviceId={serviceId} /> : null}
      <DescribeEvidence evidence={describing} projectId={projectId} onClose={() => setDescribing(undefined)} />
      <RemoveEvidence evidence={removing} onClose={() => setRemoving(undefined)} />
      <SignDialog serviceId={serviceId} open={signing} onClose={() => setSigning(false)} />
    </Panel>
  )
}

function AddButtons({ onAdd, onSign }: { onAdd: (files: Iterable<File>, kind: EvidenceKind) => void; onSign: () => void }) {
  const t = useWords()
  const narrow = useNarrow()
  const camera = useRef<HTMLInputElement>(null)
  const photo = useRef<HTMLInputElement>(null)
  const sheet = useRef<HTMLInputElement>(null)
  const document = useRef<HTMLInputElement>(null)
  const input = (ref: typeof camera, kind: keyof typeof accepted, label: string, more: object) => (
    <input
      ref={ref}
      type="file"
      className={style['hidden']}
      accept={accepted[kind]}
      aria-label={label}
      onChange={(event) => {
        onAdd([...(event.target.files ?? [])], kind)
        event.target.value = ''
      }}
      {...more}
    />
  )
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
      {narrow ? (
        <Button icon={<Icon name="camera" />} onClick={() => camera.current?.click()}>
          {t(evidenceWords.camera)}
        </Button>
      ) : null}
      <Button size={narrow ? 'middle' : 'small'} icon={<Icon name="plus" size={16} />} onClick={() => photo.current?.click()}>
        {t(evidenceWords.addPhotos)}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'sheet', label: t(evidenceWords.addSheet), onClick: () => sheet.current?.click() },
            { key: 'document', label: t(evidenceWords.addDocument), onClick: () => document.current?.click() },
            { key: 'sign', label: t(evidenceWords.sign), onClick: onSign },
          ],
        }}
      >
        <Button size={narrow ? 'middle' : 'small'} aria-label={t(evidenceWords.addMore)} icon={<Icon name="down" size={16} />} />
      </Dropdown>
      {input(camera, 'photo', t(evidenceWords.camera), { capture: 'environment' })}
      {input(photo, 'photo', t(evidenceWords.addPhotos), { multiple: true })}
      {input(sheet, 'sheet', t(evidenceWords.addSheet), { multiple: true })}
      {input(document, 'document', t(evidenceWords.addDocument), { multiple: true })}
    </div>
  )
}
