import { useDescription, type Operation } from '../../web/client/description.ts'
import { useLanguage } from '../../web/language/language.tsx'
import { trailWords } from './trail-words.ts'

const ours: Record<string, { zh: string; en: string }> = { 'session.refused': trailWords.refused, 'session.locked': trailWords.locked }

/** What entries of the trail are called: as the endpoints that write them. */
export function useEntryNames(): (entry: string) => string {
  const { t } = useLanguage()
  const operations = useOperations()
  return (entry) => {
    const operation = operations.find((each) => each.operationId === entry)
    const words = ours[entry] ?? (operation === undefined ? undefined : wordsOf(operation))
    return words === undefined ? '' : t(words)
  }
}

/** The endpoints, in the order of their names. */
export const useOperations = (): readonly Operation[] => Object.values(useDescription().data?.paths ?? {}).map((path) => path.post)

/** The description says the English summary in its first sentence. */
export const wordsOf = (operation: Operation) => ({ zh: operation.summary, en: operation.description.split('. ')[0] ?? operation.summary })
