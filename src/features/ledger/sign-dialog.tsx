import { App, Form, Input, Modal, Segmented } from 'antd'
import { useId, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { evidenceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { addEvidence, noteSignature } from './evidence-schema.ts'
import { evidenceWords } from './evidence-words.ts'
import { SignaturePad, type Signed } from './signature-pad.tsx'

/** Lets somebody sign for a service: on the screen, or on paper with a note of where it is kept. */
export function SignDialog({ serviceId, open, onClose }: { serviceId: ServiceId; open: boolean; onClose: () => void }) {
  return open ? <Signing serviceId={serviceId} onClose={onClose} /> : null
}

function Signing({ serviceId, onClose }: { serviceId: ServiceId; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const fields = useId()
  const pad = useRef<Signed>(null)
  const [id] = useState(() => evidenceIdSchema.parse(v7()))
  const [signedBy, setSignedBy] = useState('')
  const [keptAt, setKeptAt] = useState('')
  const [means, setMeans] = useState<'screen' | 'paper'>('screen')
  const [hasInk, setHasInk] = useState(false)
  const adding = useDo(addEvidence)
  const noting = useDo(noteSignature)
  const doing = means === 'screen' ? adding : noting
  const onDone = () => {
    onClose()
    void message.success(t(evidenceWords.saved))
  }
  const ready = signedBy.trim() !== '' && (means === 'screen' ? hasInk : keptAt.trim() !== '')
  const save = async () => {
    if (means === 'paper') return noting.run({ serviceId, id, signedBy, keptAt }, { onDone })
    const file = await pad.current?.toFile(signedBy)
    if (file !== undefined) adding.run({ serviceId, kind: 'signature', items: [{ id, title: signedBy }] }, { onDone }, [file])
  }
  return (
    <Modal
      open
      title={t(evidenceWords.signTitle)}
      okText={t(evidenceWords.saveSignature)}
      okButtonProps={{ disabled: !ready, loading: doing.busy }}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
    >
      <FailureNote failure={doing.failure} onRetry={doing.again} />
      <Form layout="vertical" component="div">
        <Form.Item label={t(evidenceWords.signedBy)} htmlFor={`${fields}-by`}>
          <Input id={`${fields}-by`} value={signedBy} maxLength={40} onChange={(event) => setSignedBy(event.target.value)} />
        </Form.Item>
        <Form.Item>
          <Segmented
            value={means}
            onChange={setMeans}
            options={[
              { value: 'screen', label: t(evidenceWords.onScreen) },
              { value: 'paper', label: t(evidenceWords.onPaper) },
            ]}
          />
        </Form.Item>
        {means === 'screen' ? (
          <>
            <p style={{ margin: '0 0 6px' }}>{t(evidenceWords.padHint)}</p>
            <SignaturePad ref={pad} onInk={setHasInk} />
          </>
        ) : (
          <Form.Item label={t(evidenceWords.keptAt)} htmlFor={`${fields}-kept`}>
            <Input
              id={`${fields}-kept`}
              value={keptAt}
              maxLength={80}
              placeholder={t(evidenceWords.keptAtHint)}
              onChange={(event) => setKeptAt(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
