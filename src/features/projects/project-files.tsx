import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import type { ProjectFile } from './expense-schema.ts'
import { fileWords as w } from './expense-words.ts'
import { addProjectFile, openProjectFile, removeProjectFile, type FileAbout } from './file-schema.ts'
import { LookAtFile } from './look-at-file.tsx'

/** Pictures and PDFs that show an expense or a duty: looked at, added, removed with a reason. */
export function ProjectFiles({ about, files, mayChange }: { about: FileAbout; files: readonly ProjectFile[]; mayChange: boolean }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const chooser = useRef<HTMLInputElement>(null)
  const [looking, setLooking] = useState<ProjectFile>()
  const [removing, setRemoving] = useState<ProjectFile>()
  const adding = useDo(addProjectFile)
  const taking = useDo(removeProjectFile)
  const downloading = useDownload(openProjectFile)
  return (
    <>
      <FailureNote failure={adding.failure ?? downloading.failure} />
      <Entries
        rows={files}
        keyOf={(file) => file.id}
        empty={t(w.none)}
        head={(file) => file.fileName}
        more={(file) => t(w.by, { by: file.addedBy ?? '', at: moment(file.addedAt) })}
        acts={(file) => (
          <Buttons>
            <Button
              size="small"
              aria-label={t(w.openOf, { name: file.fileName })}
              onClick={() => (file.mediaType === 'image/jpeg' ? setLooking(file) : downloading.run({ id: file.id }))}
            >
              {t(w.open)}
            </Button>
            {mayChange ? (
              <Button size="small" aria-label={t(w.removeOf, { name: file.fileName })} onClick={() => setRemoving(file)}>
                {t(w.remove)}
              </Button>
            ) : null}
          </Buttons>
        )}
      />
      {mayChange ? (
        <>
          <Button icon={<Icon name="upload" size={16} />} loading={adding.busy} onClick={() => chooser.current?.click()}>
            {t(w.add)}
          </Button>
          <input
            ref={chooser}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t(w.add)}
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file === undefined) return
              adding.run({ id: adding.newId(`${file.name} ${file.size}`), about }, { onDone: () => void message.success(t(w.added)) }, [
                file,
              ])
            }}
          />
        </>
      ) : null}
      {looking === undefined ? null : <LookAtFile file={looking} onClose={() => setLooking(undefined)} />}
      <ReasonDialog
        open={removing !== undefined}
        of={removing?.id ?? ''}
        title={t(w.removeOf, { name: removing?.fileName ?? '' })}
        about={t(w.removeAbout)}
        action={t(w.remove)}
        doing={taking}
        onReason={(reason) => {
          if (removing !== undefined) taking.run({ id: removing.id, reason }, { onDone: () => setRemoving(undefined) })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </>
  )
}
