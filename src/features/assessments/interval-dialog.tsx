import { App, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { assessmentWords } from './assessment-words.ts'
import { findScale } from './scale-rules.ts'
import { setInterval } from './schema.ts'

type Interval = { readonly scale: string; readonly months: number; readonly version: number }

/** After how many months each scale is done again in the project. Each is saved by itself. */
export function IntervalDialog({
  open,
  projectId,
  intervals,
  onClose,
}: {
  open: boolean
  projectId: ProjectId
  intervals: readonly Interval[]
  onClose: () => void
}) {
  const t = useWords()
  return (
    <Modal open={open} title={t(assessmentWords.intervals)} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t(assessmentWords.intervalsAbout)}</p>
      <Entries
        rows={intervals}
        keyOf={(interval) => interval.scale}
        empty=""
        head={({ scale }) => t(findScale(scale)?.name ?? { zh: scale, en: scale })}
        acts={(interval) => <OneInterval key={interval.version} projectId={projectId} interval={interval} />}
      />
    </Modal>
  )
}

function OneInterval({ projectId, interval }: { projectId: ProjectId; interval: Interval }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(setInterval)
  const [months, setMonths] = useState<number | null>(interval.months)
  const name = t(findScale(interval.scale)?.name ?? { zh: interval.scale, en: interval.scale })
  return (
    <>
      <InputNumber
        aria-label={`${name}: ${t(assessmentWords.intervals)}`}
        min={1}
        max={60}
        precision={0}
        value={months}
        onChange={setMonths}
        suffix={t(assessmentWords.months)}
        style={{ width: 120 }}
      />
      <Button
        aria-label={`${t(uiWords.save)}: ${name}`}
        loading={doing.busy}
        disabled={months === null || months === interval.months}
        onClick={() => {
          if (months !== null)
            doing.run(
              { projectId, scale: interval.scale, months, version: interval.version },
              { onDone: () => void message.success(t(assessmentWords.intervalSaved)) },
            )
        }}
      >
        {t(uiWords.save)}
      </Button>
      <FailureNote failure={doing.failure} onRetry={doing.again} />
    </>
  )
}
