import { App, Button } from 'antd'
import { useEffect } from 'react'
import { makeExport, type ExportInput } from '../features/exchange/export-schema.ts'
import { useDownload } from './client/download.ts'
import { useMay } from './client/mine.ts'
import { exportWords } from './export-words.ts'
import { useWords } from './language/language.tsx'
import { explain } from './ui/explain.ts'
import { Icon } from './ui/icon.tsx'

/** Hands the list that is on the screen over as a workbook. Nothing for whoever may not export. */
export function ExportButton({ input }: { input: ExportInput }) {
  const t = useWords()
  const may = useMay('exports.make')
  const { message } = App.useApp()
  const { run, busy, failure } = useDownload(makeExport)
  useEffect(() => {
    if (failure !== null) void message.error(explain(failure, t).detail)
  }, [failure, message, t])
  if (!may) return null
  return (
    <Button icon={<Icon name="download" />} loading={busy} onClick={() => run(input)}>
      {t(exportWords.export)}
    </Button>
  )
}
