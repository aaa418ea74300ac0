import { useWords } from '../../web/language/language.tsx'
import { tellingFindings, type Advice } from './advice-rules.ts'
import { adviceWords, bands } from './band-words.ts'
import style from './advice-view.module.css'
import { LevelChip } from './level-chip.tsx'
import { symptomWords } from './symptom-schema.ts'

/** What was found and what to do, the gravest first. Nothing where all is usual. */
export function AdviceView({ advice, quiet = false }: { advice: Advice; quiet?: boolean }) {
  const t = useWords()
  const telling = tellingFindings(advice)
  const isGrave = advice.level === 'emergency' || advice.level === 'urgent'
  if (telling.length === 0 && advice.grave.length === 0) return quiet ? null : <LevelChip level={advice.level} />
  return (
    <div className={`${style['advice']} ${isGrave ? style['grave'] : ''}`} {...(isGrave ? { role: 'alert' } : {})}>
      {advice.grave.length === 0 ? null : (
        <div>
          <p className={style['head']}>
            <LevelChip level="emergency" /> {t(adviceWords.gravest)} {advice.grave.map((symptom) => t(symptomWords[symptom])).join('、')}
          </p>
          <p>{t(adviceWords.ambulance)}</p>
        </div>
      )}
      {telling.map((finding) => (
        <div key={finding.band}>
          <p className={style['head']}>
            <LevelChip level={finding.level} /> {t(bands[finding.band].name)}
            {finding.aside === undefined ? null : t(finding.aside)} <b>{finding.value}</b>
          </p>
          <p>{t(bands[finding.band].doing)}</p>
        </div>
      ))}
      {advice.beside.map((words) => (
        <p key={words.zh}>{t(words)}</p>
      ))}
    </div>
  )
}
