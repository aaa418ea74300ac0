import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { actWords, programmeWords as w } from './programme-words.ts'
import { restoreProgramme, type OpenedProgramme } from './schema.ts'

/** Every version of a programme, by whom and why; an earlier one can be brought back. */
export function ProgrammeHistory({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const [to, setTo] = useState<number>()
  const doing = useDo(restoreProgramme)
  const mayRestore = programme.mayChange && programme.state !== 'ended'
  return (
    <Panel title={t(w.history)}>
      <Entries
        rows={programme.versions}
        keyOf={(version) => String(version.version)}
        empty=""
        head={(version) => (
          <>
            <b>{t(actWords[version.act])}</b> {t(w.version, { n: version.version })}
          </>
        )}
        more={(version) => (
          <>
            {[version.by, moment(version.at)].filter((known) => known !== null).join(' · ')}
            {version.reason === null ? null : <div>{version.reason}</div>}
          </>
        )}
        acts={
          mayRestore
            ? (version) =>
                version.version === programme.version ? null : (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t(w.restoreOf, { n: version.version })}
                    onClick={() => setTo(version.version)}
                  >
                    {t(w.restore)}
                  </Button>
                )
            : undefined
        }
      />
      <ReasonDialog
        open={to !== undefined}
        of={String(to)}
        title={t(w.restoreOf, { n: to ?? 0 })}
        about={t(w.restoreAbout)}
        action={t(w.restore)}
        label={t(w.reason)}
        doing={doing}
        onReason={(reason) => {
          if (to === undefined) return
          doing.run(
            { id: programme.id, version: programme.version, to, reason },
            {
              onDone: () => {
                setTo(undefined)
                void message.success(t(w.done))
              },
            },
          )
        }}
        onClose={() => setTo(undefined)}
      />
    </Panel>
  )
}
