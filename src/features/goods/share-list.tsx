import { Button, Checkbox, Dropdown, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { SignDialog } from '../ledger/sign-dialog.tsx'
import { Labels } from '../people/labels.tsx'
import style from './goods.module.css'
import { goodsWords, receiptWords } from './goods-words.ts'
import { HandOne, type HandingOne } from './hand-one.tsx'
import { HandSelected } from './hand-selected.tsx'
import { receiptSchema } from './hand-out-schema.ts'
import type { Round, Share } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'
import { ShareDialogs, type ShareAct } from './share-dialogs.tsx'

const namesOf = (share: Share): string => share.members.map(({ name }) => name).join('、')

/** The households of a list: those that wait can be handed their shares many at a time or one by one. */
export function ShareList({ round }: { round: Round }) {
  const t = useWords()
  const waiting = round.list.filter(({ handed }) => handed === null)
  const done = round.list.filter(({ handed }) => handed !== null)
  const [shown, setShown] = useState<'all' | 'waiting' | 'done'>('all')
  const [marked, setMarked] = useState<readonly string[]>([])
  const [handing, setHanding] = useState(false)
  const [one, setOne] = useState<HandingOne>()
  const [act, setAct] = useState<ShareAct>()
  const [signing, setSigning] = useState<Share>()
  // Whoever was handed their share meanwhile is no longer chosen.
  const chosen = waiting.filter(({ key }) => marked.includes(key))
  if (round.list.length === 0) return <p>{t(r.empty)}</p>
  const rows = { all: round.list, waiting, done }[shown]
  return (
    <>
      <div className={style['tools']}>
        <Segmented
          aria-label={t(r.show)}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t(r.all, { n: round.list.length }) },
            { value: 'waiting', label: t(r.waiting, { n: waiting.length }) },
            { value: 'done', label: t(r.done2, { n: done.length }) },
          ]}
        />
        {round.closed || waiting.length === 0 ? null : (
          <>
            <Checkbox
              checked={chosen.length === waiting.length}
              indeterminate={chosen.length > 0 && chosen.length < waiting.length}
              onChange={(event) => setMarked(event.target.checked ? waiting.map(({ key }) => key) : [])}
            >
              {t(r.selectAll)}
            </Checkbox>
            <Button type="primary" disabled={chosen.length === 0} onClick={() => setHanding(true)}>
              {t(r.handSelected, { n: chosen.length })}
            </Button>
          </>
        )}
      </div>
      {rows.length === 0 ? <p>{t(r.noneWaiting)}</p> : null}
      <ul className={style['shares']} aria-label={t(r.list)}>
        {rows.map((share) => (
          <li key={share.key} className={style['share']}>
            {round.closed || share.handed !== null ? null : (
              <Checkbox
                checked={marked.includes(share.key)}
                onChange={(event) => setMarked(event.target.checked ? [...marked, share.key] : marked.filter((key) => key !== share.key))}
                aria-label={t(r.selectOf, { name: namesOf(share) })}
              />
            )}
            <Who share={share} />
            <State round={round} share={share} />
            <span className={style['acts']}>
              {share.handed === null ? (
                round.closed ? null : (
                  <>
                    <Button size="small" aria-label={t(r.signOf, { name: namesOf(share) })} onClick={() => setOne({ share, by: 'self' })}>
                      {t(r.sign)}
                    </Button>
                    <Button
                      size="small"
                      aria-label={t(r.relativeOf, { name: namesOf(share) })}
                      onClick={() => setOne({ share, by: 'relative' })}
                    >
                      {t(r.relative)}
                    </Button>
                    <Button
                      size="small"
                      type="link"
                      aria-label={t(r.removeOf, { name: namesOf(share) })}
                      onClick={() => setAct({ share, to: 'remove' })}
                    >
                      {t(r.remove)}
                    </Button>
                  </>
                )
              ) : (
                <Dropdown
                  trigger={['click']}
                  placement="bottomRight"
                  menu={{
                    items: [
                      ...(share.handed.signed ? [] : [{ key: 'sign', label: t(r.addSignature), onClick: () => setSigning(share) }]),
                      { key: 'back', label: t(r.giveBack), onClick: () => setAct({ share, to: 'back' }) },
                      { key: 'undo', label: t(r.undo), onClick: () => setAct({ share, to: 'undo' }) },
                    ],
                  }}
                >
                  <Button size="small" icon={<Icon name="more" size={16} />} aria-label={t(r.moreOf, { name: namesOf(share) })} />
                </Dropdown>
              )}
            </span>
          </li>
        ))}
      </ul>
      <HandSelected round={round} shares={chosen} open={handing} onClose={() => setHanding(false)} />
      <HandOne round={round} handing={one} onClose={() => setOne(undefined)} />
      <ShareDialogs round={round} act={act} onClose={() => setAct(undefined)} />
      {signing?.handed === null || signing === undefined ? null : (
        <SignDialog serviceId={signing.handed.serviceId} open onClose={() => setSigning(undefined)} />
      )}
    </>
  )
}

function Who({ share }: { share: Share }) {
  const t = useWords()
  const labels = [...new Set(share.members.flatMap((member) => member.labels))]
  const more = [share.householdNumber === null ? null : t(r.household, { n: share.householdNumber }), share.address].filter(
    (known) => known !== null,
  )
  return (
    <div className={style['who']}>
      <span className={style['names']}>
        {share.members.map(({ personId, name }, at) => (
          <span key={personId}>
            {at === 0 ? '' : '、'}
            <Link to={`/people/${personId}`}>{name}</Link>
          </span>
        ))}
      </span>
      {more.length === 0 ? null : <div className={style['soft']}>{more.join(' · ')}</div>}
      {labels.length === 0 ? null : <Labels codes={labels} />}
    </div>
  )
}

function State({ round, share: { handed } }: { round: Round; share: Share }) {
  const t = useWords()
  const { number } = useFormats()
  if (handed === null) return <Chip>{t(r.waits)}</Chip>
  const receipt = receiptSchema.safeParse(handed.receipt)
  return (
    <span className={style['acts']}>
      <Chip tone="good">{t(r.handed, { n: `${number(handed.quantity)}${round.unit ?? ''}` })}</Chip>
      <span className={style['soft']}>
        {handed.takenBy === null ? t(r.takenSelf) : t(r.takenBy, { name: handed.takenBy, relation: handed.relation ?? '' })} ·{' '}
        {handed.signed ? t(r.signed) : receipt.success ? t(receiptWords[receipt.data]) : t(goodsWords.handedOut)}
        {handed.returned === 0 ? '' : ` · ${t(r.returned, { n: number(handed.returned) })}`}
      </span>
    </span>
  )
}
