import { Button, Modal } from 'antd'
import type { EvidenceId } from '../../kernel/ids.ts'
import { useDownload } from '../../web/client/download.ts'
import { useFileAddress } from '../../web/client/file-address.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { isPicture, useNameOf } from './evidence-tile.tsx'
import { openEvidence, type Evidence } from './evidence-schema.ts'
import { evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'

/** A picture whole, with the ones before and after it. */
export function EvidenceViewer({
  rows,
  at,
  onMove,
  onClose,
}: {
  rows: readonly Evidence[]
  at: EvidenceId | undefined
  onMove: (id: EvidenceId) => void
  onClose: () => void
}) {
  const t = useWords()
  const nameOf = useNameOf()
  const pictures = rows.filter((row) => isPicture(row) && row.canOpen)
  const position = pictures.findIndex((row) => row.id === at)
  const shown = pictures[position]
  const [before, after] = [pictures[position - 1], pictures[position + 1]]
  return (
    <Modal
      open={shown !== undefined}
      title={shown === undefined ? '' : nameOf(shown)}
      footer={null}
      onCancel={onClose}
      width={920}
      destroyOnHidden
    >
      {shown === undefined ? null : (
        <>
          <Whole evidence={shown} name={nameOf(shown)} />
          <div className={style['viewerFoot']}>
            <Button icon={<Icon name="left" size={16} />} disabled={before === undefined} onClick={() => before && onMove(before.id)}>
              {t(evidenceWords.previous)}
            </Button>
            <span>{t(evidenceWords.at, { at: position + 1, n: pictures.length })}</span>
            <Button disabled={after === undefined} onClick={() => after && onMove(after.id)}>
              {t(evidenceWords.next)} <Icon name="right" size={16} />
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

function Whole({ evidence, name }: { evidence: Evidence; name: string }) {
  const t = useWords()
  const { address, failure } = useFileAddress(openEvidence, { id: evidence.id })
  const downloading = useDownload(openEvidence)
  return (
    <div className={style['viewer']}>
      <FailureNote failure={failure ?? downloading.failure} />
      {address === undefined ? (
        <p>{failure === null ? t(uiWords.loading) : null}</p>
      ) : (
        <img src={address} alt={name} className={style['whole']} />
      )}
      <Button type="link" onClick={() => downloading.run({ id: evidence.id })}>
        {t(evidenceWords.download)}
      </Button>
    </div>
  )
}
