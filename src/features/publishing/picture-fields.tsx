import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useFileAddress } from '../../web/client/file-address.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { lookAtThumbnail } from '../ledger/evidence-schema.ts'
import type { Block } from './bulletin-schema.ts'
import { listPictures, type DraftPicture } from './picture-schema.ts'
import { publishingWords } from './publishing-words.ts'
import style from './bulletin-editor.module.css'

type PictureBlock = Extract<Block, { is: 'picture' }>

/** A photo in a draft: what it shows, in words. */
export function PictureFields({ block, label, onChange }: { block: PictureBlock; label: string; onChange: (block: Block) => void }) {
  const t = useWords()
  const { address } = useFileAddress(lookAtThumbnail, { id: block.evidenceId })
  return (
    <div className={style['photoLine']}>
      {address === undefined ? null : <img src={address} alt={block.caption} className={style['thumbnail']} />}
      <Input.TextArea
        aria-label={label}
        placeholder={t(publishingWords.photoCaption)}
        autoSize={{ minRows: 2 }}
        value={block.caption}
        maxLength={120}
        onChange={(event) => onChange({ ...block, caption: event.target.value })}
      />
    </div>
  )
}

const limit = 12

/** Chooses a photo of the project that may be published. */
export function AddPicture({ projectId, onAdd }: { projectId: string; onAdd: (block: Block) => void }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const [offset, setOffset] = useState(0)
  const asked = useAsk(listPictures, { projectId, offset, limit }, { when: open, keepFormer: true })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {`${t(publishingWords.add)} ${t(publishingWords.photo)}`}
      </Button>
      <Modal open={open} title={t(publishingWords.choosePhoto)} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>{t(publishingWords.photoAbout)}</p>
        <AskedState asked={asked}>
          {({ rows, total }) =>
            total === 0 ? (
              <p>{t(publishingWords.noPhoto)}</p>
            ) : (
              <>
                <ul className={style['photos']}>
                  {rows.map((photo) => (
                    <li key={photo.evidenceId}>
                      <Choice
                        photo={photo}
                        onChoose={() => {
                          setOpen(false)
                          onAdd({ is: 'picture', evidenceId: photo.evidenceId, caption: photo.title ?? photo.service })
                        }}
                      />
                    </li>
                  ))}
                </ul>
                <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
              </>
            )
          }
        </AskedState>
      </Modal>
    </>
  )
}

function Choice({ photo, onChoose }: { photo: DraftPicture; onChoose: () => void }) {
  const { address } = useFileAddress(lookAtThumbnail, { id: photo.evidenceId })
  const name = [photo.title ?? photo.service, photo.day].filter((part) => part !== null && part !== '').join(' ')
  return (
    <button type="button" className={style['choice']} onClick={onChoose}>
      {address === undefined ? null : <img src={address} alt="" />}
      <span>{name}</span>
    </button>
  )
}
