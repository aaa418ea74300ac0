import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import type { PersonDetail } from '../people/schema.ts'
import { listWishesOfPerson } from './schema.ts'
import { useWishColumns } from './wish-columns.tsx'
import { wishWords } from './wish-words.ts'

/** What a person wished for, and where each wish stands. */
export function PersonWishes({ person }: { person: PersonDetail }) {
  const t = useWords()
  const columns = useWishColumns({ ofPerson: true })
  const asked = useAsk(listWishesOfPerson, { personId: person.id })
  return (
    <Panel title={t(wishWords.title)}>
      <AskedState asked={asked}>
        {({ rows }) => (
          <RecordTable name={t(wishWords.title)} rows={rows} keyOf={(row) => row.id} empty={t(wishWords.noneOfPerson)} columns={columns} />
        )}
      </AskedState>
    </Panel>
  )
}
