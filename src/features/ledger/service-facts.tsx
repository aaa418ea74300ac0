import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { officeAddress } from './address-rules.ts'
import { kindWords, knownThemes, lineWords } from './kind-schema.ts'
import type { ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'
import { StatusChip } from './status-chip.tsx'

/** What happened, where and when. */
export function ServiceFacts({ service }: { service: ServiceDetail }) {
  const t = useWords()
  const { day, number, minutes } = useFormats()
  const { partOf } = service
  const themes = service.themes.map((theme) => {
    const known = knownThemes[theme]
    return known === undefined ? theme : t(known)
  })
  return (
    <Panel title={t(serviceWords.facts)}>
      <Facts
        facts={[
          [serviceWords.kind, t(kindWords[service.kind])],
          [serviceWords.line, t(lineWords[service.line])],
          [
            serviceWords.status,
            <>
              <StatusChip status={service.status} /> {service.repeats ? <Chip tone="look">{t(serviceWords.repeats)}</Chip> : null}
            </>,
          ],
          [serviceWords.day, service.day === null ? null : `${day(service.day)} ${service.startsAt ?? ''}`],
          [serviceWords.duration, service.minutes === null ? null : minutes(service.minutes)],
          [serviceWords.community, service.communityName],
          [serviceWords.place, service.place],
          [serviceWords.worker, service.worker],
          ...known(serviceWords.host, service.host),
          ...known(serviceWords.number, service.number),
          ...known(serviceWords.themes, themes.length === 0 ? null : themes.join(' · ')),
          ...known(serviceWords.quantity, service.quantity === null ? null : `${number(service.quantity)} ${service.unit ?? ''}`),
          ...known(serviceWords.unnamed, service.unnamedCount === 0 ? null : number(service.unnamedCount)),
          ...known(
            serviceWords.partOf,
            partOf === null ? null : <Link to={officeAddress(partOf.kind, partOf.id)}>{partOf.title ?? t(kindWords[partOf.kind])}</Link>,
          ),
          ...known(serviceWords.note, service.note),
        ]}
      />
    </Panel>
  )
}

/** What most services do not have is not shown where it is not there. */
const known = (words: Words, value: ReactNode): [Words, ReactNode][] => (value === null ? [] : [[words, value]])
