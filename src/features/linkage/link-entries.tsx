import { Button } from 'antd'
import { useState } from 'react'
import { Link as To } from 'react-router'
import type { Day } from '../../kernel/day.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { partyWords } from '../organisations/schema.ts'
import { linkStateWords, type LinkState } from './link-kind-schema.ts'
import { stepsFrom, type Step } from './link-rules.ts'
import { witnessWords, type Link } from './link-schema.ts'
import style from './linkage.module.css'
import { linkageWords, stepWords } from './linkage-words.ts'
import { StepDialog } from './step-dialog.tsx'

const tones: Record<LinkState, Tone> = {
  asked: 'look',
  accepted: 'calm',
  refused: 'plain',
  done: 'calm',
  confirmed: 'good',
  closed: 'good',
  withdrawn: 'plain',
}
const order: readonly LinkState[] = ['asked', 'accepted', 'done', 'confirmed', 'closed']

/** Links with what was said at each step and what can be done next. */
export function LinkEntries({ links, asOf, withNeed, empty }: { links: readonly Link[]; asOf: Day; withNeed: boolean; empty: string }) {
  const t = useWords()
  const mayWrite = useMay('linkage.write')
  const mayConfirm = useMay('linkage.request')
  const [open, setOpen] = useState<{ link: Link; step: Step }>()
  const actsOf = (link: Link): Step[] => stepsFrom(link.state).filter((step) => mayWrite || (step === 'confirm' && mayConfirm))
  return (
    <>
      <Entries
        rows={links}
        keyOf={(link) => link.id}
        empty={empty}
        head={(link) => (
          <>
            <Chip tone={tones[link.state]}>{t(linkStateWords[link.state])}</Chip>{' '}
            {withNeed ? <To to={`/linkage/needs/${link.needId}`}>{link.needTitle}</To> : null} <b>{link.giverName}</b>{' '}
            <Chip>{t(partyWords[link.party])}</Chip>
          </>
        )}
        more={(link) => <LinkMore link={link} withNeed={withNeed} />}
        acts={(link) =>
          actsOf(link).map((step) => (
            <Button
              key={step}
              size="small"
              aria-label={t(linkageWords.actOf, { act: t(stepWords[step]), name: link.giverName, title: link.needTitle })}
              onClick={() => setOpen({ link, step })}
            >
              {t(stepWords[step])}
            </Button>
          ))
        }
      />
      {open === undefined ? null : (
        <StepDialog key={`${open.link.id}${open.step}`} link={open.link} step={open.step} asOf={asOf} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function LinkMore({ link, withNeed }: { link: Link; withNeed: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const isBack = (to: LinkState, from: LinkState | null): boolean =>
    from !== null && (order.indexOf(from) > order.indexOf(to) || ((from === 'refused' || from === 'withdrawn') && to === 'asked'))
  return (
    <>
      {withNeed ? <span>{[link.personName, link.communityName].filter((known) => known !== null).join(' · ')}</span> : null}
      <ul className={style['steps']}>
        {link.steps.map((step) => {
          const values = { day: day(step.on), state: t(linkStateWords[step.to]), reason: step.reason ?? '' }
          const text = isBack(step.to, step.from)
            ? linkageWords.stepBack
            : step.reason === null
              ? linkageWords.stepLine
              : linkageWords.stepWhy
          return <li key={step.at + step.to}>{t(text, values)}</li>
        })}
      </ul>
      {link.confirmedBy === null || link.confirmedAs === null ? null : (
        <span>{t(linkageWords.confirmedLine, { as: t(witnessWords[link.confirmedAs]), name: link.confirmedBy })}</span>
      )}{' '}
      {link.serviceId === null || order.indexOf(link.state) < 2 ? null : (
        <To to={`/services/${link.serviceId}`}>{t(linkageWords.openService)}</To>
      )}
    </>
  )
}
