import type { ComponentType } from 'react'
import type { Permission } from '../kernel/permission.ts'
import type { Words } from '../kernel/words.ts'
import { eventPages } from './event-pages.ts'
import { linkagePages } from './linkage-pages.ts'
import { caseworkPages } from './casework-pages.ts'
import { reminderPages } from './reminder-pages.ts'
import { goodsPages } from './goods-pages.ts'
import { programmePages } from './programme-pages.ts'
import { wishPages } from './wish-pages.ts'
import type { IconName } from './ui/icon.tsx'

/** What pages are for: the parts of the navigation, in their order. */
export const pageGroups = {
  overview: { zh: '总览', en: 'Overview' },
  persons: { zh: '服务对象', en: 'Persons' },
  events: { zh: '活动与志愿', en: 'Events and volunteers' },
  resources: { zh: '物资与资源', en: 'Goods and resources' },
  project: { zh: '项目与成果', en: 'Project and results' },
  administration: { zh: '系统管理', en: 'Administration' },
} as const satisfies Record<string, Words>

type PageGroup = keyof typeof pageGroups

/** A page of the office: where it is, who may open it, and its code, which is loaded when it is opened. */
export type PageEntry = {
  readonly path: string
  readonly words: Words
  readonly permission: Permission
  readonly load: () => Promise<ComponentType>
  /** Where it stands in the navigation; absent for pages reached from others. */
  readonly place?: {
    readonly group: PageGroup
    readonly icon: IconName
    /** Who finds it there, when that is fewer than may open it. */
    readonly to?: Permission
  }
}

