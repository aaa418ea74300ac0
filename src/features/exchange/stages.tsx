import type { Words } from '../../kernel/words.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { watchProgress } from '../identity/schema.ts'
import { importsWords } from './imports-words.ts'
import { stagesOf, type Sent, type Stage, type StageName } from './stage-rules.ts'
import style from './stages.module.css'
import { sizeText } from './upload-rules.ts'

const receiving: readonly StageName[] = ['upload', 'reading', 'planning', 'comparing']
const mapping: readonly StageName[] = ['reading', 'planning', 'comparing']
const accepting: readonly StageName[] = ['reading', 'planning', 'writing']
const names = { receive: receiving, map: mapping, accept: accepting }

const words: Record<StageName, Words> = {
  upload: importsWords.upload,
  reading: importsWords.reading,
  planning: importsWords.planning,
  comparing: importsWords.comparing,
  writing: importsWords.writing,
}

/** What the server says of an operation, twice a second. */
const useTold = (operationId: string | undefined) =>
  useAsk(watchProgress, { operationId: operationId ?? '' }, { when: operationId !== undefined, every: 500 }).data?.progress ?? undefined

/** How far a long operation is, as it really is: bytes that have left, and then what the server tells. */
export function Stages({
  what,
  operationId,
  sent,
}: {
  what: keyof typeof names
  operationId: string | undefined
  sent?: Sent | undefined
}) {
  const told = useTold(operationId)
  return (
    <ol className={style['stages']}>
      {stagesOf(names[what], sent, told).map((stage) => (
        <li key={stage.name} className={style[stage.is]}>
          <StageLine stage={stage} sent={sent} />
        </li>
      ))}
    </ol>
  )
}

function StageLine({ stage: { name, is, share }, sent }: { stage: Stage; sent: Sent | undefined }) {
  const t = useWords()
  const formats = useFormats()
  const state =
    is === 'done'
      ? t(importsWords.stageDone)
      : is === 'waiting'
        ? t(importsWords.stageWaiting)
        : name === 'upload' && sent !== undefined
          ? t(importsWords.sent, { sent: sizeText(sent.bytes), of: sizeText(sent.of) })
          : share === undefined
            ? t(importsWords.stageBusy)
            : formats.share(share)
  return (
    <>
      <span>{t(words[name])}</span>
      {is === 'waiting' ? <span /> : <progress aria-label={t(words[name])} {...(share === undefined ? {} : { value: share, max: 1 })} />}
      <span>{state}</span>
    </>
  )
}
