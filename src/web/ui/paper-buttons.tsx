import { Button, Dropdown, Modal, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ReadEndpoint } from '../../kernel/endpoint.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useDownload } from '../client/download.ts'
import { useMay } from '../client/mine.ts'
import { usePaper } from '../client/paper.ts'
import { useWords } from '../language/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { Icon } from './icon.tsx'
import style from './paper-buttons.module.css'
import { paperWords } from './paper-words.ts'

export type PrintablePaper<Input> = {
  /** The paper's name, as in the menu: 签到表. */
  readonly name: string
  inputFor(format: PaperFormat): Input
}

/**
 * Hands papers over: one look at the page as it will be printed, then the printer, a PDF or a Word file. One paper is a
 * button, several a menu. Nothing for whoever may not have them.
 */
export function PaperButtons<I extends z.ZodType, O extends z.ZodType>({
  endpoint,
  papers,
  label,
}: {
  endpoint: ReadEndpoint<I, O>
  papers: readonly PrintablePaper<z.input<I>>[]
  /** What the button says instead of 打印. */
  label?: string
}) {
  const t = useWords()
  const may = useMay(endpoint.permission)
  const [open, setOpen] = useState<number>()
  const [only] = papers
  const chosen = open === undefined ? undefined : papers[open]
  if (!may || only === undefined) return null
  const button = label ?? t(paperWords.print)
  return (
    <>
      {papers.length === 1 ? (
        <Button icon={<Icon name="print" />} onClick={() => setOpen(0)}>
          {button}
        </Button>
      ) : (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{ items: papers.map((paper, at) => ({ key: String(at), label: paper.name, onClick: () => setOpen(at) })) }}
        >
          <Button icon={<Icon name="print" />}>
            {button} <Icon name="down" size={14} />
          </Button>
        </Dropdown>
      )}
      {chosen === undefined ? null : <Preview endpoint={endpoint} paper={chosen} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Preview<I extends z.ZodType, O extends z.ZodType>({
  endpoint,
  paper,
  onClose,
}: {
  endpoint: ReadEndpoint<I, O>
  paper: PrintablePaper<z.input<I>>
  onClose: () => void
}) {
  const t = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const shown = usePaper(endpoint)
  const pdf = useDownload(endpoint)
  const word = useDownload(endpoint)
  // Asked for once, when the dialog opens: each time leaves an entry in the trail.
  const first = useRef(paper.inputFor('html'))
  const { run } = shown
  useEffect(() => run(first.current), [run])
  const page = shown.page
  const busy = pdf.busy ? paperWords.makingPdf : word.busy ? paperWords.makingWord : undefined
  const download = (by: typeof pdf, format: PaperFormat) => {
    pdf.forget()
    word.forget()
    by.run(paper.inputFor(format))
  }
  return (
    <Modal
      open
      title={t(paperWords.printOf, { name: paper.name })}
      onCancel={onClose}
      width="min(940px, 100vw)"
      className={style['dialog'] ?? ''}
      footer={
        <div className={style['foot']}>
          <output className={style['filled']}>
            {busy === undefined
              ? page === undefined
                ? ''
                : [
                    t(paperWords.prefilled, { n: page.prefilled }),
                    ...(page.blank === 0 ? [] : [t(paperWords.blank, { n: page.blank })]),
                  ].join(' · ')
              : t(busy)}
          </output>
          <Button onClick={() => download(word, 'word')} loading={word.busy} disabled={pdf.busy}>
            {t(paperWords.word)}
          </Button>
          <Button onClick={() => download(pdf, 'pdf')} loading={pdf.busy} disabled={word.busy}>
            {t(paperWords.pdf)}
          </Button>
          <Button type="primary" disabled={page === undefined} onClick={() => frame.current?.contentWindow?.print()}>
            {t(paperWords.print)}
          </Button>
        </div>
      }
    >
      <FailureNote failure={shown.failure} onRetry={() => shown.run(paper.inputFor('html'))} />
      <FailureNote failure={pdf.failure} onRetry={() => download(pdf, 'pdf')} />
      <FailureNote failure={word.failure} onRetry={() => download(word, 'word')} />
      {page === undefined ? (
        shown.failure === null ? (
          <div className={style['waiting']}>
            <Spin />
            <span>{t(paperWords.making)}</span>
          </div>
        ) : null
      ) : (
        // No scripts run in it; the frame is of this origin so that it can be printed from here.
        <iframe
          ref={frame}
          title={t(paperWords.preview)}
          sandbox="allow-same-origin allow-modals"
          srcDoc={page.html}
          className={style['page']}
        />
      )}
    </Modal>
  )
}
