import { EventPage } from '../features/activities/event-page.tsx'
import type { Activity } from '../features/activities/activity-schema.ts'
import { ClinicPage } from '../features/clinics/clinic-page.tsx'
import type { ClinicDay } from '../features/clinics/day-schema.ts'
import { kindWords } from '../features/ledger/kind-schema.ts'
import { EventVolunteers } from '../features/volunteering/event-volunteers.tsx'
import { useWords } from './language/language.tsx'

// Events and clinic days with the volunteers who help at them: neighbours who do not know one another meet here.

export function EventWithVolunteers() {
  const t = useWords()
  const volunteers = (activity: Activity) => (
    <EventVolunteers projectId={activity.projectId} event={{ ...activity, title: activity.title ?? t(kindWords.activity) }} />
  )
  return <EventPage volunteers={volunteers} />
}

export function ClinicWithVolunteers() {
  const t = useWords()
  const volunteers = (clinic: ClinicDay) => (
    <EventVolunteers projectId={clinic.projectId} event={{ ...clinic, title: clinic.title ?? t(kindWords.clinic_day) }} />
  )
  return <ClinicPage volunteers={volunteers} />
}
