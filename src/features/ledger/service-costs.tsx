import { Link } from 'react-router'
import type { ProjectId, ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { listExpenses } from '../projects/expense-schema.ts'
import { serviceWords } from './service-words.ts'

/** What a service cost, expense by expense, for whoever sees the project's money. */
export function ServiceCosts({ projectId, serviceId }: { projectId: ProjectId; serviceId: ServiceId }) {
  const t = useWords()
  const { day, money } = useFormats()
  const maySee = useMay('projects.read')
  const { data } = useAsk(listExpenses, { projectId, serviceId }, { when: maySee })
  const rows = (data?.rows ?? []).filter(({ voided }) => !voided)
  if (rows.length === 0) return null
  return (
    <Panel title={t(serviceWords.costs)}>
      <Entries
        rows={rows}
        keyOf={(row) => row.id}
        empty=""
        head={(row) => (
          <>
            <Link to={`/expenses/${row.id}`}>{row.purpose ?? row.voucher ?? t(serviceWords.costs)}</Link>
            <span>{money(row.amountFen)}</span>
          </>
        )}
        more={(row) => [day(row.spentOn), row.voucher].filter((part) => part !== null).join(' · ')}
      />
      <p>{t(serviceWords.costsTotal, { money: money(rows.reduce((sum, row) => sum + row.amountFen, 0)), n: rows.length })}</p>
    </Panel>
  )
}
