import { Link, useParams } from 'react-router'
import { personIdSchema, type PersonId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { openPerson } from '../people/schema.ts'
import style from './assess.module.css'
import { assessmentWords } from './assessment-words.ts'
import { findScale } from './scale-rules.ts'
import { listAssessmentsOfPerson, listScaleTexts, type Assessment } from './schema.ts'
import { countedItems } from './scoring-rules.ts'

const groups: readonly { readonly words: Words; readonly codes: readonly string[]; readonly about?: Words }[] = [
  { words: assessmentWords.groupMood, codes: ['GDS-15', 'PHQ-2', 'PHQ-9', 'GAD-2', 'GAD-7'] },
  { words: assessmentWords.groupCare, codes: ['self-care', 'tekun-6', 'ability'] },
  { words: assessmentWords.groupSafety, codes: ['home-safety', 'fall-risk'] },
  { words: assessmentWords.groupService, codes: ['satisfaction', 'carer-strain'] },
  { words: assessmentWords.groupOwn, codes: ['LSNS-6', 'UCLA-3', 'Barthel', 'Lawton', 'WHO-5'], about: assessmentWords.noTextAbout },
]

/** Which scale a person is assessed by. */
export function ChooseScalePage() {
  const id = personIdSchema.safeParse(useParams()['id'])
  return id.success ? <Choosing key={id.data} personId={id.data} /> : <AbsentPage />
}

function Choosing({ personId }: { personId: PersonId }) {
  const t = useWords()
  const person = useAsk(openPerson, { id: personId })
  const texts = useAsk(listScaleTexts, {})
  const earlier = useAsk(listAssessmentsOfPerson, { personId })
  const entered = new Set((texts.data?.texts ?? []).map((text) => text.scale))
  return (
    <Page
      title={t(assessmentWords.chooseTitle)}
      about={person.data === undefined ? undefined : t(assessmentWords.chooseAbout, { name: person.data.name })}
    >
      <AskedState asked={texts}>
        {() =>
          groups.map((group) => (
            <Panel key={group.words.zh} title={t(group.words)}>
              {group.about === undefined ? null : <p className={style['stem']}>{t(group.about)}</p>}
              <ul className={style['cards']}>
                {group.codes.map((code) => (
                  <li key={code}>
                    <ScaleCard personId={personId} code={code} hasText={entered.has(code)} rows={earlier.data?.rows ?? []} />
                  </li>
                ))}
              </ul>
            </Panel>
          ))
        }
      </AskedState>
    </Page>
  )
}

function ScaleCard({ personId, code, hasText, rows }: { personId: PersonId; code: string; hasText: boolean; rows: readonly Assessment[] }) {
  const t = useWords()
  const { day } = useFormats()
  const scale = findScale(code)
  if (scale === undefined) return null
  const last = rows.find((row) => row.scale === code && row.withdrawn === null)?.day
  const isOpen = scale.shell === undefined || hasText
  const text = (
    <>
      <b>{t(scale.name)}</b>
      <small>{t(scale.about)}</small>
      <small>
        {t(assessmentWords.questions, { n: countedItems(scale).length })} ·{' '}
        {isOpen
          ? last === undefined || last === null
            ? t(assessmentWords.neverDone)
            : t(assessmentWords.lastDone, { day: day(last) })
          : t(assessmentWords.noText)}
      </small>
    </>
  )
  return isOpen ? (
    <Link to={`/people/${personId}/assess/${code}`} className={style['card']}>
      {text}
    </Link>
  ) : (
    <div className={style['card']}>{text}</div>
  )
}
