import { App, Button } from 'antd'
import type { ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { listEvidence, removeEvidence } from './evidence-schema.ts'
import { useNameOf } from './evidence-tile.tsx'
import { evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'

/** What was removed from a service and can be brought back. */
export function RemovedEvidence({ serviceId }: { serviceId: ServiceId }) {
  const t = useWords()
  const nameOf = useNameOf()
  const { message } = App.useApp()
  const asked = useAsk(listEvidence, { serviceId, removed: true })
  const bringing = useDo(removeEvidence)
  return (
    <section className={style['removed']}>
      <h3>{t(evidenceWords.removedTitle)}</h3>
      <FailureNote failure={bringing.failure} onRetry={bringing.again} />
      <AskedState asked={asked}>
        {({ rows }) => (
          <Entries
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(evidenceWords.removedNone)}
            head={(row) => nameOf(row)}
            more={(row) => t(evidenceWords.removedBy, { by: row.removed?.by ?? '', reason: row.removed?.reason ?? '' })}
            acts={(row) => (
              <Button
                size="small"
                aria-label={t(evidenceWords.bringBackOf, { name: nameOf(row) })}
                onClick={() =>
                  bringing.run(
                    { id: row.id, version: row.version, removed: false, reason: t(evidenceWords.bringBackReason) },
                    { onDone: () => void message.success(t(evidenceWords.saved)) },
                  )
                }
              >
                {t(evidenceWords.bringBack)}
              </Button>
            )}
          />
        )}
      </AskedState>
    </section>
  )
}
