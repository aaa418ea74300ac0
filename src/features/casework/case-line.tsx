import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { caseWords } from './case-words.ts'
import style from './casework.module.css'
import type { CaseDetail } from './schema.ts'
import type { CaseStage } from './vocabulary-schema.ts'
import { stageWords } from './vocabulary-words.ts'

const line: readonly CaseStage[] = ['intake', 'assessment', 'plan', 'intervention', 'evaluation', 'closed']

/** The steps of a case as a line: where it is, and what is missing for the next. */
export function CaseLine({ found }: { found: CaseDetail }) {
  const t = useWords()
  const at = line.indexOf(found.stage)
  return (
    <Panel title={t(caseWords.where)}>
      <ol className={style['line']}>
        {(found.stage === 'not_accepted' ? (['intake', 'not_accepted'] as const) : line).map((stage, index) => {
          const isNow = stage === found.stage
          const look = isNow ? style['now'] : index < at ? style['past'] : ''
          return (
            <li key={stage} className={look ?? ''} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
              <span className={style['dot']} aria-hidden="true">
                {index < at ? '✓' : index + 1}
              </span>
              {t(stageWords[stage])}
            </li>
          )
        })}
      </ol>
      {found.next === null || found.suspendedOn !== null ? null : (
        <>
          <b>{t(caseWords.next, { stage: t(stageWords[found.next.to]) })}</b>
          {found.next.missing.length === 0 ? (
            <p style={{ margin: '4px 0 0' }}>{t(caseWords.nothingMissing)}</p>
          ) : (
            <ul className={style['missing']} aria-label={t(caseWords.missing)}>
              {found.next.missing.map((words) => (
                <li key={words.zh}>{t(words)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </Panel>
  )
}
