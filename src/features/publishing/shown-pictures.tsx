import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import type { Bulletin } from './bulletin-schema.ts'
import { takeDownPicture } from './picture-schema.ts'
import { publishingWords } from './publishing-words.ts'

/** The photos that anybody sees in a published bulletin, and whether the people in them still agree. */
export function ShownPictures({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords()
  const mayTakeDown = useMay('bulletins.approve')
  const taking = useDo(takeDownPicture)
  const [asked, setAsked] = useState<number>()
  const chosen = asked === undefined ? undefined : bulletin.pictures[asked]
  const captions = new Map(
    bulletin.content.blocks.flatMap((block) => (block.is === 'picture' ? [[block.evidenceId, block.caption] as const] : [])),
  )
  const rows = bulletin.pictures.map((picture, at) => ({ ...picture, at }))
  return (
    <Panel title={t(publishingWords.photosShown)}>
      <Entries
        rows={rows}
        keyOf={(row) => row.sha256}
        empty=""
        head={(row) => (
          <>
            {t(publishingWords.photoAt, { n: row.at + 1 })}：{captions.get(row.evidenceId) ?? ''}{' '}
            {row.agreed ? null : <Chip tone="bad">{t(publishingWords.notAgreed)}</Chip>}
          </>
        )}
        acts={(row) =>
          mayTakeDown ? (
            <Button size="small" danger aria-label={t(publishingWords.takeDownOf, { n: row.at + 1 })} onClick={() => setAsked(row.at)}>
              {t(publishingWords.takeDown)}
            </Button>
          ) : null
        }
      />
      <ReasonDialog
        open={chosen !== undefined}
        title={t(publishingWords.takeDownOf, { n: (asked ?? 0) + 1 })}
        about={t(publishingWords.takeDownAbout)}
        action={t(publishingWords.takeDown)}
        label={t(publishingWords.reason)}
        doing={taking}
        onReason={(reason) => {
          if (chosen !== undefined) taking.run({ id: bulletin.id, sha256: chosen.sha256, reason }, { onDone: () => setAsked(undefined) })
        }}
        onClose={() => setAsked(undefined)}
      />
    </Panel>
  )
}
