import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay, useMine } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Written } from '../referrals/written.tsx'
import { caseWords } from './case-words.ts'
import { CasePrint } from './case-print.tsx'
import { formOf } from './entry-rules.ts'
import { linesOf } from './form-text-rules.ts'
import { Reviewing } from './reviewing.tsx'
import { openCase, type CaseDetail } from './schema.ts'
import { formKindWords } from './vocabulary-words.ts'

/** A form as it was written, with its versions and what the supervisor said. */
export function WrittenFormPage() {
  const { id, form } = useParams()
  const [caseId, formId] = [z.uuid().safeParse(id), z.uuid().safeParse(form)]
  return caseId.success && formId.success ? <Reading key={formId.data} id={caseId.data} formId={formId.data} /> : <AbsentPage />
}

function Reading({ id, formId }: { id: string; formId: string }) {
  const t = useWords()
  const asked = useAsk(openCase, { id })
  const navigate = useNavigate()
  const mayWrite = useMay('casework.write')
  const found = asked.data
  const form = found?.forms.find((one) => one.id === formId)
  const isWritable = found !== undefined && found.stage !== 'closed' && found.stage !== 'not_accepted' && found.suspendedOn === null
  return (
    <Page
      title={form === undefined ? t(caseWords.one) : t(formKindWords[form.form.kind])}
      about={found === undefined ? undefined : `${found.number} ${found.person ?? ''}`}
      actions={
        form === undefined ? undefined : (
          <>
            {mayWrite && isWritable && form.form.kind !== 'closing' ? (
              <Button onClick={() => void navigate(`/cases/${id}/write/${form.form.kind}`)}>{t(caseWords.revise)}</Button>
            ) : null}
            <CasePrint caseId={id} what="form" recordId={formId} />
          </>
        )
      }
    >
      <AskedState asked={asked}>{(one) => <Sheet found={one} formId={formId} />}</AskedState>
    </Page>
  )
}

function Sheet({ found, formId }: { found: CaseDetail; formId: string }) {
  const t = useWords()
  const { moment } = useFormats()
  const { displayName } = useMine()
  const form = found.forms.find((one) => one.id === formId)
  if (form === undefined) return <AbsentPage />
  const say = (words: Words) => t(words)
  return (
    <Columns
      main={
        <Panel>
          {linesOf(form.form, say, formOf(found, 'plan')?.form.content.goals, found.needs).map((line) => (
            <Written key={line.words.zh} words={line.words} text={line.text} />
          ))}
          {form.signatures.map((one) => (
            <p key={one.party}>
              {t(caseWords.signed, {
                party: t(one.party === 'elder' ? caseWords.elder : caseWords.workerParty),
                name: one.name,
                day: one.signedOn,
              })}{' '}
              {one.picture === null ? (
                t(caseWords.signedPaper)
              ) : (
                <img
                  alt={t(caseWords.sign)}
                  style={{ maxHeight: 48, verticalAlign: 'middle' }}
                  src={`data:image/png;base64,${one.picture}`}
                />
              )}
            </p>
          ))}
        </Panel>
      }
      side={
        <>
          <Reviewing of="form" recordId={form.id} comments={form.comments} review={form.review} isMine={form.writtenBy === displayName} />
          <Panel title={t(caseWords.forms)}>
            <Entries
              rows={found.forms.filter((one) => one.form.kind === form.form.kind).toReversed()}
              keyOf={(one) => one.id}
              empty=""
              head={(one) =>
                one.id === form.id ? (
                  t(caseWords.version, { n: one.ordinal })
                ) : (
                  <Link to={`/cases/${found.id}/forms/${one.id}`}>{t(caseWords.version, { n: one.ordinal })}</Link>
                )
              }
              more={(one) => t(caseWords.writtenBy, { who: one.writtenBy ?? '', at: moment(one.writtenAt) })}
            />
            <p>
              <Link to={`/cases/${found.id}`}>{found.number}</Link>
            </p>
          </Panel>
        </>
      }
    />
  )
}
