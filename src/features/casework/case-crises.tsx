import { Button } from 'antd'
import { useState } from 'react'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { caseWords } from './case-words.ts'
import style from './casework.module.css'
import { EndCrisis } from './crisis-dialog.tsx'
import type { CaseDetail } from './schema.ts'
import { riskWords } from './vocabulary-words.ts'

/** Crises of a case: one that goes on stands first and stands out. */
export function CaseCrises({ found, mayWrite }: { found: CaseDetail; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const [ending, setEnding] = useState<string>()
  if (found.crises.length === 0) return null
  return (
    <Panel title={t(caseWords.crises)}>
      {found.crises.map((crisis) => (
        <div key={crisis.id} className={crisis.endedOn === null ? style['crisis'] : style['said']}>
          <b>
            {t(riskWords[crisis.level])} {t(caseWords.crisisSince, { day: day(crisis.raisedOn), what: crisis.happened })}
          </b>
          <p style={{ margin: '4px 0' }}>{crisis.done}</p>
          {crisis.endedOn === null ? null : (
            <p style={{ margin: '4px 0' }}>
              {t(caseWords.ended, { day: day(crisis.endedOn) })} {crisis.outcome}
            </p>
          )}
          {crisis.endedOn === null && mayWrite ? (
            <Button size="small" onClick={() => setEnding(crisis.id)}>
              {t(caseWords.endCrisis)}
            </Button>
          ) : null}
        </div>
      ))}
      <EndCrisis crisisId={ending} found={found} onClose={() => setEnding(undefined)} />
    </Panel>
  )
}
