import { useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { activityWords } from './activities-words.ts'
import { printCards } from './attend-schema.ts'
import style from './event.module.css'
import { RollPapers } from './roll-papers.tsx'
import { Square } from './square.tsx'

/** Cards of those who signed up, to print and cut: a name and a square. */
export function CardsPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Cards id={id.data} /> : <AbsentPage />
}

function Cards({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(printCards, { id })
  return (
    <Page title={t(activityWords.cards)} about={t(activityWords.cardsAbout)} actions={<RollPapers id={id} papers={['cards']} />}>
      <Panel>
        <AskedState asked={asked}>
          {({ cards }) =>
            cards.length === 0 ? (
              <p>{t(activityWords.cardsNone)}</p>
            ) : (
              <div className={style['cards']}>
                {cards.map((card) => (
                  <div key={card.personId} className={style['card']}>
                    <Square
                      text={`${window.location.origin}/events/card#${card.code}`}
                      label={t(activityWords.cardOf, { name: card.name })}
                    />
                    <span>
                      <b>{card.name}</b>
                      {card.communityName}
                    </span>
                  </div>
                ))}
              </div>
            )
          }
        </AskedState>
      </Panel>
    </Page>
  )
}
