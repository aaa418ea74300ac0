import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Known } from '../../web/ui/known.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { columnWords } from './column-words.ts'
import { contributingPartyWords, givenWords } from './ledger-words.ts'
import type { ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

/** What each party gave. */
export function Contributions({ title, rows }: { title: string; rows: ServiceDetail['contributions'] }) {
  const t = useWords()
  const { number, money } = useFormats()
  return (
    <Panel title={title}>
      <Entries
        rows={rows}
        keyOf={(row) => row.id}
        empty={t(serviceWords.contributionsNone)}
        head={(row) => (
          <>
            <Chip tone="calm">{t(contributingPartyWords[row.party])}</Chip>
            <span>{row.organisation}</span>
            <span>
              {t(givenWords[row.given])} {row.quantity === null ? '' : `${number(row.quantity)} ${row.unit ?? ''}`}
            </span>
            {row.valueFen === null ? null : <span>{money(row.valueFen)}</span>}
          </>
        )}
        more={(row) => row.note}
      />
    </Panel>
  )
}

/** Earlier versions: who changed what, when and why. */
export function ServiceVersions({ service }: { service: ServiceDetail }) {
  const t = useWords()
  const { moment } = useFormats()
  if (service.versions.length === 0) return null
  const nameOf = (column: string) => {
    const words = columnWords[column]
    return words === undefined ? column : t(words)
  }
  return (
    <Panel title={t(serviceWords.versions)}>
      <Entries
        rows={service.versions}
        keyOf={(row) => String(row.version)}
        empty=""
        head={(row) => (
          <>
            <Chip>{t(serviceWords.version, { n: row.version })}</Chip>
            <span>{row.reason}</span>
          </>
        )}
        more={(row) => (
          <>
            <span>{moment(row.changedAt)}</span>
            <span>{row.changedBy}</span>
            {row.changed.length === 0 ? null : (
              <Known words={serviceWords.changed} value={row.changed.map(nameOf).join(t(serviceWords.between))} />
            )}
          </>
        )}
      />
    </Panel>
  )
}
