import { Alert, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { sizeText } from '../exchange/upload-rules.ts'
import { stopOperation, watchProgress } from '../identity/schema.ts'
import style from './make-pack.module.css'
import { fetchPack, makePack } from './pack-schema.ts'
import { pageWords } from './page-words.ts'

/** Makes a pack: which version, how far it is, a way to stop it, and the file at the end. */
export function MakePack({ projectId, day, mayName, onClose }: { projectId: ProjectId; day: Day; mayName: boolean; onClose: () => void }) {
  const t = useWords()
  const { number, day: dayText } = useFormats()
  const [named, setNamed] = useState(mayName)
  const [id] = useState(() => v7())
  const making = useDo(makePack)
  const stopping = useDo(stopOperation)
  const download = useDownload(fetchPack)
  const made = making.answer
  const stop = () => {
    if (making.operationId !== undefined) stopping.run({ operationId: making.operationId })
  }
  return (
    <Modal
      open
      title={t(pageWords.make)}
      onCancel={onClose}
      closable={!making.busy}
      mask={{ closable: false }}
      keyboard={!making.busy}
      footer={
        making.busy ? (
          <Button onClick={stop} loading={stopping.busy}>
            {t(pageWords.stop)}
          </Button>
        ) : made === undefined ? (
          <Button type="primary" onClick={() => making.run({ id, projectId, day, named })}>
            {t(pageWords.start)}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t(pageWords.close)}</Button>
            <Button type="primary" loading={download.busy} onClick={() => download.run({ id: made.id })}>
              {t(pageWords.download)}
            </Button>
          </>
        )
      }
    >
      <p>{t(pageWords.makeAbout, { day: dayText(day) })}</p>
      {made === undefined && !making.busy ? (
        <Radio.Group
          value={named}
          onChange={(event) => setNamed(event.target.value === true)}
          className={style['versions'] ?? ''}
          options={[
            ...(mayName ? [{ value: true, label: <Version name={t(pageWords.named)} about={t(pageWords.namedAbout)} /> }] : []),
            { value: false, label: <Version name={t(pageWords.masked)} about={t(pageWords.maskedAbout)} /> },
          ]}
        />
      ) : null}
      {making.busy ? <Stage operationId={making.operationId} /> : null}
      {made === undefined ? null : (
        <Alert type="success" showIcon title={t(pageWords.made, { files: number(made.files), size: sizeText(made.bytes) })} />
      )}
      <FailureNote failure={making.failure} onRetry={making.again} />
      <FailureNote failure={stopping.failure} onRetry={stopping.again} />
      <FailureNote failure={download.failure} />
    </Modal>
  )
}

function Version({ name, about }: { name: string; about: string }) {
  return (
    <span className={style['version']}>
      <b>{name}</b>
      <span>{about}</span>
    </span>
  )
}

const steps = {
  reading: pageWords.reading,
  members: pageWords.membersStep,
  index: pageWords.indexStep,
  gatherings: pageWords.gatherings,
  zip: pageWords.zip,
} as const

const isStep = (step: string): step is keyof typeof steps => step in steps

function Stage({ operationId }: { operationId: string | undefined }) {
  const t = useWords()
  const told = useAsk(watchProgress, { operationId: operationId ?? '' }, { when: operationId !== undefined, every: 500 }).data?.progress
  const text =
    told === undefined || told === null || !isStep(told.step)
      ? t(pageWords.waiting)
      : t(steps[told.step], { n: told.done + 1, of: told.of })
  const share = told?.step === 'gatherings' ? { value: told.done, max: Math.max(1, told.of) } : {}
  return (
    <div className={style['stage']}>
      <progress aria-label={t(pageWords.make)} {...share} />
      <output>{text}</output>
    </div>
  )
}
