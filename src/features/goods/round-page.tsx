import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { z } from 'zod'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Bar } from '../../web/ui/bar.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { EndRound } from './end-round.tsx'
import style from './goods.module.css'
import { goodsWords as w } from './goods-words.ts'
import { printRound } from './hand-out-schema.ts'
import { addRecipients, openRound, type Round } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'
import { ShareList } from './share-list.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'

/** A hand-out list while it is made and handed out by. */
export function RoundPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} /> : <AbsentPage />
}

function Opened({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openRound, { id })
  const round = asked.data
  return (
    <Page title={round === undefined ? t(r.title) : round.title} actions={round === undefined ? undefined : <Actions round={round} />}>
      <AskedState asked={asked}>
        {(found) => (
          <>
            <Head round={found} />
            <Panel title={t(r.list)}>
              {found.closed ? null : <AddPeople round={found} />}
              <ShareList round={found} />
            </Panel>
          </>
        )}
      </AskedState>
    </Page>
  )
}

function Actions({ round }: { round: Round }) {
  const t = useWords()
  const [ending, setEnding] = useState(false)
  return (
    <>
      <PaperButtons
        endpoint={printRound}
        papers={[{ name: t(w.print), inputFor: (format: PaperFormat) => ({ id: round.id, format }) }]}
        label={t(w.print)}
      />
      <Button onClick={() => setEnding(true)}>{t(round.closed ? r.reopen : r.end)}</Button>
      <EndRound round={round} open={ending} onClose={() => setEnding(false)} />
    </>
  )
}

function Head({ round }: { round: Round }) {
  const t = useWords()
  const { day, number } = useFormats()
  const amount = (n: number) => `${number(n)}${round.unit ?? ''}`
  const waiting = round.shares - round.handed
  const lacking = waiting * round.each - round.stockAtPlace
  return (
    <Panel>
      <div className={style['head']}>
        <span>
          <Link to={`/goods/${round.lotId}`}>{round.item}</Link> · {t(r.each)} {amount(round.each)}
        </span>
        <span>{round.communityName}</span>
        <span>{day(round.day)}</span>
        <span>{t(r.left, { n: amount(round.stockAtPlace) })}</span>
        {round.closed ? <Chip>{t(r.ended)}</Chip> : null}
      </div>
      <Bar
        share={round.shares === 0 ? 0 : round.handed / round.shares}
        label={t(r.progressOf, { handed: round.handed, shares: round.shares })}
      />
      <p className={style['progress']}>
        {t(r.progress)} {t(r.progressOf, { handed: round.handed, shares: round.shares })}
        {round.byRelatives === 0 ? null : ` · ${t(r.byRelatives, { n: round.byRelatives })}`}
      </p>
      {!round.closed && lacking > 0 && waiting > 0 ? <p className={style['lacking']}>{t(r.enough, { need: amount(lacking) })}</p> : null}
      {round.restrictedTo === null ? null : <p>{t(r.restricted, { use: round.restrictedTo })}</p>}
      {round.sheetKeptAt === null ? null : (
        <p>
          {t(r.keptAt)}：{round.sheetKeptAt}
        </p>
      )}
    </Panel>
  )
}

function AddPeople({ round }: { round: Round }) {
  const t = useWords()
  const { message } = App.useApp()
  const [suggesting, setSuggesting] = useState(false)
  const adding = useDo(addRecipients)
  return (
    <>
      <FailureNote failure={adding.failure} onRetry={adding.again} />
      <div className={style['adding']}>
        <Button onClick={() => setSuggesting(true)}>{t(r.suggest)}</Button>
        <PersonSearch
          id="add-recipient"
          projectId={round.projectId}
          label={t(r.addByName)}
          placeholder={t(r.addByName)}
          onPick={(person) => {
            if (round.list.some((share) => share.members.some(({ personId }) => personId === person.id)))
              return void message.info(t(r.onList, { name: person.name }))
            return adding.run({ roundId: round.id, people: [{ id: adding.newId(person.id), personId: person.id }] })
          }}
        />
      </div>
      <SuggestDialog round={round} open={suggesting} onClose={() => setSuggesting(false)} />
    </>
  )
}
