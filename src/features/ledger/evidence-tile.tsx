import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDownload } from '../../web/client/download.ts'
import { useFileAddress } from '../../web/client/file-address.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { standing } from './evidence-rules.ts'
import { lookAtThumbnail, openEvidence, type Evidence } from './evidence-schema.ts'
import { evidenceKindWords, evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'

export const isPicture = (evidence: Evidence): boolean => evidence.mediaType === 'image/jpeg'

/** What a piece of evidence is called: its title, or the name of its file. */
export function useNameOf(): (evidence: Evidence) => string {
  const t = useWords()
  return ({ kind, title, fileName }) => title ?? (kind === 'photo' ? null : fileName) ?? t(evidenceKindWords[kind])
}

type Acts = { readonly onDescribe: (evidence: Evidence) => void; readonly onRemove: (evidence: Evidence) => void }

/** One piece of evidence: seen small, with what is known of it and what can be done. */
export function EvidenceTile({ evidence, onLook, acts }: { evidence: Evidence; onLook?: () => void; acts?: Acts }) {
  const t = useWords()
  const { moment } = useFormats()
  const name = useNameOf()(evidence)
  const isPaper = evidence.mediaType === 'text/plain'
  return (
    <li className={style['tile']}>
      <Face evidence={evidence} name={name} onLook={onLook} />
      <div className={style['about']}>
        <span className={style['name']}>{name}</span>
        <span className={style['chips']}>
          {evidence.kind === 'photo' ? <PhotoChips evidence={evidence} /> : <Chip>{t(evidenceKindWords[evidence.kind])}</Chip>}
        </span>
        {isPaper ? <span>{t(evidenceWords.paperSigned, { where: evidence.fileName ?? '' })}</span> : null}
        <span className={style['faint']}>
          {t(evidenceWords.takenBy, { by: evidence.takenBy ?? '', when: moment(evidence.takenAt ?? evidence.addedAt) })}
        </span>
      </div>
      {acts === undefined ? null : (
        <div className={style['acts']}>
          <Button type="link" size="small" aria-label={t(evidenceWords.describeOf, { name })} onClick={() => acts.onDescribe(evidence)}>
            {t(evidenceWords.describe)}
          </Button>
          <Button type="link" size="small" aria-label={t(evidenceWords.removeOf, { name })} onClick={() => acts.onRemove(evidence)}>
            {t(evidenceWords.remove)}
          </Button>
        </div>
      )}
    </li>
  )
}

function Face({ evidence, name, onLook }: { evidence: Evidence; name: string; onLook: (() => void) | undefined }) {
  const t = useWords()
  const shows = isPicture(evidence) && evidence.canOpen
  const { address, failure } = useFileAddress(lookAtThumbnail, { id: evidence.id }, shows)
  const downloading = useDownload(openEvidence)
  if (!evidence.canOpen) return <Plate icon="lock">{t(evidenceWords.locked)}</Plate>
  if (isPicture(evidence))
    return (
      <button
        type="button"
        className={style['look']}
        disabled={onLook === undefined}
        aria-label={t(evidenceWords.open, { name })}
        onClick={onLook}
      >
        {address === undefined ? (
          <Icon name={failure === null ? 'image' : 'warning'} size={28} />
        ) : (
          <img src={address} alt="" className={evidence.kind === 'photo' ? '' : style['whole']} />
        )}
      </button>
    )
  if (evidence.mediaType === 'text/plain') return <Plate icon="pen">{t(evidenceWords.onPaper)}</Plate>
  return (
    <button
      type="button"
      className={style['look']}
      aria-label={t(evidenceWords.downloadOf, { name })}
      onClick={() => downloading.run({ id: evidence.id })}
    >
      <span>
        <Icon name="download" size={28} />
        <br />
        {t(evidenceWords.download)}
      </span>
    </button>
  )
}

const Plate = ({ icon, children }: { icon: 'lock' | 'pen'; children: ReactNode }) => (
  <div className={style['look']} style={{ cursor: 'default', textAlign: 'center', padding: 8 }}>
    <span>
      <Icon name={icon} size={28} />
      <br />
      {children}
    </span>
  </div>
)

function PhotoChips({ evidence }: { evidence: Evidence }) {
  const t = useWords()
  const agreed = standing(evidence.consents).length
  return (
    <>
      {evidence.publishable ? (
        <Chip tone="good">{t(evidenceWords.publishable)}</Chip>
      ) : evidence.faces === null ? (
        <Chip tone="look">{t(evidenceWords.notLooked)}</Chip>
      ) : (
        <Chip>{t(evidenceWords.keptBack)}</Chip>
      )}
      {agreed > 0 ? <Chip tone="calm">{t(evidenceWords.consents, { n: agreed })}</Chip> : null}
    </>
  )
}
