import { App, Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { usuallyKept } from './compare-rules.ts'
import { mergingWords } from './merging-words.ts'
import style from './merging.module.css'
import { declareDistinct, mergePeople, type Pair } from './schema.ts'

/** What can be done with a pair: merge it, say that they are two people, or put it aside. */
export function PairActions({ pair, onLater }: { pair: Pair; onLater: () => void }) {
  const t = useWords()
  const [doing, setDoing] = useState<'merge' | 'two'>()
  const stop = () => setDoing(undefined)
  const names = { first: pair.first.name, second: pair.second.name }
  return (
    <>
      {pair.mayMerge ? null : <p className={style['mayNot']}>{t(mergingWords.mayNot)}</p>}
      <div className={style['actions']}>
        {pair.mayMerge ? (
          <Button type="primary" aria-label={t(mergingWords.mergeOf, names)} onClick={() => setDoing('merge')}>
            {t(mergingWords.merge)}
          </Button>
        ) : null}
        <Button aria-label={t(mergingWords.twoOf, names)} onClick={() => setDoing('two')}>
          {t(mergingWords.two)}
        </Button>
        <Button type="text" onClick={onLater}>
          {t(mergingWords.later)}
        </Button>
      </div>
      <MergePair pair={pair} open={doing === 'merge'} onClose={stop} />
      <TwoPeople pair={pair} open={doing === 'two'} onClose={stop} />
    </>
  )
}

type Asking = { pair: Pair; open: boolean; onClose: () => void }

function MergePair({ pair, open, onClose }: Asking) {
  const t = useWords()
  const { number } = useFormats()
  const { message } = App.useApp()
  const merging = useDo(mergePeople)
  const [kept, setKept] = useState(usuallyKept(pair))
  const [reason, setReason] = useState('')
  const id = useRef(v7())
  const other = kept === 'first' ? 'second' : 'first'
  const optionOf = (which: 'first' | 'second') => {
    const side = pair[which]
    return {
      value: which,
      label: t(mergingWords.keepOne, {
        name: side.name,
        community: side.communityName ?? t(mergingWords.noCommunity),
        services: number(side.services),
      }),
    }
  }
  return (
    <Confirm
      open={open}
      title={t(mergingWords.mergeOf, { first: pair.first.name, second: pair.second.name })}
      about={t(mergingWords.mergeAbout)}
      action={t(mergingWords.merge)}
      ready={reason.trim().length >= 2}
      doing={merging}
      onConfirm={() =>
        merging.run(
          { id: id.current, keptId: pair[kept].id, mergedId: pair[other].id, reason: reason.trim() },
          {
            onDone: () => {
              void message.success(t(mergingWords.merged, { name: pair[kept].name }))
              onClose()
            },
          },
        )
      }
      onClose={() => {
        merging.forget()
        onClose()
      }}
    >
      <fieldset className={style['keep']}>
        <legend>{t(mergingWords.keep)}</legend>
        <Radio.Group
          vertical
          value={kept}
          onChange={(event) => setKept(event.target.value === 'first' ? 'first' : 'second')}
          options={[optionOf('first'), optionOf('second')]}
        />
      </fieldset>
      <Reason id={`merge-${pair.first.id}`} value={reason} hint={t(mergingWords.reasonHint)} onChange={setReason} />
    </Confirm>
  )
}

function TwoPeople({ pair, open, onClose }: Asking) {
  const t = useWords()
  const { message } = App.useApp()
  const declaring = useDo(declareDistinct)
  const [reason, setReason] = useState('')
  return (
    <Confirm
      open={open}
      title={t(mergingWords.twoOf, { first: pair.first.name, second: pair.second.name })}
      about={t(mergingWords.twoAbout)}
      action={t(mergingWords.two)}
      ready={reason.trim().length >= 2}
      doing={declaring}
      onConfirm={() =>
        declaring.run(
          { firstId: pair.first.id, secondId: pair.second.id, distinct: true, reason: reason.trim() },
          {
            onDone: () => {
              void message.success(t(mergingWords.twoDone))
              onClose()
            },
          },
        )
      }
      onClose={() => {
        declaring.forget()
        onClose()
      }}
    >
      <Reason id={`two-${pair.first.id}`} value={reason} hint={t(mergingWords.undoReasonHint)} onChange={setReason} />
    </Confirm>
  )
}

/** Why, in the person's own words: it goes into the trail. */
export function Reason({ id, value, hint, onChange }: { id: string; value: string; hint: string; onChange: (reason: string) => void }) {
  const t = useWords()
  return (
    <>
      <label htmlFor={id}>{t(mergingWords.reason)}</label>
      <Input id={id} value={value} maxLength={200} placeholder={hint} onChange={(event) => onChange(event.target.value)} />
    </>
  )
}