/** Every page of the office: this file alone lists them. */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    words: { zh: '首页', en: 'Start' },
    permission: 'session.own',
    place: { group: 'overview', icon: 'home' },
    load: async () => (await import('./home-page.tsx')).HomePage,
  },
  {
    path: '/accounts',
    words: { zh: '账号', en: 'Accounts' },
    permission: 'accounts.manage',
    place: { group: 'administration', icon: 'person' },
    load: async () => (await import('../features/identity/accounts-page.tsx')).AccountsPage,
  },
  {
    path: '/places',
    words: { zh: '区划', en: 'Divisions' },
    permission: 'places.read',
    place: { group: 'administration', icon: 'place', to: 'places.manage' },
    load: async () => (await import('../features/places/places-page.tsx')).PlacesPage,
  },
  {
    path: '/grants',
    words: { zh: '授权', en: 'Permissions' },
    permission: 'grants.manage',
    place: { group: 'administration', icon: 'key' },
    load: async () => (await import('../features/projects/grants-page.tsx')).GrantsPage,
  },
  {
    path: '/trail',
    words: { zh: '操作痕迹', en: 'Trail' },
    permission: 'trail.read',
    place: { group: 'administration', icon: 'trail' },
    load: async () => (await import('../features/identity/trail-page.tsx')).TrailPage,
  },
  ...reminderPages,
  {
    path: '/figures',
    words: { zh: '数字', en: 'Figures' },
    permission: 'figures.read',
    place: { group: 'overview', icon: 'figures' },
    load: async () => (await import('./figures-page.tsx')).FiguresPage,
  },
  {
    path: '/figures/members',
    words: { zh: '数字的名单', en: 'What a figure was counted from' },
    permission: 'figures.read',
    load: async () => (await import('../features/measures/members-page.tsx')).MembersPage,
  },
  {
    path: '/people',
    words: { zh: '人员', en: 'People' },
    permission: 'people.read',
    place: { group: 'persons', icon: 'people' },
    load: async () => (await import('./people-page.tsx')).PeoplePage,
  },
  {
    path: '/people/new',
    words: { zh: '新建档案', en: 'Add a person' },
    permission: 'people.write',
    load: async () => (await import('./add-person-page.tsx')).AddPersonPage,
  },
  {
    path: '/people/duplicates',
    words: { zh: '疑似重复', en: 'Likely duplicates' },
    permission: 'people.merge',
    load: async () => (await import('../features/merging/duplicates-page.tsx')).DuplicatesPage,
  },
  {
    path: '/people/:id',
    words: { zh: '个人档案', en: 'A person’s file' },
    permission: 'people.read',
    load: async () => (await import('./person-page.tsx')).PersonPage,
  },
  {
    path: '/people/:id/change',
    words: { zh: '修改档案', en: 'Change a file' },
    permission: 'people.write',
    load: async () => (await import('./change-person-page.tsx')).ChangePersonPage,
  },
  ...caseworkPages,
  {
    path: '/respite',
    words: { zh: '照护者与喘息', en: 'Carers and respite' },
    permission: 'respite.read',
    place: { group: 'persons', icon: 'rest' },
    load: async () => (await import('../features/respite/respite-page.tsx')).RespitePage,
  },
  {
    path: '/groups',
    words: { zh: '小组', en: 'Groups' },
    permission: 'groups.read',
    place: { group: 'persons', icon: 'group' },
    load: async () => (await import('../features/groups/groups-page.tsx')).GroupsPage,
  },
  {
    path: '/groups/new',
    words: { zh: '新建小组', en: 'Plan a group' },
    permission: 'groups.write',
    load: async () => (await import('../features/groups/plan-page.tsx')).NewGroupPage,
  },
  {
    path: '/groups/sessions/:id',
    words: { zh: '小组的一节', en: 'A group session' },
    permission: 'groups.read',
    load: async () => (await import('../features/groups/session-page.tsx')).SessionPage,
  },
  {
    path: '/groups/:id',
    words: { zh: '小组', en: 'A group' },
    permission: 'groups.read',
    load: async () => (await import('../features/groups/group-page.tsx')).GroupPage,
  },
  {
    path: '/groups/:id/plan',
    words: { zh: '修改小组计划书', en: 'Change a group’s plan' },
    permission: 'groups.write',
    load: async () => (await import('../features/groups/plan-page.tsx')).ChangeGroupPage,
  },
  {
    path: '/visits',
    words: { zh: '探访', en: 'Visits' },
    permission: 'visits.read',
    place: { group: 'persons', icon: 'door' },
    load: async () => (await import('../features/visits/visits-page.tsx')).VisitsPage,
  },
  {
    path: '/visits/new',
    words: { zh: '记一次探访', en: 'Record a visit' },
    permission: 'visits.write',
    load: async () => (await import('../features/visits/record-visit-page.tsx')).RecordVisitPage,
  },
  {
    path: '/visits/settings',
    words: { zh: '探访设置', en: 'Visit settings' },
    permission: 'visits.read',
    load: async () => (await import('../features/visits/visit-settings-page.tsx')).VisitSettingsPage,
  },
  {
    path: '/visits/rates',
    words: { zh: '月探访率', en: 'Monthly visit rates' },
    permission: 'visits.read',
    load: async () => (await import('../features/visits/rates-page.tsx')).RatesPage,
  },
  {
    path: '/visits/problems',
    words: { zh: '探访发现的问题', en: 'Problems found on visits' },
    permission: 'visits.read',
    load: async () => (await import('../features/visits/problems-page.tsx')).ProblemsPage,
  },
  {
    path: '/visits/:id',
    words: { zh: '一次探访', en: 'A visit' },
    permission: 'visits.read',
    load: async () => (await import('../features/visits/visit-page.tsx')).VisitPage,
  },
  {
    path: '/visits/:id/correct',
    words: { zh: '更正探访记录', en: 'Correct a visit' },
    permission: 'visits.write',
    load: async () => (await import('../features/visits/correct-visit-page.tsx')).CorrectVisitPage,
  },
  {
    path: '/people/:id/assess',
    words: { zh: '选一张量表', en: 'Choose a scale' },
    permission: 'assessments.write',
    load: async () => (await import('../features/assessments/choose-scale-page.tsx')).ChooseScalePage,
  },
  {
    path: '/people/:id/assess/:scale',
    words: { zh: '做测评', en: 'Assess' },
    permission: 'assessments.write',
    load: async () => (await import('../features/assessments/assess-page.tsx')).AssessPage,
  },
  {
    path: '/assessments',
    words: { zh: '测评', en: 'Assessments' },
    permission: 'assessments.read',
    place: { group: 'persons', icon: 'assessment' },
    load: async () => (await import('../features/assessments/assessments-page.tsx')).AssessmentsPage,
  },
  {
    path: '/needs',
    words: { zh: '需求', en: 'Needs' },
    permission: 'needs.read',
    place: { group: 'persons', icon: 'need' },
    load: async () => (await import('../features/needs/needs-page.tsx')).NeedsPage,
  },
  {
    path: '/scales',
    words: { zh: '量表', en: 'Scales' },
    permission: 'scales.manage',
    place: { group: 'project', icon: 'scale' },
    load: async () => (await import('../features/assessments/scales-page.tsx')).ScalesPage,
  },
  ...eventPages,
  {
    path: '/services',
    words: { zh: '服务台账', en: 'Services' },
    permission: 'services.read',
    place: { group: 'project', icon: 'services' },
    load: async () => (await import('./services-page.tsx')).ServicesPage,
  },
  {
    path: '/services/new',
    words: { zh: '登记服务', en: 'Record a service' },
    permission: 'services.write',
    load: async () => (await import('../features/ledger/record-page.tsx')).RecordPage,
  },
  {
    path: '/services/:id',
    words: { zh: '服务记录', en: 'A service' },
    permission: 'services.read',
    load: async () => (await import('../features/ledger/service-page.tsx')).ServicePage,
  },
  {
    path: '/services/:id/correct',
    words: { zh: '更正服务记录', en: 'Correct a service' },
    permission: 'services.write',
    load: async () => (await import('../features/ledger/correct-page.tsx')).CorrectPage,
  },
  {
    path: '/acceptance',
    words: { zh: '验收', en: 'Acceptance' },
    permission: 'acceptance.read',
    place: { group: 'project', icon: 'check' },
    load: async () => (await import('../features/acceptance/acceptance-page.tsx')).AcceptancePage,
  },
  {
    path: '/project',
    words: { zh: '项目', en: 'Project' },
    permission: 'projects.read',
    place: { group: 'project', icon: 'project' },
    load: async () => (await import('./project-page.tsx')).ProjectPage,
  },
  ...programmePages,
  {
    path: '/expenses/:id',
    words: { zh: '一笔支出', en: 'An expense' },
    permission: 'projects.read',
    load: async () => (await import('./expense-page.tsx')).ExpensePage,
  },
  {
    path: '/bulletins',
    words: { zh: '简报', en: 'Bulletins' },
    permission: 'bulletins.read',
    place: { group: 'project', icon: 'bulletin' },
    load: async () => (await import('../features/publishing/bulletins-page.tsx')).BulletinsPage,
  },
  {
    path: '/bulletins/:id',
    words: { zh: '一份简报', en: 'A bulletin' },
    permission: 'bulletins.read',
    load: async () => (await import('../features/publishing/bulletin-page.tsx')).BulletinPage,
  },
  {
    path: '/frozen',
    words: { zh: '定稿数字', en: 'Frozen figures' },
    permission: 'figures.read',
    place: { group: 'project', icon: 'lock' },
    load: async () => (await import('../features/publishing/frozen-page.tsx')).FrozenPage,
  },
  {
    path: '/frozen/:id',
    words: { zh: '一批定稿数字', en: 'A set of frozen figures' },
    permission: 'figures.read',
    load: async () => (await import('../features/publishing/frozen-set-page.tsx')).FrozenSetPage,
  },
  {
    path: '/hosts',
    words: { zh: '可链接的网站', en: 'Sites for links' },
    permission: 'hosts.manage',
    place: { group: 'administration', icon: 'globe' },
    load: async () => (await import('../features/publishing/hosts-page.tsx')).HostsPage,
  },
  {
    path: '/imports',
    words: { zh: '导入', en: 'Import' },
    permission: 'imports.read',
    place: { group: 'project', icon: 'upload' },
    load: async () => (await import('../features/exchange/imports-page.tsx')).ImportsPage,
  },
  {
    path: '/imports/:id',
    words: { zh: '一次导入', en: 'An import' },
    permission: 'imports.read',
    load: async () => (await import('../features/exchange/import-page.tsx')).ImportPage,
  },
  {
    path: '/volunteers',
    words: { zh: '志愿者', en: 'Volunteers' },
    permission: 'volunteering.read',
    place: { group: 'events', icon: 'heart' },
    load: async () => (await import('../features/volunteering/volunteers-page.tsx')).VolunteersPage,
  },
  {
    path: '/volunteers/:id',
    words: { zh: '志愿者档案', en: 'A volunteer’s file' },
    permission: 'volunteering.read',
    load: async () => (await import('../features/volunteering/volunteer-page.tsx')).VolunteerPage,
  },
  {
    path: '/my-volunteering',
    words: { zh: '我的志愿服务', en: 'My volunteering' },
    permission: 'volunteering.own',
    place: { group: 'events', icon: 'heart' },
    load: async () => (await import('../features/volunteering/own-page.tsx')).OwnPage,
  },
  ...goodsPages,
  {
    path: '/organisations',
    words: { zh: '组织', en: 'Organisations' },
    permission: 'organisations.read',
    place: { group: 'resources', icon: 'organisation' },
    load: async () => (await import('./organisations-page.tsx')).OrganisationsPage,
  },
  ...wishPages,
  ...linkagePages,
  {
    path: '/notices',
    words: { zh: '我的提醒', en: 'My notices' },
    permission: 'session.own',
    load: async () => (await import('../features/identity/notices-page.tsx')).NoticesPage,
  },
  {
    path: '/me',
    words: { zh: '我的账号', en: 'My account' },
    permission: 'session.own',
    load: async () => (await import('../features/identity/my-account-page.tsx')).MyAccountPage,
  },
  {
    path: '/interface',
    words: { zh: '接口说明', en: 'API' },
    permission: 'accounts.manage',
    place: { group: 'administration', icon: 'code' },
    load: async () => (await import('./interface-page.tsx')).InterfacePage,
  },
]
