import { Select } from 'antd'
import { useState, type ComponentProps } from 'react'
import { Link } from 'react-router'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import type { SpentFor } from '../projects/expense-schema.ts'
import type { ServiceParts } from '../projects/service-parts.tsx'
import { kindSchema, kindWords } from './kind-schema.ts'
import { listServices } from './schema.ts'
import { serviceWords } from './service-words.ts'
import { spentForText } from './spent-for-rules.ts'

/** A day that was typed whole; anything else is a part of a name. */
const whatIs = (typed: string): { search?: string; from?: Day; to?: Day } => {
  const day = daySchema.safeParse(typed.trim()).data
  return day === undefined ? { search: typed } : { from: day, to: day }
}

const most = 20

/** The services that what was typed may mean: of that name, of that day, or of the kind that is called so. */
function useFound(projectId: ProjectId, typed: string): { services: SpentFor[]; busy: boolean } {
  const t = useWords()
  const called = kindSchema.options.find((kind) => t(kindWords[kind]) === typed.trim())
  const named = useAsk(listServices, { projectId, limit: most, ...whatIs(typed) }, { keepFormer: true })
  const ofKind = useAsk(
    listServices,
    { projectId, limit: most, ...(called === undefined ? {} : { kind: called }) },
    { when: called !== undefined },
  )
  const rows = [...(called === undefined ? [] : (ofKind.data?.rows ?? [])), ...(named.data?.rows ?? [])]
  const services = [...new Map(rows.map(({ id, kind, title, day }) => [id, { id, kind, title, day }])).values()]
  return { services, busy: named.isFetching || ofKind.isFetching }
}

/** Chooses a service of the project by its name or its day. */
function Field({ projectId, id, value, onChange }: ComponentProps<ServiceParts['Field']>) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const { services: found, busy } = useFound(projectId, typed)
  const chosen = value ?? undefined
  const shown = chosen === undefined || found.some((service) => service.id === chosen.id) ? found : [chosen, ...found]
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={chosen?.id ?? null}
      loading={busy}
      placeholder={t(serviceWords.chooseService)}
      notFoundContent={t(serviceWords.noService)}
      options={shown.map((service) => ({ value: service.id, label: spentForText(service, t) }))}
      onChange={(to) => onChange?.(shown.find((service) => service.id === to) ?? null)}
    />
  )
}

function Name({ service }: ComponentProps<ServiceParts['Name']>) {
  const t = useWords()
  return <Link to={`/services/${service.id}`}>{spentForText(service, t)}</Link>
}

export const expenseService: ServiceParts = { Field, Name }
