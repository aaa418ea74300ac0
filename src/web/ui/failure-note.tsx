import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useWords } from '../language/language.tsx'
import { explain } from './explain.ts'
import { uiWords } from './ui-words.ts'

/** What went wrong, in words, with the one thing that helps. Nothing when nothing went wrong. */
export function FailureNote({ failure, onRetry }: { failure: Error | null; onRetry?: (() => void) | undefined }) {
  const t = useWords()
  const client = useQueryClient()
  if (failure === null) return null
  const { title, detail, remedy } = explain(failure, t)
  const action =
    remedy === 'retry' && onRetry !== undefined ? (
      <Button size="small" onClick={onRetry}>
        {t(uiWords.retry)}
      </Button>
    ) : remedy === 'reload' ? (
      <Button size="small" onClick={() => window.location.reload()}>
        {t(uiWords.reload)}
      </Button>
    ) : remedy === 'renew' ? (
      <Button size="small" onClick={() => void client.invalidateQueries()}>
        {t(uiWords.renew)}
      </Button>
    ) : undefined
  return <Alert type="error" showIcon role="alert" title={title} description={detail} action={action} style={{ marginBottom: 16 }} />
}
