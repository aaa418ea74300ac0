import { App, Form, Select } from 'antd'
import type { OrganisationId, ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { mayNarrow, needsOrganisation, needsProject, worksWithoutProject } from '../identity/grant-place-rules.ts'
import { roleSchema, roleWords, type Role } from '../identity/role-rules.ts'
import type { AccountRow } from '../identity/schema.ts'
import { useGranting } from './granting.tsx'
import { grantWords } from './grants-words.ts'
import { listGrantPlaces } from './schema.ts'

type Entry = { role: Role; projectId?: ProjectId; communities?: string[]; organisationId?: OrganisationId }
const fields = ['role', 'projectId', 'organisationId']

/** Grants a role to an account: everywhere, in a project, or in some of its communities. */
export function AddGrant({ account, onClose }: { account: AccountRow | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const granting = useGranting()
  const asked = useAsk(listGrantPlaces, {}, { when: account !== undefined }).data
  const places = asked?.projects ?? []

  const grant = (entry: Entry) => {
    if (account === undefined) return
    const projectId = needsProject(entry.role) ? entry.projectId : undefined
    const communities = mayNarrow(entry.role) ? (entry.communities ?? []) : []
    const organisationId = needsOrganisation(entry.role) ? entry.organisationId : undefined
    granting.run({ accountId: account.id, role: entry.role, projectId, communities, organisationId }, () => {
      onClose()
      void message.success(t(grantWords.added))
    })
  }

  return (
    <FormDialog<Entry>
      open={account !== undefined}
      of={account?.id}
      name="add-grant"
      title={t(grantWords.addTo, { name: account?.displayName ?? '' })}
      action={t(grantWords.add)}
      fields={fields}
      doing={granting}
      onFinish={grant}
      onClose={onClose}
    >
      <Form.Item name="role" label={t(grantWords.role)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select options={roleSchema.options.map((role) => ({ value: role, label: t(roleWords[role]) }))} placeholder={t(uiWords.choose)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['role', 'projectId']}>
        {({ getFieldValue }) => {
          const role = roleSchema.safeParse(getFieldValue('role')).data
          if (role === undefined) return null
          if (needsOrganisation(role))
            return (
              <Form.Item
                name="organisationId"
                label={t(grantWords.organisation)}
                extra={t(grantWords.organisationHint)}
                rules={[{ required: true, message: t(grantWords.organisationNeeded) }]}
              >
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={(asked?.organisations ?? []).map((organisation) => ({ value: organisation.id, label: organisation.name }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
            )
          if (!needsProject(role)) return <p>{t(grantWords.tenantWide)}</p>
          const communities = places.find((place) => place.id === getFieldValue('projectId'))?.communities ?? []
          return (
            <>
              <Form.Item
                name="projectId"
                label={t(grantWords.project)}
                {...(worksWithoutProject(role) ? { extra: t(grantWords.noProjectHint) } : {})}
                rules={worksWithoutProject(role) ? [] : [{ required: true, message: t(grantWords.projectNeeded) }]}
              >
                <Select
                  allowClear
                  options={places.map((place) => ({ value: place.id, label: place.name }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
              {mayNarrow(role) && communities.length > 0 ? (
                <Form.Item name="communities" label={t(grantWords.communities)} extra={t(grantWords.communitiesHint)}>
                  <Select
                    mode="multiple"
                    allowClear
                    optionFilterProp="label"
                    options={communities.map((community) => ({ value: community.code, label: community.name }))}
                    placeholder={t(grantWords.wholeProject)}
                  />
                </Form.Item>
              ) : null}
            </>
          )
        }}
      </Form.Item>
    </FormDialog>
  )
}
