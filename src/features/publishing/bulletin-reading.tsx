import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import {
  approveBulletin,
  bulletinIdSchema,
  correctBulletin,
  publishBulletin,
  publishCorrection,
  returnBulletin,
  withdrawBulletin,
  type Bulletin,
  type BulletinFacts,
  type FrozenIn,
} from './bulletin-schema.ts'
import { findingsOf, keyOf, printFigure } from './bulletin-text-rules.ts'
import { ClaimList } from './claim-list.tsx'
import { publishingWords } from './publishing-words.ts'
import { ShownPictures } from './shown-pictures.tsx'
import { ReaderPreview } from './reader-preview.tsx'
import { StateChip } from './state-chip.tsx'

type Asked = 'return' | 'withdraw' | 'correct' | 'publish' | undefined
/** A bulletin that is no draft: read, approved, published, corrected, withdrawn. */
export function BulletinReading({ bulletin, facts }: { bulletin: Bulletin; facts: BulletinFacts }) {
  const t = useWords()
  const isOut = bulletin.publishedAt !== null
  const hidden = new Set(bulletin.hidden)
  const values = new Map(facts.figures.map((one) => [keyOf(one.measure, one.scope), one.value]))
  const frozen = new Map(bulletin.figures.map((one) => [keyOf(one.record.measure, one.record.scope), one]))
  return (
    <Page
      title={bulletin.content.title}
      about={
        <>
          <StateChip state={bulletin.state} superseded={bulletin.superseded} /> {t(publishingWords.edition, { n: bulletin.edition })}
        </>
      }
      actions={<Acts bulletin={bulletin} />}
    >
      {bulletin.reason === null ? null : (
        <Alert type="info" showIcon title={t(publishingWords.backReason, { reason: bulletin.reason })} style={{ marginBottom: 12 }} />
      )}
      <ReaderPreview
        content={bulletin.content}
        live={!isOut}
        say={(token) => {
          const found = frozen.get(keyOf(token.measure, token.scope))
          if (hidden.has(keyOf(token.measure, token.scope))) return { value: null, blank: true }
          return found === undefined
            ? { value: values.get(keyOf(token.measure, token.scope)) ?? null }
            : { value: found.record.value, frozen: found }
        }}
      />
      {bulletin.pictures.length === 0 ? null : <ShownPictures bulletin={bulletin} />}
      {isOut ? <FiguresOf bulletin={bulletin} /> : <ClaimList findings={findingsOf(bulletin.content, facts)} />}
      <Buttons>
        <Link to="/bulletins">{t(publishingWords.back)}</Link>
        {bulletin.earlier === null ? null : (
          <Link to={`/bulletins/${bulletin.earlier.id}`}>{t(publishingWords.earlier, { n: bulletin.earlier.edition })}</Link>
        )}
        {bulletin.previous === null ? null : (
          <Link to={`/bulletins/${bulletin.previous.id}`}>{t(publishingWords.previous, { title: bulletin.previous.title })}</Link>
        )}
        {bulletin.next === null ? null : (
          <Link to={`/bulletins/${bulletin.next.id}`}>{t(publishingWords.next, { title: bulletin.next.title })}</Link>
        )}
      </Buttons>
    </Page>
  )
}

