import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { MeritDialog } from './merit-dialog.tsx'
import type { KeptMerit, Merit } from './merit-schema.ts'
import { meritWords } from './merit-words.ts'
import { removeMerit, type VolunteerDetail } from './register-schema.ts'

/** Training, awards and evaluations of a volunteer, with what was taken out below. */
export function VolunteerMerits({ volunteer, mayManage }: { volunteer: VolunteerDetail; mayManage: boolean }) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const [corrected, setCorrected] = useState<KeptMerit>()
  const [taken, setTaken] = useState<KeptMerit>()
  const shown = mayManage ? volunteer.merits : volunteer.merits.filter((merit) => merit.removedReason === null)
  return (
    <Panel
      title={t(meritWords.title)}
      actions={
        mayManage ? (
          <Button size="small" icon={<Icon name="plus" size={15} />} onClick={() => setAdding(true)}>
            {t(meritWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Entries
        rows={shown}
        keyOf={(merit) => merit.id}
        empty={t(meritWords.none)}
        head={(merit) => (
          <>
            <Chip tone={merit.removedReason === null ? 'calm' : 'plain'}>{t(meritWords[merit.kind])}</Chip> <b>{merit.title}</b>
          </>
        )}
        more={(merit) => <About merit={merit} />}
        acts={
          mayManage
            ? (merit) =>
                merit.removedReason === null ? (
                  <Buttons>
                    <Button size="small" aria-label={t(meritWords.correctOf, { title: merit.title })} onClick={() => setCorrected(merit)}>
                      {t(meritWords.correct)}
                    </Button>
                    <Button size="small" aria-label={t(meritWords.removeOf, { title: merit.title })} onClick={() => setTaken(merit)}>
                      {t(meritWords.remove)}
                    </Button>
                  </Buttons>
                ) : (
                  <Button size="small" aria-label={t(meritWords.restoreOf, { title: merit.title })} onClick={() => setCorrected(merit)}>
                    {t(meritWords.restore)}
                  </Button>
                )
            : undefined
        }
      />
      <MeritDialog volunteerId={volunteer.id} open={adding} onClose={() => setAdding(false)} />
      <MeritDialog
        key={corrected?.id ?? ''}
        volunteerId={volunteer.id}
        open={corrected !== undefined}
        merit={corrected}
        onClose={() => setCorrected(undefined)}
      />
      <RemoveMerit volunteer={volunteer} merit={taken} onClose={() => setTaken(undefined)} />
    </Panel>
  )
}

/** What is known of one, in a line. */
export function MeritFacts({ merit }: { merit: Merit }) {
  const t = useWords()
  const { day, decimal } = useFormats()
  const known = [
    day(merit.day),
    merit.kind === 'training' && merit.minutes !== null ? t(meritWords.learnt, { n: decimal(merit.minutes / 60, 1) }) : null,
    merit.givenBy,
    merit.content,
  ]
  return <>{known.filter((one) => one !== null && one !== '').join(' · ')}</>
}

function About({ merit }: { merit: KeptMerit }) {
  const t = useWords()
  const { moment } = useFormats()
  return (
    <>
      <MeritFacts merit={merit} />
      {merit.kind === 'training' && merit.content === null ? (
        <>
          {' '}
          <Chip tone="look">{t(meritWords.noContent)}</Chip>
        </>
      ) : null}
      {merit.removedReason !== null ? (
        <div>{t(meritWords.removed, { reason: merit.removedReason })}</div>
      ) : merit.change === null ? null : (
        <div>
          {t(meritWords.changed, {
            by: merit.change.by ?? t(meritWords.somebody),
            at: moment(merit.change.at),
            reason: merit.change.reason,
          })}
        </div>
      )}
    </>
  )
}

function RemoveMerit({ volunteer, merit, onClose }: { volunteer: VolunteerDetail; merit: KeptMerit | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const removing = useDo(removeMerit)
  return (
    <ReasonDialog
      open={merit !== undefined}
      of={merit?.id}
      title={t(meritWords.removeOf, { title: merit?.title ?? '' })}
      about={t(meritWords.removeAbout)}
      action={t(meritWords.remove)}
      label={t(meritWords.reason)}
      doing={removing}
      onReason={(reason) => {
        if (merit === undefined) return
        removing.run(
          { volunteerId: volunteer.id, id: merit.id, version: merit.version, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(meritWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
