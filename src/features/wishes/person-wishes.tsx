import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import type { PersonDetail } from '../people/schema.ts'
import { listWishesOfPerson } from './schema.ts'
import { sortWords, wishStateWords, wishWords } from './wish-words.ts'
import { wishTones } from './wishes-page.tsx'

/** What a person wished for, and where each wish stands. */
export function PersonWishes({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day, money } = useFormats()
  const asked = useAsk(listWishesOfPerson, { personId: person.id })
  return (
    <Panel title={t(wishWords.title)}>
      <AskedState asked={asked}>
        {({ rows }) => (
          <RecordTable
            name={t(wishWords.title)}
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(wishWords.noneOfPerson)}
            columns={[
              {
                title: wishWords.wish,
                heads: true,
                cell: (row) => (
                  <>
                    <Link to={`/wishes/${row.id}`}>{row.title}</Link> <Chip>{t(sortWords[row.sort])}</Chip>
                  </>
                ),
              },
              {
                title: wishWords.state,
                whole: true,
                cell: (row) => <Chip tone={wishTones[row.state]}>{t(wishStateWords[row.state])}</Chip>,
              },
              { title: wishWords.claimer, cell: (row) => row.claimer ?? '—' },
              { title: wishWords.collected, whole: true, cell: (row) => day(row.collectedOn) },
              { title: wishWords.value, numeric: true, cell: (row) => money(row.valueFen) },
            ]}
          />
        )}
      </AskedState>
    </Panel>
  )
}
