import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useCaseAttention } from '../features/casework/case-attention.tsx'
import { useFollowUpAttention } from '../features/clinics/follow-up-attention.tsx'
import { useGoodsAttention } from '../features/goods/lot-state.tsx'
import { useImportAttention } from '../features/exchange/import-attention.tsx'
import { OwnFigures } from '../features/measures/own-figures.tsx'
import { useBudgetAttention, useNameAttention, useTargetAttention } from '../features/measures/attention.tsx'
import { wholeProject } from '../features/measures/figure-address.tsx'
import { FigureBoard } from '../features/measures/figure-board.tsx'
import { PeriodLine } from '../features/measures/period-line.tsx'
import { showFigures, type ProjectFigures } from '../features/measures/schema.ts'
import type { Scope } from '../features/measures/scope-schema.ts'
import { usePairAttention } from '../features/merging/pair-attention.tsx'
import { useReferralAttention } from '../features/referrals/referral-attention.tsx'
import { useRespiteAttention } from '../features/respite/respite-attention.tsx'
import { useGroupAttention } from '../features/groups/groups-page.tsx'
import { UnreachedPanel, useVisitAttention } from '../features/visits/unreached.tsx'
import { useVolunteerAttention } from '../features/volunteering/volunteer-attention.tsx'
import { useAsk } from './client/calls.ts'
import { useMay, useMine } from './client/mine.ts'
import type { ListedProject } from './client/project.ts'
import { homeWords } from './home-words.ts'
import style from './home-page.module.css'
import { useWords } from './language/language.tsx'
import { StartPage } from './start-page.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { AttentionList, type Attention } from './ui/attention.tsx'
import { Page, Panel } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** Where everybody arrives: the project's figures for whoever may see them, their own pages for the others. */
export function HomePage() {
  return useMay('figures.read') ? (
    <WithProject page={homeWords.title}>{(project) => <ProjectHome key={project.id} project={project} />}</WithProject>
  ) : (
    <StartPage />
  )
}

function ProjectHome({ project }: { project: ListedProject }) {
  const { grants } = useMine()
  const asked = useAsk(showFigures, { projectId: project.id })
  const own = grants.flatMap((grant) => (grant.projectId === project.id && grant.communityCode !== undefined ? [grant.communityCode] : []))
  const isPart =
    own.length > 0 &&
    !grants.some((grant) => grant.communityCode === undefined && (grant.projectId === undefined || grant.projectId === project.id))
  return (
    <Page title={project.name} about={project.agency ?? undefined}>
      <AskedState asked={asked}>
        {(shown) => (
          <Morning project={project} shown={shown} within={isPart ? { places: own } : wholeProject}>
            {isPart ? <OwnFigures project={project} whole={shown} communities={own} /> : <FigureBoard shown={shown} />}
          </Morning>
        )}
      </AskedState>
    </Page>
  )
}

function Morning({
  project,
  shown,
  within,
  children,
}: {
  project: ListedProject
  shown: ProjectFigures
  within: Scope
  children: ReactNode
}) {
  const t = useWords()
  const imports = useImportAttention(project.id)
  const parts = [
    useVisitAttention(project.id),
    useTargetAttention(shown),
    useGroupAttention(project.id),
    useNameAttention(project.id, within, imports.resolveAt),
    imports.items,
    usePairAttention(project.id),
    useCaseAttention(project.id),
    useReferralAttention(project.id),
    useRespiteAttention(project.id),
    useVolunteerAttention(project.id),
    useFollowUpAttention(project.id),
    useGoodsAttention(project.id),
    useBudgetAttention(project.id),
  ]
  const items = parts.every((part) => part !== undefined) ? parts.flat() : undefined
  return (
    <>
      <PeriodLine startsOn={shown.startsOn} endsOn={shown.endsOn} elapsed={shown.elapsedPercent} />
      {items === undefined || items.length === 0 ? null : (
        <a className={style['jump']} href="#attention">
          {t(homeWords.attentionCount, { n: items.length })}
        </a>
      )}
      <div className={style['columns']}>
        <div>
          <UnreachedPanel projectId={project.id} />
          {children}
        </div>
        <div id="attention" className={style['aside']}>
          <Panel title={t(homeWords.attention)}>
            <Items items={items} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function Items({ items }: { items: readonly Attention[] | undefined }) {
  const t = useWords()
  if (items === undefined) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  return items.length === 0 ? <p>{t(homeWords.calm)}</p> : <AttentionList items={items} />
}
