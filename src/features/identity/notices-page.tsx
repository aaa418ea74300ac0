import { App, Button, Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { addressOf } from './notice-rules.ts'
import { listNotices, markNotices, type Notice } from './notice-schema.ts'
import { noticeWords } from './notice-words.ts'
import style from './notices-page.module.css'

const limit = 50
const tones: Record<Notice['urgency'], Tone> = { now: 'bad', soon: 'look', calm: 'calm' }

/** What whoever works here has been told of, and what of it is done. */
export function NoticesPage() {
  const t = useWords()
  const { get, set, offset, setOffset } = useQueryState(['show'])
  const show = get('show') === 'done' ? 'done' : 'open'
  const asked = useAsk(listNotices, { show, offset, limit }, { keepFormer: true })
  const marking = useDo(markNotices)
  const unread = (asked.data?.rows ?? []).filter((notice) => notice.readAt === null).map((notice) => notice.id)
  return (
    <Page
      title={t(noticeWords.title)}
      about={t(noticeWords.about)}
      actions={
        show === 'open' && unread.length > 0 ? (
          <Button loading={marking.busy} onClick={() => marking.run({ ids: unread, as: 'read' })}>
            {t(noticeWords.allRead)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <Segmented
          aria-label={t(noticeWords.show)}
          value={show}
          onChange={(next) => set({ show: next === 'done' ? 'done' : '' })}
          options={[
            { value: 'open', label: t(noticeWords.open) },
            { value: 'done', label: t(noticeWords.done) },
          ]}
          style={{ marginBottom: 14 }}
        />
        <FailureNote failure={marking.failure} onRetry={marking.again} />
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <Entries
                rows={rows}
                keyOf={(notice) => notice.id}
                empty={t(show === 'open' ? noticeWords.none : noticeWords.noneDone)}
                head={(notice) => <Head notice={notice} />}
                more={(notice) => <More notice={notice} />}
                acts={(notice) => <Acts notice={notice} />}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

function Head({ notice }: { notice: Notice }) {
  const t = useWords()
  return (
    <>
      <Chip tone={tones[notice.urgency]}>{t(noticeWords[notice.urgency])}</Chip>
      <span className={notice.readAt === null ? style['unread'] : style['what']}>{t(notice.words, notice.given)}</span>
      {notice.readAt === null ? <Chip>{t(noticeWords.unread)}</Chip> : null}
    </>
  )
}

function More({ notice }: { notice: Notice }) {
  const t = useWords()
  const { day, moment } = useFormats()
  return (
    <>
      {notice.dueOn === null ? null : <span>{t(noticeWords.due, { day: day(notice.dueOn) })}</span>}
      <span>{t(noticeWords.madeAt, { at: moment(notice.madeAt) })}</span>
      {notice.doneAt === null ? null : <span>{t(noticeWords.doneAt, { at: moment(notice.doneAt) })}</span>}
    </>
  )
}

function Acts({ notice }: { notice: Notice }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const marking = useDo(markNotices)
  const to = addressOf(notice.subject)
  const what = t(notice.words, notice.given)
  const isDone = notice.doneAt !== null
  const open = (address: string) => {
    if (notice.readAt === null) marking.run({ ids: [notice.id], as: 'read' })
    void navigate(address)
  }
  const mark = () =>
    marking.run(
      { ids: [notice.id], as: isDone ? 'open' : 'done' },
      {
        onDone: () => void message.success(t(isDone ? noticeWords.reopened : noticeWords.marked)),
        onFailure: (failure) => void message.error(failure.message),
      },
    )
  return (
    <>
      {to === undefined ? null : (
        <Button aria-label={t(noticeWords.goTo, { what })} onClick={() => open(to)}>
          {t(noticeWords.go)}
        </Button>
      )}
      <Button aria-label={t(isDone ? noticeWords.takeBackOf : noticeWords.markDoneOf, { what })} loading={marking.busy} onClick={mark}>
        {t(isDone ? noticeWords.takeBack : noticeWords.markDone)}
      </Button>
    </>
  )
}
