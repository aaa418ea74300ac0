import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import { useProjects } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { FeedAddress } from './feed-address.tsx'
import { endFeed, listFeeds, makeFeed, type CalendarFeed } from './calendar-schema.ts'
import { calendarWords } from './calendar-words.ts'

/** Where whoever works here makes, copies and ends the address at which their phone asks for what is planned. */
export function CalendarsPage() {
  const t = useWords()
  const asked = useAsk(listFeeds, {})
  const making = useDo(makeFeed)
  const [shown, setShown] = useState<CalendarFeed>()
  const [made, setMade] = useState<string>()
  const feeds = asked.data?.feeds ?? []
  const hasMine = feeds.some(({ about }) => about.of === 'mine')
  const isNew = feeds.find(({ id }) => id === made)
  return (
    <Page
      title={t(calendarWords.title)}
      about={t(calendarWords.about)}
      actions={
        asked.data === undefined || hasMine ? undefined : (
          <Button
            type="primary"
            loading={making.busy}
            onClick={() => making.run({ id: making.newId(), about: { of: 'mine' } }, { onDone: ({ id }) => setMade(id) })}
          >
            {t(calendarWords.make)}
          </Button>
        )
      }
    >
      <Panel>
        <FailureNote failure={making.failure} onRetry={making.again} />
        <AskedState asked={asked}>
          {() => (
            <Entries
              rows={feeds}
              keyOf={(feed) => feed.id}
              empty={t(calendarWords.none)}
              head={(feed) => <b>{titleOf(t, feed)}</b>}
              more={(feed) => <More feed={feed} />}
              acts={(feed) => <Acts feed={feed} onShow={() => setShown(feed)} onMade={setMade} />}
            />
          )}
        </AskedState>
        <OfCommunity onMade={setMade} />
      </Panel>
      <Panel title={t(calendarWords.steps)}>
        <h3>{t(calendarWords.iphone)}</h3>
        <p>{t(calendarWords.iphoneSteps)}</p>
        <h3>{t(calendarWords.android)}</h3>
        <p>{t(calendarWords.androidSteps)}</p>
        <h3>{t(calendarWords.computer)}</h3>
        <p>{t(calendarWords.computerSteps)}</p>
        <p>{t(calendarWords.late)}</p>
      </Panel>
      <FeedAddress
        feed={shown ?? isNew}
        title={(feed) => titleOf(t, feed)}
        onClose={() => {
          setShown(undefined)
          setMade(undefined)
        }}
      />
    </Page>
  )
}

const titleOf = (t: ReturnType<typeof useWords>, { about, community }: CalendarFeed): string =>
  about.of === 'mine' ? t(calendarWords.mine) : t(calendarWords.ofCommunity, { community: community ?? '' })

function More({ feed }: { feed: CalendarFeed }) {
  const t = useWords()
  const { moment } = useFormats()
  return (
    <>
      <span>{feed.about.of === 'mine' ? t(calendarWords.mineAbout) : t(calendarWords.ofCommunityIn, { project: feed.project ?? '' })}</span>
      <span>{t(calendarWords.madeAt, { at: moment(feed.madeAt) })}</span>
      <span>{feed.fetchedAt === null ? t(calendarWords.notFetched) : t(calendarWords.fetchedAt, { at: moment(feed.fetchedAt) })}</span>
    </>
  )
}

function Acts({ feed, onShow, onMade }: { feed: CalendarFeed; onShow: () => void; onMade: (id: string) => void }) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const making = useDo(makeFeed)
  const ending = useDo(endFeed)
  const what = titleOf(t, feed)
  const onFailure = (failure: Error) => void message.error(failure.message)
  return (
    <>
      <Button aria-label={t(calendarWords.showOf, { what })} onClick={onShow}>
        {t(calendarWords.show)}
      </Button>
      <Button
        aria-label={t(calendarWords.renewOf, { what })}
        onClick={() =>
          void modal.confirm({
            title: t(calendarWords.renewOf, { what }),
            content: t(calendarWords.renewSure),
            okText: t(calendarWords.renew),
            onOk: () => making.run({ id: making.newId(), about: feed.about }, { onDone: ({ id }) => onMade(id), onFailure }),
          })
        }
      >
        {t(calendarWords.renew)}
      </Button>
      <Button
        aria-label={t(calendarWords.endOf, { what })}
        onClick={() =>
          void modal.confirm({
            title: t(calendarWords.endOf, { what }),
            content: t(calendarWords.endSure),
            okText: t(calendarWords.end),
            onOk: () => ending.run({ id: feed.id }, { onDone: () => void message.success(t(calendarWords.ended)), onFailure }),
          })
        }
      >
        {t(calendarWords.end)}
      </Button>
    </>
  )
}

/** A community's calendar, for whoever sees the services of communities. */
function OfCommunity({ onMade }: { onMade: (id: string) => void }) {
  const { project } = useProjects()
  const may = useMay('services.read')
  return !may || project === undefined ? null : <CommunityForm projectId={project.id} onMade={onMade} />
}

function CommunityForm({ projectId, onMade }: { projectId: ProjectId; onMade: (id: string) => void }) {
  const t = useWords()
  const communities = useCommunities(projectId)
  const making = useDo(makeFeed)
  const [chosen, setChosen] = useState('')
  const code = divisionCodeSchema.safeParse(chosen).data
  if (communities.length === 0) return null
  return (
    <Form layout="vertical" style={{ marginTop: 16, maxWidth: 420 }}>
      <FailureNote failure={making.failure} onRetry={making.again} />
      <h2 style={{ fontSize: 16 }}>{t(calendarWords.alsoCommunity)}</h2>
      <Form.Item label={t(calendarWords.community)} htmlFor="calendar-community">
        <Choice
          id="calendar-community"
          value={chosen}
          any={t(uiWords.choose)}
          onChange={setChosen}
          options={communities.map((community) => ({ value: community.code, label: community.name }))}
        />
      </Form.Item>
      <Button
        disabled={code === undefined}
        loading={making.busy}
        onClick={() => {
          if (code === undefined) return
          making.run({ id: making.newId(), about: { of: 'community', projectId, communityCode: code } }, { onDone: ({ id }) => onMade(id) })
        }}
      >
        {t(calendarWords.makeCommunity)}
      </Button>
    </Form>
  )
}
