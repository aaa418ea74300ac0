import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { dayOfInstant } from '../../kernel/day.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { caseWords } from './case-words.ts'
import { formOf } from './entry-rules.ts'
import type { CaseDetail, FormOnFile } from './schema.ts'
import { SignDialog } from './sign-dialog.tsx'
import type { CaseFormKind } from './vocabulary-schema.ts'
import { formKindWords, reviewWords } from './vocabulary-words.ts'

const kinds: readonly CaseFormKind[] = ['intake', 'assessment', 'plan', 'stage_evaluation', 'closing', 'follow_up']

/** Which forms can be written as the case stands. */
function mayWriteNow(found: CaseDetail, kind: CaseFormKind): boolean {
  if (found.suspendedOn !== null) return false
  switch (kind) {
    case 'intake':
      return found.stage !== 'closed' && found.stage !== 'not_accepted'
    case 'assessment':
      return ['assessment', 'plan', 'intervention', 'evaluation'].includes(found.stage)
    case 'plan':
      return ['plan', 'intervention', 'evaluation'].includes(found.stage)
    case 'stage_evaluation':
      return found.stage === 'intervention'
    case 'follow_up':
      return found.stage === 'closed'
    case 'closing':
      return false
  }
}

/** The forms of a case: what is written, by whom, signed by whom, and what can be written now. */
export function CaseForms({ found, mayWrite }: { found: CaseDetail; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const [signing, setSigning] = useState<{ form: FormOnFile; party: 'elder' | 'worker' }>()
  const rows = kinds.filter((kind) => formOf(found, kind) !== undefined || (mayWrite && mayWriteNow(found, kind)))
  const isNext = (kind: CaseFormKind) =>
    (found.stage === 'assessment' && kind === 'assessment') ||
    (found.stage === 'plan' && kind === 'plan' && formOf(found, 'plan') === undefined)
  return (
    <Panel title={t(caseWords.forms)}>
      <Entries
        rows={rows}
        keyOf={(kind) => kind}
        empty={t(caseWords.formsNone)}
        head={(kind) => {
          const last = formOf(found, kind)
          return last === undefined ? (
            t(formKindWords[kind])
          ) : (
            <>
              <Link to={`/cases/${found.id}/forms/${last.id}`}>{t(formKindWords[kind])}</Link>{' '}
              <Chip tone={last.review === 'approved' ? 'good' : last.review === 'returned' ? 'bad' : 'plain'}>
                {t(reviewWords[last.review])}
              </Chip>
            </>
          )
        }}
        more={(kind) => {
          const last = formOf(found, kind)
          if (last === undefined) return null
          return (
            <>
              {[last.ordinal > 1 ? t(caseWords.version, { n: last.ordinal }) : null, last.writtenBy, day(dayOfInstant(last.writtenAt))]
                .filter((part) => part !== null)
                .join(' · ')}
              {kind === 'plan' || kind === 'closing'
                ? (['elder', 'worker'] as const).map((party) => {
                    const signed = last.signatures.find((one) => one.party === party)
                    const name = t(party === 'elder' ? caseWords.elder : caseWords.workerParty)
                    if (signed !== undefined)
                      return (
                        <span key={party} style={{ display: 'block' }}>
                          {t(caseWords.signed, { party: name, name: signed.name, day: day(signed.signedOn) })}
                          {signed.method === 'paper' ? t(caseWords.signedPaper) : ''}
                        </span>
                      )
                    return mayWrite ? (
                      <Button key={party} size="small" style={{ margin: '4px 6px 0 0' }} onClick={() => setSigning({ form: last, party })}>
                        {t(caseWords.signOf, { party: name })}
                      </Button>
                    ) : (
                      <span key={party} style={{ display: 'block' }}>
                        {t(caseWords.unsigned, { party: name })}
                      </span>
                    )
                  })
                : null}
            </>
          )
        }}
        acts={(kind) =>
          mayWrite && mayWriteNow(found, kind) ? (
            <Button
              size="small"
              {...(isNext(kind) ? { type: 'primary' as const } : {})}
              aria-label={t(caseWords.write, { form: t(formKindWords[kind]) })}
              onClick={() => void navigate(`/cases/${found.id}/write/${kind}`)}
            >
              {t(
                formOf(found, kind) === undefined || kind === 'stage_evaluation' || kind === 'follow_up'
                  ? { zh: '填写', en: 'Write' }
                  : caseWords.revise,
              )}
            </Button>
          ) : null
        }
      />
      <SignDialog found={found} signing={signing} onClose={() => setSigning(undefined)} />
    </Panel>
  )
}
