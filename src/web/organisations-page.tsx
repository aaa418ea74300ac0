import { OrganisationsList } from '../features/organisations/organisations-list.tsx'
import { listPlaces } from '../features/places/schema.ts'
import { useAsk } from './client/calls.ts'

/** Organisations, with the names of the places they are at. */
export function OrganisationsPage() {
  const divisions = useAsk(listPlaces, {}).data?.divisions ?? []
  return <OrganisationsList divisions={divisions.map(({ code, name }) => ({ value: code, label: name }))} />
}
