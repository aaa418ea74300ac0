import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { printFigure, unsettled, type Finding } from './bulletin-text-rules.ts'
import { mustBeSettled, type Claim, type ClaimFigure } from './claim-rules.ts'
import { claimWords, publishingWords } from './publishing-words.ts'
import style from './bulletin-editor.module.css'

const printed = ({ measure, value }: ClaimFigure): string => printFigure(measure, value, 'full').zh

/** What the claim check says of one number, in words. */
function useSaid(): (claim: Claim) => string {
  const t = useWords()
  return (claim) => {
    if (claim.is === 'foreign') return t(claimWords.foreign)
    const name = t(measures[claim.figure.measure].name)
    const figure = printed(claim.figure)
    if (claim.is !== 'unit') return `${name} — ${t(claimWords[claim.is], { figure })}`
    return claim.means === undefined
      ? t(claimWords.unit, { name, figure })
      : t(claimWords.unitNot, { name, figure, other: t(measures[claim.means.measure].name), otherFigure: printed(claim.means) })
  }
}

export type ClaimActs = {
  readonly onBind: (finding: Finding) => void
  readonly onKeep: (finding: Finding, reason: string) => void
  readonly onUnkeep: (finding: Finding) => void
}

/** Every number that was typed by hand, with what the figures say of it and what can be done. */
export function ClaimList({ findings, acts }: { findings: readonly Finding[]; acts?: ClaimActs }) {
  const t = useWords()
  const open = unsettled(findings).length
  const head =
    findings.length === 0
      ? t(publishingWords.claimsNone)
      : open === 0
        ? t(publishingWords.claimsSettled)
        : t(publishingWords.claimsOpen, { n: open })
  return (
    <Panel title={t(publishingWords.claims)}>
      <p>
        <output>{head}</output>
      </p>
      <ul className={style['claims']} aria-label={t(publishingWords.claims)}>
        {findings.map((finding) => (
          <li key={`${finding.block} ${finding.item} ${finding.claim.from}`}>
            <OneClaim finding={finding} {...(acts === undefined ? {} : { acts })} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OneClaim({ finding, acts }: { finding: Finding; acts?: ClaimActs }) {
  const t = useWords()
  const said = useSaid()
  const [keeping, setKeeping] = useState(false)
  const [reason, setReason] = useState('')
  const { claim, kept } = finding
  const isOpen = mustBeSettled(claim) && kept === undefined
  return (
    <>
      <p className={style['claim']}>
        <Chip tone={isOpen ? 'bad' : kept === undefined ? 'good' : 'look'}>{claim.text}</Chip> {said(claim)}
      </p>
      {kept === undefined ? null : <p className={style['claim']}>{t(publishingWords.kept, { reason: kept.reason })}</p>}
      {acts === undefined ? null : (
        <p className={style['claimActs']}>
          {claim.is === 'foreign' || finding.block < 0 ? null : (
            <Button size="small" onClick={() => acts.onBind(finding)}>
              {t(publishingWords.bind)}
            </Button>
          )}
          {isOpen && !keeping ? (
            <Button size="small" onClick={() => setKeeping(true)}>
              {t(publishingWords.keep)}
            </Button>
          ) : null}
          {kept === undefined ? null : (
            <Button size="small" onClick={() => acts.onUnkeep(finding)}>
              {t(publishingWords.unkeep)}
            </Button>
          )}
          {keeping && isOpen ? (
            <Input.Search
              size="small"
              aria-label={t(publishingWords.keepReason, { text: claim.text })}
              placeholder={t(publishingWords.reason)}
              enterButton={t(publishingWords.keep)}
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
              onSearch={() => {
                if (reason.trim().length >= 2) acts.onKeep(finding, reason.trim())
              }}
            />
          ) : null}
        </p>
      )}
    </>
  )
}
