import { App, Button } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { takeTask, type OpenTask } from './own-schema.ts'
import { ownWords } from './own-words.ts'

/** What is wanted, and the way to say: I will come. */
export function OpenTasks({ tasks }: { tasks: readonly OpenTask[] }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  const { message } = App.useApp()
  const taking = useDo(takeTask)
  const take = (task: OpenTask) =>
    taking.run({ taskId: task.id, serviceId: taking.newId(task.id) }, { onDone: () => void message.success(t(ownWords.taken)) })
  return (
    <>
      <FailureNote failure={taking.failure} onRetry={taking.again} />
      <Entries
        rows={tasks}
        keyOf={(task) => task.id}
        empty={t(ownWords.openNone)}
        head={(task) => (
          <>
            <b>{task.title}</b>{' '}
            <Chip tone={task.left === 0 ? 'calm' : 'good'}>{task.left === 0 ? t(ownWords.full) : t(ownWords.left, { n: task.left })}</Chip>
          </>
        )}
        more={(task) => (
          <>
            <div>
              {[day(task.day), task.startsAt, minutes(task.minutes), task.communityName, task.place]
                .filter((known) => known !== null)
                .join(' · ')}
            </div>
            {task.content === null ? null : <div>{task.content}</div>}
            {task.skills === null ? null : <div>{t(ownWords.skills, { skills: task.skills })}</div>}
            {task.forElder ? <Chip>{t(ownWords.forElder)}</Chip> : null}{' '}
            {task.needsVetting ? <Chip>{t(ownWords.needsVetting)}</Chip> : null}{' '}
            {task.needsInsurance ? <Chip>{t(ownWords.needsInsurance)}</Chip> : null}
          </>
        )}
        acts={(task) => (
          <Button
            size="large"
            disabled={task.left === 0}
            loading={taking.busy}
            aria-label={t(ownWords.takeOf, { title: task.title })}
            onClick={() => take(task)}
          >
            {t(ownWords.take)}
          </Button>
        )}
      />
    </>
  )
}
