import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { importAddress } from './import-address.tsx'
import { importAttentionWords } from './import-attention-words.ts'
import { listImports, openImport } from './schema.ts'

const shownKinds = 5

/** What an import left to be done, and where the names of the last one are resolved. Undefined: not known yet. */
export function useImportAttention(projectId: ProjectId): { items: readonly Attention[] | undefined; resolveAt: string | undefined } {
  const t = useWords()
  const may = useMay('imports.read')
  const mayRun = useMay('imports.run')
  const listed = useAsk(listImports, { projectId, limit: 20 }, { when: may })
  const rows = listed.data?.rows ?? []
  const waiting = rows.filter((row) => row.state === 'read')
  const last = rows.find((row) => row.state === 'accepted')
  const opened = useAsk(openImport, { id: last?.id ?? '' }, { when: last !== undefined })
  if (!may) return { items: [], resolveAt: undefined }

  const withNames = rows.find((row) => row.state === 'accepted' && (row.summary?.unresolved ?? 0) > 0)
  const resolveAt = mayRun && withNames !== undefined ? importAddress(withNames.id, 'names') : undefined
  const isOpen =
    listed.data === undefined ? listed.error === null : last !== undefined && opened.data === undefined && opened.error === null
  if (isOpen) return { items: undefined, resolveAt }

  const kinds = (opened.data?.findingCounts ?? []).filter(({ severity }) => severity !== 'notice')
  const rest = kinds.slice(shownKinds)
  const [first] = waiting
  return {
    resolveAt,
    items: [
      ...(first === undefined
        ? []
        : [
            {
              key: 'waiting',
              title: t(importAttentionWords.waiting),
              count: waiting.length,
              unit: unitWords.imports,
              to: importAddress(first.id),
            },
          ]),
      ...(last === undefined || kinds.length === 0
        ? []
        : [
            {
              key: 'findings',
              title: t(importAttentionWords.findings),
              count: sumOf(kinds),
              unit: unitWords.places,
              to: importAddress(last.id, 'findings'),
              details: [
                ...kinds.slice(0, shownKinds).map(({ code, title, count }) => ({
                  text: t(title),
                  count,
                  to: importAddress(last.id, 'findings', { code }),
                })),
                ...(rest.length === 0
                  ? []
                  : [
                      {
                        text: t(importAttentionWords.others, { kinds: rest.length }),
                        count: sumOf(rest),
                        to: importAddress(last.id, 'findings'),
                      },
                    ]),
              ],
            },
          ]),
    ],
  }
}

const sumOf = (kinds: readonly { count: number }[]): number => kinds.reduce((sum, { count }) => sum + count, 0)
