import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { claimWish, dropClaim, listOpenWishes } from './schema.ts'
import { sortWords, wishStateWords, wishWords } from './wish-words.ts'
import { wishTones } from './wish-columns.tsx'

type Answer = z.output<typeof listOpenWishes.output>
type Open = Answer['open'][number]
type Mine = Answer['mine'][number]
const claimFields = ['organisationId']

/** Wishes that a volunteer or a partner may claim, and those they have. Whose they are does not stand here. */
export function ClaimPage() {
  const t = useWords()
  const { day } = useFormats()
  const asked = useAsk(listOpenWishes, {})
  const [claiming, setClaiming] = useState<Open>()
  const [dropping, setDropping] = useState<Mine>()
  return (
    <Page title={t(wishWords.claimTitle)} about={t(wishWords.claimAbout)}>
      <AskedState asked={asked}>
        {({ open, mine, organisations }) => (
          <>
            <Panel title={t(wishWords.mine)}>
              <Entries
                rows={mine}
                keyOf={(wish) => wish.id}
                empty={t(wishWords.mineNone)}
                head={(wish) => (
                  <>
                    <b>{wish.title}</b> <Chip tone={wishTones[wish.state]}>{t(wishStateWords[wish.state])}</Chip>
                  </>
                )}
                more={(wish) => (
                  <>
                    <About wish={wish} />
                    {wish.state === 'claimed' ? (
                      <div>
                        {t(wishWords.until)} {day(wish.until)} {wish.organisation}
                      </div>
                    ) : null}
                  </>
                )}
                acts={(wish) =>
                  wish.state === 'claimed' ? (
                    <Button size="small" aria-label={t(wishWords.dropOf, { title: wish.title })} onClick={() => setDropping(wish)}>
                      {t(wishWords.drop)}
                    </Button>
                  ) : null
                }
              />
            </Panel>
            <Panel title={t(wishWords.open)}>
              <Entries
                rows={open}
                keyOf={(wish) => wish.id}
                empty={t(wishWords.openNone)}
                head={(wish) => <b>{wish.title}</b>}
                more={(wish) => <About wish={wish} />}
                acts={(wish) => (
                  <Button size="small" aria-label={t(wishWords.claimOf, { title: wish.title })} onClick={() => setClaiming(wish)}>
                    {t(wishWords.claim)}
                  </Button>
                )}
              />
            </Panel>
            <ClaimDialog wish={claiming} organisations={organisations} onClose={() => setClaiming(undefined)} />
            <DropDialog wish={dropping} organisations={organisations} onClose={() => setDropping(undefined)} />
          </>
        )}
      </AskedState>
    </Page>
  )
}

function About({ wish }: { wish: Open }) {
  const t = useWords()
  const { money } = useFormats()
  return (
    <>
      {wish.about === null ? null : <div>{wish.about}</div>}
      {[wish.code, t(sortWords[wish.sort]), wish.town, wish.valueFen === 0 ? null : money(wish.valueFen)]
        .filter((known) => known !== null)
        .join(' · ')}
    </>
  )
}

type Organisations = Answer['organisations']

function ClaimDialog({ wish, organisations, onClose }: { wish: Open | undefined; organisations: Organisations; onClose: () => void }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const doing = useDo(claimWish)
  return (
    <FormDialog<{ claimId: string; organisationId?: OrganisationId }>
      open={wish !== undefined}
      name="claim-wish"
      title={t(wishWords.claimOf, { title: wish?.title ?? '' })}
      about={t(wishWords.claimAbout)}
      action={t(wishWords.claim)}
      fields={claimFields}
      first={{ claimId: v7(), ...(organisations[0] === undefined ? {} : { organisationId: organisations[0].id }) }}
      doing={doing}
      onFinish={({ claimId, organisationId }) => {
        if (wish === undefined) return
        const organisation = organisations.find(({ id }) => id === organisationId)?.id ?? null
        doing.run(
          { id: wish.id, claimId, organisationId: organisation },
          {
            onDone: ({ until }) => {
              onClose()
              void message.success(t(wishWords.claimed, { day: day(until) }))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="claimId" hidden>
        <input type="hidden" />
      </Form.Item>
      {organisations.length === 0 ? null : (
        <Form.Item name="organisationId" label={t(wishWords.onBehalf)}>
          <Select options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
    </FormDialog>
  )
}

function DropDialog({ wish, organisations, onClose }: { wish: Mine | undefined; organisations: Organisations; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(dropClaim)
  return (
    <ReasonDialog
      open={wish !== undefined}
      title={t(wishWords.dropOf, { title: wish?.title ?? '' })}
      about={t(wishWords.dropAbout)}
      action={t(wishWords.drop)}
      label={t(wishWords.reason)}
      doing={doing}
      onReason={(reason) => {
        if (wish === undefined) return
        const organisationId = organisations.find(({ name }) => name === wish.organisation)?.id ?? null
        doing.run(
          { id: wish.id, organisationId, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(wishWords.done))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
