import { Button } from 'antd'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import style from './drop-files.module.css'
import { importsWords } from './imports-words.ts'
import { mostFiles, mostMegabytes, sizeText, together, troubleOf } from './upload-rules.ts'

/** A place to drop workbooks on, or to choose them by the keyboard; each is shown with its size and what is wrong with it. */
export function DropFiles({
  files,
  onChange,
  children,
}: {
  files: readonly File[]
  onChange: (files: readonly File[]) => void
  /** What can be done with the files, once there are any. */
  children: (ready: boolean) => ReactNode
}) {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const add = (list: FileList | null) => onChange(together(files, [...(list ?? [])]))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    add(event.dataTransfer.files)
  }
  const isTooMany = files.length > mostFiles
  return (
    <>
      <div
        className={`${style['drop']} ${isOver ? style['over'] : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p>
          {t(importsWords.drop)}{' '}
          <Button icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
            {t(importsWords.choose)}
          </Button>
        </p>
        <small>{t(importsWords.kinds, { files: mostFiles, megabytes: mostMegabytes })}</small>
        <input
          ref={input}
          type="file"
          multiple
          accept=".xlsx,.csv"
          className={style['hidden']}
          aria-label={t(importsWords.choose)}
          onChange={(event) => {
            add(event.target.files)
            // The same file can be chosen again after it was corrected.
            event.target.value = ''
          }}
        />
      </div>
      {files.length === 0 ? null : (
        <>
          <ul className={style['files']} aria-label={t(importsWords.chosen)}>
            {files.map((file) => (
              <ChosenFile key={file.name} file={file} onRemove={() => onChange(files.filter((each) => each !== file))} />
            ))}
          </ul>
          <div className={style['foot']}>
            {children(!isTooMany && files.every((file) => troubleOf(file) === undefined))}
            <span>
              {isTooMany
                ? t(importsWords.tooMany, { files: mostFiles })
                : t(importsWords.chosenTotal, { n: files.length, size: sizeText(files.reduce((sum, file) => sum + file.size, 0)) })}
            </span>
          </div>
        </>
      )}
    </>
  )
}

function ChosenFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const t = useWords()
  const trouble = troubleOf(file)
  return (
    <li>
      <span className={style['name']}>
        {file.name}
        {trouble === undefined ? null : <span className={style['trouble']}>{t(importsWords[trouble])}</span>}
      </span>
      <span className={style['size']}>{sizeText(file.size)}</span>
      <Button
        type="text"
        size="small"
        icon={<Icon name="close" size={16} />}
        aria-label={t(importsWords.remove, { file: file.name })}
        onClick={onRemove}
      />
    </li>
  )
}
