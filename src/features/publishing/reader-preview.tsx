import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { noTable, phrase } from '../../web/language/phrase-rules.ts'
import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { BulletinText, type Say } from './bulletin-text.tsx'
import type { Content } from './bulletin-schema.ts'
import { publishingWords } from './publishing-words.ts'

/** A bulletin as its readers will see it, in either script. */
export function ReaderPreview({ content, say, live }: { content: Content; say: Say; live: boolean }) {
  const t = useWords()
  const [script, setScript] = useState<'zh-CN' | 'zh-Hant'>('zh-CN')
  const table = useQuery({
    queryKey: ['traditional'],
    queryFn: async () => (await import('virtual:traditional')).default,
    enabled: script === 'zh-Hant',
    staleTime: Infinity,
  })
  const written = (text: string) => phrase({ zh: text, en: text }, script, table.data ?? noTable)
  return (
    <Panel
      title={t(publishingWords.preview)}
      actions={
        <Segmented
          aria-label={t(publishingWords.preview)}
          value={script}
          onChange={(next) => setScript(next === 'zh-Hant' ? 'zh-Hant' : 'zh-CN')}
          options={[
            { value: 'zh-CN', label: t(publishingWords.simplified) },
            { value: 'zh-Hant', label: t(publishingWords.traditional) },
          ]}
        />
      }
    >
      {live ? <p>{t(publishingWords.live)}</p> : null}
      <BulletinText content={content} say={say} script={written} />
    </Panel>
  )
}