function Acts({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayApprove = useMay('bulletins.approve')
  const mayWrite = useMay('bulletins.write')
  const [asked, setAsked] = useState<Asked>()
  const approving = useDo(approveBulletin)
  const publishing = useDo(publishBulletin)
  const returning = useDo(returnBulletin)
  const withdrawing = useDo(withdrawBulletin)
  const correcting = useDo(correctBulletin)
  const at = { id: bulletin.id, version: bulletin.version }
  const close = () => setAsked(undefined)
  const doing = asked === 'return' ? returning : asked === 'withdraw' ? withdrawing : correcting
  const finish = (reason: string) => {
    if (asked === 'return') returning.run({ ...at, reason }, { onDone: close })
    else if (asked === 'withdraw') withdrawing.run({ ...at, reason }, { onDone: close })
    else {
      const newId = bulletinIdSchema.parse(correcting.newId())
      correcting.run({ id: bulletin.id, newId, reason }, { onDone: () => void navigate(`/bulletins/${newId}`) })
    }
  }
  const words =
    asked === 'return' ? publishingWords.sendBack : asked === 'withdraw' ? publishingWords.withdraw : publishingWords.correctEdition
  const { state } = bulletin
  return (
    <>
      <FailureNote failure={approving.failure} onRetry={approving.again} />
      <Buttons>
        {mayApprove && state === 'submitted' && bulletin.isAuthor ? <span>{t(publishingWords.own)}</span> : null}
        {mayApprove && (state === 'submitted' || state === 'approved') ? (
          <Button onClick={() => setAsked('return')}>{t(publishingWords.sendBack)}</Button>
        ) : null}
        {mayApprove && state === 'submitted' && !bulletin.isAuthor ? (
          <Button type="primary" loading={approving.busy} onClick={() => approving.run(at)}>
            {t(publishingWords.approve)}
          </Button>
        ) : null}
        {mayApprove && state === 'approved' ? (
          <Button type="primary" onClick={() => setAsked('publish')}>
            {t(publishingWords.publish)}
          </Button>
        ) : null}
        {mayApprove && state === 'published' ? <Button onClick={() => setAsked('withdraw')}>{t(publishingWords.withdraw)}</Button> : null}
        {mayWrite && state === 'published' && !bulletin.superseded ? (
          <Button onClick={() => setAsked('correct')}>{t(publishingWords.correctEdition)}</Button>
        ) : null}
      </Buttons>
      <Confirm
        open={asked === 'publish'}
        title={t(publishingWords.publish)}
        about={t(publishingWords.publishAbout)}
        action={t(publishingWords.publish)}
        doing={publishing}
        onConfirm={() => publishing.run(at, { onDone: close })}
        onClose={close}
      />
      <ReasonDialog
        open={asked === 'return' || asked === 'withdraw' || asked === 'correct'}
        title={t(words)}
        action={t(words)}
        label={t(publishingWords.reason)}
        doing={doing}
        onReason={finish}
        onClose={close}
      />
    </>
  )
}

/** The figures of a published bulletin: as frozen, now, and what corrected them. */
function FiguresOf({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords()
  const { day } = useFormats()
  const mayApprove = useMay('bulletins.approve')
  const publishing = useDo(publishCorrection)
  const say = (one: FrozenIn, value: number | null) => printFigure(one.record.measure, value, 'full').zh
  const columns: Column<FrozenIn>[] = [
    {
      title: publishingWords.measure,
      cell: (one) => <Link to={`/frozen/${one.record.set.id}?figure=${one.record.id}`}>{t(one.record.name)}</Link>,
      heads: true,
    },
    { title: publishingWords.scope, cell: (one) => t(one.record.scopeText) },
    { title: publishingWords.frozenValue, cell: (one) => say(one, one.record.value), numeric: true },
    { title: publishingWords.nowValue, cell: (one) => say(one, one.now), numeric: true },
    {
      title: publishingWords.corrected,
      cell: (one) =>
        one.correction === null ? (
          '—'
        ) : (
          <>
            {t(publishingWords.correctedTo, {
              date: day(one.correction.record.asOf.slice(0, 10)),
              value: say(one, one.correction.record.value),
            })}{' '}
            {one.correction.published ? null : mayApprove ? (
              <Button
                size="small"
                loading={publishing.busy}
                onClick={() => publishing.run({ figureId: one.correction?.record.id ?? one.record.id })}
              >
                {t(publishingWords.publishCorrection)}
              </Button>
            ) : (
              t(publishingWords.correctionUnpublished)
            )}
          </>
        ),
    },
  ]
  return (
    <Panel title={t(publishingWords.figuresUsed)}>
      <FailureNote failure={publishing.failure} onRetry={publishing.again} />
      <RecordTable name={t(publishingWords.figuresUsed)} columns={columns} rows={bulletin.figures} keyOf={(one) => one.record.id} />
      {bulletin.hash === null ? null : (
        <p>
          {t(publishingWords.hash)} <span className="code">{bulletin.hash}</span>
        </p>
      )}
    </Panel>
  )
}
