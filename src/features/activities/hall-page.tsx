import { useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { activityWords } from './activities-words.ts'
import { showCode } from './attend-schema.ts'
import style from './event.module.css'
import { Square } from './square.tsx'

/** A code is good for ten minutes; the screen takes a new one, and the count, twice a minute. */
const every = 30_000

/** The screen in the hall: the code to scan, and how many have come. */
export function HallPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Hall id={id.data} /> : <AbsentPage />
}

function Hall({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(showCode, { id }, { every })
  return (
    <Page title={asked.data?.title ?? t(activityWords.hall)}>
      <Panel>
        <AskedState asked={asked}>
          {({ code, come, going }) => (
            <div className={style['hall']}>
              <p className={style['hallAbout']}>{t(activityWords.hallAbout)}</p>
              <Square text={`${window.location.origin}/here#${code}`} label={t(activityWords.hallAbout)} />
              <p className={style['hallCount']} aria-live="polite">
                {t(activityWords.comeOf, { n: come })}
              </p>
              {going === 0 ? null : <p className={style['hallAbout']}>{t(activityWords.goingAll, { n: going })}</p>}
              <p>{t(activityWords.hallNext)}</p>
            </div>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
