import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { assessmentWords, scaleTextWords } from './assessment-words.ts'
import { catalogue } from './scale-rules.ts'
import type { Scale } from './scale-schema.ts'
import { listScaleTexts, type ScaleText } from './schema.ts'
import { countedItems } from './scoring-rules.ts'
import { ScaleTextDialog } from './scale-text-dialog.tsx'

/** What scales there are, from where and on what licence, and the agency's own texts of those that need one. */
export function ScalesPage() {
  const t = useWords()
  const asked = useAsk(listScaleTexts, {})
  const [entering, setEntering] = useState<Scale>()
  const common: Column<Scale>[] = [
    { title: assessmentWords.scale, heads: true, cell: (scale) => t(scale.name) },
    { title: assessmentWords.question, numeric: true, cell: (scale) => t(assessmentWords.questions, { n: countedItems(scale).length }) },
    { title: scaleTextWords.source, cell: (scale) => t(scale.source) },
    { title: scaleTextWords.licence, cell: (scale) => t(scale.licence) },
  ]
  return (
    <Page title={t(scaleTextWords.title)} about={t(scaleTextWords.about)}>
      <AskedState asked={asked}>
        {({ texts }) => {
          const textOf = (scale: Scale): ScaleText | undefined => texts.find((text) => text.scale === scale.code)
          return (
            <>
              <Panel title={t(scaleTextWords.own)}>
                <RecordTable<Scale>
                  name={t(scaleTextWords.own)}
                  rows={catalogue.filter((scale) => scale.shell !== undefined)}
                  keyOf={(scale) => scale.code}
                  columns={[
                    ...common,
                    { title: scaleTextWords.held, cell: (scale) => textOf(scale)?.permission ?? '—' },
                    { title: scaleTextWords.state, cell: (scale) => <State text={textOf(scale)} /> },
                    {
                      title: { zh: '操作', en: 'Actions' },
                      acts: true,
                      cell: (scale) => {
                        const action = t(textOf(scale) === undefined ? scaleTextWords.enter : scaleTextWords.change)
                        return (
                          <Button aria-label={t(scaleTextWords.of, { action, scale: t(scale.name) })} onClick={() => setEntering(scale)}>
                            {action}
                          </Button>
                        )
                      },
                    },
                  ]}
                />
              </Panel>
              <Panel title={t(scaleTextWords.shipped)}>
                <RecordTable<Scale>
                  name={t(scaleTextWords.shipped)}
                  rows={catalogue.filter((scale) => scale.shell === undefined)}
                  keyOf={(scale) => scale.code}
                  columns={common}
                />
              </Panel>
              {entering === undefined ? null : (
                <ScaleTextDialog scale={entering} text={textOf(entering)} onClose={() => setEntering(undefined)} />
              )}
            </>
          )
        }}
      </AskedState>
    </Page>
  )
}

function State({ text }: { text: ScaleText | undefined }) {
  const t = useWords()
  return text === undefined ? (
    <Chip tone="look">{t(scaleTextWords.missing)}</Chip>
  ) : (
    <Chip tone="good">{t(scaleTextWords.ready, { n: text.version })}</Chip>
  )
}
