import { Button, Select } from 'antd'
import { monthsBetween, monthSchema } from '../../kernel/day.ts'
import type { Community } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { lineSchema, lineWords, type Line } from '../ledger/kind-schema.ts'
import { mostMeasures, type Chosen } from './chosen-rules.ts'
import { breakdowns, breakdownOf } from './breakdown-choice.tsx'
import { figureWords } from './figure-words.ts'
import { measureKeys, measures } from './measure-list-rules.ts'
import { sectionSchema, sectionWords, type MeasureKey } from './measure-schema.ts'
import type { Scope } from './scope-schema.ts'

/** Which measures, broken down by what, and of which part of the project. */
export function FigureFilter({
  project,
  communities,
  chosen,
  onChoose,
}: {
  project: ListedProject
  communities: readonly Community[]
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}) {
  const t = useWords()
  const { scope } = chosen
  const narrow = (part: Scope) => onChoose({ ...chosen, scope: withoutNothing({ ...scope, ...part }) })
  return (
    <Filters name={t(figureWords.filter)}>
      <Filter id="figures-measures" label={t(figureWords.measures)} wide>
        <Select<MeasureKey[]>
          id="figures-measures"
          mode="multiple"
          maxCount={mostMeasures}
          maxTagCount="responsive"
          allowClear
          placeholder={t(figureWords.measuresAll)}
          showSearch={{ optionFilterProp: 'label' }}
          value={[...chosen.measures]}
          onChange={(keys) => onChoose({ ...chosen, measures: keys })}
          options={sectionSchema.options.map((section) => ({
            label: t(sectionWords[section]),
            options: measureKeys
              .filter((key) => measures[key].section === section)
              .map((key) => ({ value: key, label: t(measures[key].name) })),
          }))}
        />
      </Filter>
      <Filter id="figures-by" label={t(figureWords.by)}>
        <Select
          id="figures-by"
          value={breakdownOf(chosen.by)}
          onChange={(name) => onChoose({ ...chosen, by: breakdowns.find((each) => each.name === name)?.by ?? [] })}
          options={breakdowns.map(({ name, words }) => ({ value: name, label: t(words) }))}
        />
      </Filter>
      <Filter id="figures-places" label={t(figureWords.places)}>
        <Select
          id="figures-places"
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          placeholder={t(figureWords.placesAll)}
          showSearch={{ optionFilterProp: 'label' }}
          value={scope.places ?? []}
          onChange={(places) => narrow({ places })}
          options={communities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filter>
      <Months project={project} scope={scope} onNarrow={narrow} />
      <Filter id="figures-line" label={t(figureWords.line)}>
        <Select<Line | ''>
          id="figures-line"
          value={scope.lines?.[0] ?? ''}
          onChange={(line) => narrow({ lines: line === '' ? [] : [line] })}
          options={[
            { value: '', label: t(figureWords.lineAll) },
            ...lineSchema.options.map((line) => ({ value: line, label: t(lineWords[line]) })),
          ]}
        />
      </Filter>
      <Button onClick={() => onChoose({ measures: [], by: [], scope: {} })}>{t(figureWords.reset)}</Button>
    </Filters>
  )
}

/** The first and the last month, of those that the project has. */
function Months({ project, scope, onNarrow }: { project: ListedProject; scope: Scope; onNarrow: (part: Scope) => void }) {
  const t = useWords()
  const { month } = useFormats()
  const all = monthsBetween(project.startsOn, project.endsOn)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const { from, to } = scope.months ?? { from: first, to: last }
  const choose = (span: { from: string; to: string }) => {
    const months = { from: monthSchema.parse(span.from), to: monthSchema.parse(span.to) }
    onNarrow({ months: months.from === first && months.to === last ? undefined : months })
  }
  const options = all.map((each) => ({ value: each, label: month(each) }))
  return (
    <>
      <Filter id="figures-from" label={t(figureWords.monthFrom)}>
        <Select<string>
          id="figures-from"
          value={from}
          onChange={(next) => choose({ from: next, to: next > to ? next : to })}
          options={options}
        />
      </Filter>
      <Filter id="figures-to" label={t(figureWords.monthTo)}>
        <Select<string>
          id="figures-to"
          value={to}
          onChange={(next) => choose({ from: next < from ? next : from, to: next })}
          options={options}
        />
      </Filter>
    </>
  )
}

const withoutNothing = (scope: Scope): Scope =>
  Object.fromEntries(Object.entries(scope).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)))
