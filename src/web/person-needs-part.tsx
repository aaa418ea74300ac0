import { kindWords } from '../features/ledger/kind-schema.ts'
import { listServicesOfPerson } from '../features/ledger/schema.ts'
import { PersonNeeds } from '../features/needs/person-needs.tsx'
import type { PersonDetail } from '../features/people/schema.ts'
import { useAsk } from './client/calls.ts'
import { useFormats, useWords } from './language/language.tsx'

/** A person's needs, with the services by which one may have been met. */
export function PersonNeedsPart({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const asked = useAsk(listServicesOfPerson, { personId: person.id, limit: 200 })
  const services = (asked.data?.rows ?? []).flatMap((row) =>
    row.status === 'held'
      ? [{ value: row.id, label: [row.day === null ? '—' : day(row.day), t(kindWords[row.kind]), row.title ?? ''].join(' ').trim() }]
      : [],
  )
  return <PersonNeeds person={person} services={services} />
}
