import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Day } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { priorityWords } from '../needs/need-words.ts'
import { linkKindWords } from './link-kind-schema.ts'
import { LinkEntries } from './link-entries.tsx'
import { listLinks } from './link-schema.ts'
import { linkageWords } from './linkage-words.ts'
import { progressOf } from './need-rules.ts'
import { NeedDialog } from './need-dialog.tsx'
import { holderWords, linkNeedStateWords, listLinkNeeds, settleLinkNeed, type LinkNeedState, type NeedRow } from './need-schema.ts'
import { Proposals } from './proposals.tsx'
import { TimesText } from './times-field.tsx'

/** One need: what it is, the links of it, and who else could help. */
export function NeedPage() {
  return <WithProject page={linkageWords.needPage}>{(project) => <One key={project.id} project={project} />}</WithProject>
}

function One({ project }: { project: ListedProject }) {
  const t = useWords()
  const { id = '' } = useParams()
  const asked = useAsk(listLinkNeeds, { projectId: project.id, id })
  const need = asked.data?.rows[0]
  return need === undefined || asked.data === undefined ? (
    <Page title={t(linkageWords.needPage)}>
      <Panel>
        <AskedState asked={asked}>{() => <p>{t(uiWords.nothing)}</p>}</AskedState>
      </Panel>
    </Page>
  ) : (
    <Shown project={project} need={need} asOf={asked.data.asOf} />
  )
}

function Shown({ project, need, asOf }: { project: ListedProject; need: NeedRow; asOf: Day }) {
  const t = useWords()
  const { day } = useFormats()
  const mayRequest = useMay('linkage.request')
  const communities = useCommunities(project.id)
  const links = useAsk(listLinks, { projectId: project.id, needId: need.id, show: 'all', limit: 200 })
  const [changing, setChanging] = useState(false)
  const [settling, setSettling] = useState<LinkNeedState>()
  return (
    <Page
      title={need.title}
      about={asOf < today() ? t(linkageWords.asOf, { day: day(asOf) }) : undefined}
      actions={
        mayRequest ? (
          <Buttons>
            {need.state === 'open' ? (
              <>
                <Button onClick={() => setChanging(true)}>{t(linkageWords.change)}</Button>
                <Button onClick={() => setSettling('met')}>{t(linkageWords.met)}</Button>
                <Button onClick={() => setSettling('withdrawn')}>{t(linkageWords.withdrawn)}</Button>
              </>
            ) : (
              <Button onClick={() => setSettling('open')}>{t(linkageWords.reopen)}</Button>
            )}
          </Buttons>
        ) : undefined
      }
    >
      <Panel>
        <Facts
          facts={[
            [linkageWords.state, [t(linkNeedStateWords[need.state]), need.stateReason ?? ''].filter((part) => part !== '').join(' · ')],
            [linkageWords.holder, need.personName ?? need.groupName ?? t(holderWords[need.holder])],
            [linkageWords.community, need.communityName],
            [linkageWords.kind, t(linkKindWords[need.kind])],
            [linkageWords.skill, need.skill],
            [linkageWords.quantity, [String(need.quantity), need.unit ?? ''].join('')],
            [linkageWords.times, <TimesText key="times" times={need.times} />],
            [linkageWords.wantedBy, need.wantedBy === null ? null : day(need.wantedBy)],
            [linkageWords.priority, t(priorityWords[need.priority])],
            [linkageWords.plan, need.planTitle],
            [linkageWords.progress, t(linkageWords.progressOf, progressOf(need))],
            [linkageWords.note, need.note],
          ]}
        />
      </Panel>
      <Panel title={t(linkageWords.links)}>
        <AskedState asked={links}>
          {({ rows }) => <LinkEntries links={rows} asOf={asOf} withNeed={false} empty={t(linkageWords.noLinks)} />}
        </AskedState>
      </Panel>
      {need.state === 'open' ? <Proposals need={need} asOf={asOf} /> : null}
      {changing ? (
        <NeedDialog projectId={project.id} communities={communities} need={need} open onClose={() => setChanging(false)} />
      ) : null}
      <Settle need={need} to={settling} onClose={() => setSettling(undefined)} />
    </Page>
  )
}

function Settle({ need, to, onClose }: { need: NeedRow; to: LinkNeedState | undefined; onClose: () => void }) {
  const t = useWords()
  const doing = useDo(settleLinkNeed)
  const action = to === 'open' ? linkageWords.reopen : to === 'met' ? linkageWords.met : linkageWords.withdrawn
  return (
    <ReasonDialog
      open={to !== undefined}
      title={t(action)}
      about={need.title}
      action={t(action)}
      label={t(linkageWords.reason)}
      long
      doing={doing}
      onReason={(reason) => {
        if (to !== undefined) doing.run({ id: need.id, version: need.version, state: to, reason }, { onDone: onClose })
      }}
      onClose={onClose}
    />
  )
}
