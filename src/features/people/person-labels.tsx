import { Button } from 'antd'
import { useState } from 'react'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Known } from '../../web/ui/known.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { disabilityCategories, hardshipWords } from './hardship-schema.ts'
import { LabelDialog } from './label-dialog.tsx'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'

type Label = PersonDetail['labelHistory'][number]

/** Hardship labels with what they rest on; those that ended stay to be read. `today` decides which are due for review. */
export function PersonLabels({ person, mayWrite, today }: { person: PersonDetail; mayWrite: boolean; today: string }) {
  const t = useWords()
  const { day } = useFormats()
  const [open, setOpen] = useState<Label | 'new'>()
  return (
    <Panel
      title={t(personWords.labelHistory)}
      actions={
        mayWrite ? (
          <Button size="small" icon={<Icon name="plus" size={15} />} onClick={() => setOpen('new')}>
            {t(personWords.addLabel)}
          </Button>
        ) : undefined
      }
    >
      <Entries
        rows={person.labelHistory}
        keyOf={(label) => label.id}
        empty={t(personWords.noLabels)}
        head={(label) => (
          <>
            <LabelName label={label} />
            {label.endedOn !== null ? (
              <Chip>{t(personWords.ended)}</Chip>
            ) : label.reviewOn !== null && label.reviewOn <= today ? (
              <Chip tone="look">{t(personWords.reviewDue)}</Chip>
            ) : (
              <Chip tone="good">{t(personWords.inForce)}</Chip>
            )}
          </>
        )}
        more={(label) => (
          <>
            <Known words={personWords.source} value={label.source} />
            <Known words={personWords.basis} value={label.basis} />
            <Known words={personWords.startedOn} value={label.startedOn === null ? null : day(label.startedOn)} />
            <Known words={personWords.reviewOn} value={label.reviewOn === null ? null : day(label.reviewOn)} />
            <Known words={personWords.endedOn} value={label.endedOn === null ? null : `${day(label.endedOn)} ${label.endReason ?? ''}`} />
          </>
        )}
        acts={
          mayWrite
            ? (label) => (
                <Button
                  size="small"
                  aria-label={t(personWords.changeLabelOf, { name: t(hardshipWords[label.code]) })}
                  onClick={() => setOpen(label)}
                >
                  {t(personWords.changeLabel)}
                </Button>
              )
            : undefined
        }
      />
      <LabelDialog person={person} label={open} onClose={() => setOpen(undefined)} />
    </Panel>
  )
}

function LabelName({ label }: { label: Label }) {
  const t = useWords()
  const category = label.category === null ? undefined : disabilityCategories[label.category]
  const more = [
    ...(category === undefined ? (label.category === null ? [] : [label.category]) : [t(category)]),
    ...(label.grade === null ? [] : [t(personWords.gradeOf, { n: label.grade })]),
  ]
  return `${t(hardshipWords[label.code])}${more.length === 0 ? '' : ` ${more.join(' ')}`}`
}
