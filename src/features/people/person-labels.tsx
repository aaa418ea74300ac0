import { Button } from 'antd'
import { useState } from 'react'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
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
  const dayOrDash = (value: string | null) => (value === null ? '—' : day(value))
  const columns: Column<Label>[] = [
    { title: personWords.labelHistory, cell: (label) => <LabelName label={label} />, heads: true },
    {
      title: personWords.inForce,
      heads: true,
      whole: true,
      cell: (label) =>
        label.endedOn !== null ? (
          <Chip>{t(personWords.ended)}</Chip>
        ) : label.reviewOn !== null && label.reviewOn <= today ? (
          <Chip tone="look">{t(personWords.reviewDue)}</Chip>
        ) : (
          <Chip tone="good">{t(personWords.inForce)}</Chip>
        ),
    },
    { title: personWords.basis, cell: (label) => label.basis ?? '—' },
    { title: personWords.source, cell: (label) => label.source },
    { title: personWords.startedOn, cell: (label) => dayOrDash(label.startedOn), whole: true },
    { title: personWords.reviewOn, cell: (label) => dayOrDash(label.reviewOn), whole: true },
    {
      title: personWords.endedOn,
      cell: (label) => (label.endedOn === null ? '—' : `${day(label.endedOn)} ${label.endReason ?? ''}`),
    },
  ]
  const acts: Column<Label> = {
    title: uiWords.actions,
    acts: true,
    cell: (label) => (
      <Button size="small" aria-label={t(personWords.changeLabelOf, { name: t(hardshipWords[label.code]) })} onClick={() => setOpen(label)}>
        {t(personWords.changeLabel)}
      </Button>
    ),
  }
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
      <RecordTable
        name={t(personWords.labelHistory)}
        columns={mayWrite ? [...columns, acts] : columns}
        rows={person.labelHistory}
        keyOf={(label) => label.id}
        empty={t(personWords.noLabels)}
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
