import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { superviseWords } from './case-words.ts'
import style from './casework.module.css'
import { reviewRecord, type Comment } from './session-schema.ts'
import type { Review } from './vocabulary-schema.ts'

const kindWords = { comment: superviseWords.comment, returned: superviseWords.returned, approved: superviseWords.approved } as const

/** What the supervisor said of a record; for the supervisor, where it is said. */
export function Reviewing({
  of,
  recordId,
  comments,
  review,
  isMine,
}: {
  of: 'session' | 'form'
  recordId: string
  comments: readonly Comment[]
  review: Review | null
  isMine: boolean
}) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const supervises = useMay('casework.supervise')
  const doing = useDo(reviewRecord)
  const [body, setBody] = useState('')
  const say = (kind: 'comment' | 'returned' | 'approved') =>
    doing.run(
      { id: doing.newId(kind), of, recordId, kind, body: body.trim() === '' ? null : body.trim() },
      {
        onDone: () => {
          setBody('')
          void message.success(t(superviseWords.done))
        },
      },
    )
  return (
    <Panel title={t(superviseWords.review)}>
      {comments.length === 0 ? <p>{t(superviseWords.none)}</p> : null}
      {comments.map((one) => (
        <div key={one.id} className={style['said']}>
          <b>{t(kindWords[one.kind])}</b> {one.by} {moment(one.at)}
          {one.body === null ? null : <p style={{ margin: '2px 0 0' }}>{one.body}</p>}
        </div>
      ))}
      {supervises && review !== null ? (
        <>
          <FailureNote failure={doing.failure} onRetry={doing.again} />
          <label htmlFor="review-body">{t(superviseWords.body)}</label>
          <Input.TextArea
            id="review-body"
            value={body}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t(superviseWords.bodyHint)}
            onChange={(event) => setBody(event.target.value)}
          />
          <div style={{ height: 8 }} />
          <Buttons>
            {isMine || review === 'approved' ? null : (
              <Button type="primary" loading={doing.busy} onClick={() => say('approved')}>
                {t(superviseWords.approve)}
              </Button>
            )}
            {isMine ? null : (
              <Button loading={doing.busy} disabled={body.trim().length < 2} onClick={() => say('returned')}>
                {t(superviseWords.return)}
              </Button>
            )}
            <Button loading={doing.busy} disabled={body.trim().length < 2} onClick={() => say('comment')}>
              {t(superviseWords.comment)}
            </Button>
          </Buttons>
        </>
      ) : null}
    </Panel>
  )
}
