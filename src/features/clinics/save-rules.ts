import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { faultsOf } from './entry-rules.ts'
import type { PartValues } from './part-schema.ts'

/** Whether what a station typed may be saved: the impossible never, the rare once somebody looked again. */
export function maySave(values: PartValues, confirmed: boolean): Verdict {
  const faults = faultsOf(values)
  const impossible = faults.find(({ sort }) => sort === 'impossible')
  if (impossible !== undefined) return no('readings.impossible', impossible.words, { field: `values.${impossible.field}`, sort: 'invalid' })
  const unlikely = faults[0]
  return unlikely === undefined || confirmed ? yes() : no('readings.unlikely', unlikely.words, { field: `values.${unlikely.field}` })
}

/** What was written once is corrected with a reason, and the earlier value kept. */
export const mayCorrect = (wasMeasured: boolean, reason: string | null): Verdict =>
  wasMeasured && reason === null
    ? no(
        'readings.reason',
        { zh: '这一项已有读数，更正请写理由。', en: 'This was measured already: say why it is corrected.' },
        { field: 'reason', sort: 'invalid' },
      )
    : yes()

export const savedMeanwhile = no('readings.savedMeanwhile', {
  zh: '这一项刚由别的站点记过。请先看最新读数；确要更正，写明理由再保存。',
  en: 'Another station has just saved this part. Look at what stands now; to correct it, save again with a reason.',
})
