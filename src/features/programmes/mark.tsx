import { App, Button } from 'antd'
import { useRef } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useFileAddress } from '../../web/client/file-address.ts'
import { useWords } from '../../web/language/language.tsx'
import { explain } from '../../web/ui/explain.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { programmeWords as w } from './programme-words.ts'
import style from './programme.module.css'
import { lookAtMark, markProgramme, type OpenedProgramme } from './schema.ts'

/** A programme's mark as a picture; nothing when it has none. */
export function Mark({ id, markId, name, className }: { id: string; markId: string | null; name: string; className: string | undefined }) {
  const t = useWords()
  const { address } = useFileAddress(lookAtMark, { id, markId: markId ?? id }, markId !== null)
  return address === undefined ? null : <img src={address} alt={t(w.markOf, { name })} className={className} />
}

/** The mark with what can be done with it. */
export function MarkPart({ programme, mayChange }: { programme: OpenedProgramme; mayChange: boolean }) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const doing = useDo(markProgramme)
  const { id, version, markId, name } = programme
  const send = (files: readonly File[]) =>
    doing.run(
      { id, version, markId: doing.newId() },
      {
        onDone: () => void message.success(t(w.saved)),
        onFailure: (failure) => {
          const why = explain(failure, t)
          modal.error({ title: why.title, content: why.detail })
        },
      },
      files,
    )
  return (
    <div>
      {markId === null ? (
        <div className={style['markEmpty']}>{t(w.mark)}</div>
      ) : (
        <Mark id={id} markId={markId} name={name} className={style['mark']} />
      )}
      {mayChange ? (
        <div className={style['markActs']}>
          <Button
            size="small"
            type="link"
            icon={<Icon name="upload" size={16} />}
            loading={doing.busy}
            onClick={() => input.current?.click()}
          >
            {t(markId === null ? w.addMark : w.changeMark)}
          </Button>
          {markId === null ? null : (
            <Button size="small" type="link" onClick={() => send([])}>
              {t(w.removeMark)}
            </Button>
          )}
          <input
            ref={input}
            type="file"
            hidden
            accept="image/*"
            aria-label={t(w.addMark)}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) send([file])
              event.target.value = ''
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
