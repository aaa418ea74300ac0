import { Alert, App, Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { BlockFields, blockName } from './block-fields.tsx'
import {
  contentSchema,
  saveBulletin,
  submitBulletin,
  type Block,
  type Bulletin,
  type BulletinFacts,
  type Content,
} from './bulletin-schema.ts'
import { bindIn, findingsOf, keyOf, placed, sayingOf, unsettled, type Finding } from './bulletin-text-rules.ts'
import { ClaimList } from './claim-list.tsx'
import { figureGroups } from './figure-group-rules.ts'
import { tokenOf } from './line-text-rules.ts'
import { AddPicture } from './picture-fields.tsx'
import { publishingWords } from './publishing-words.ts'
import { ReaderPreview } from './reader-preview.tsx'
import style from './bulletin-editor.module.css'

/** What was typed and not saved stays in this tab; signing out forgets it with every other draft. */
function useUnsaved(key: string, first: Content) {
  const { accountId } = useMine()
  const name = `nuanyang.draft.${accountId}.${key}`
  const [kept] = useState(() => {
    const found = contentSchema.safeParse(JSON.parse(sessionStorage.getItem(name) ?? 'null'))
    return found.success ? found.data : undefined
  })
  const [content, setContent] = useState(kept ?? first)
  const isChanged = JSON.stringify(content) !== JSON.stringify(first)
  useEffect(() => {
    if (isChanged) sessionStorage.setItem(name, JSON.stringify(content))
    else sessionStorage.removeItem(name)
  }, [name, content, isChanged])
  return { content, setContent, isChanged, restored: kept !== undefined, forget: () => sessionStorage.removeItem(name) }
}

/** A draft: its blocks, the claim check beside them, and what the reader will see. */
export function BulletinEditor({ bulletin, facts }: { bulletin: Bulletin; facts: BulletinFacts }) {
  const t = useWords()
  const { message } = App.useApp()
  const { content, setContent, isChanged, restored, forget } = useUnsaved(`bulletin.${bulletin.id}.${bulletin.version}`, bulletin.content)
  const saving = useDo(saveBulletin)
  const submitting = useDo(submitBulletin)
  const findings = useMemo(() => findingsOf(content, facts), [content, facts])
  const values = useMemo(() => new Map(facts.figures.map((one) => [keyOf(one.measure, one.scope), one.value])), [facts])
  const setBlocks = (blocks: Block[]) => setContent({ ...content, blocks })
  const setBlock = (at: number, block: Block) => setBlocks(content.blocks.map((one, i) => (i === at ? block : one)))
  const move = (at: number, by: number) => {
    const [moved] = content.blocks.slice(at, at + 1)
    if (moved !== undefined) setBlocks(content.blocks.toSpliced(at, 1).toSpliced(at + by, 0, moved))
  }
  const save = (then?: (version: number) => void) =>
    saving.run(
      { id: bulletin.id, version: bulletin.version, projectId: bulletin.projectId, content },
      {
        onDone: ({ version }) => {
          forget()
          if (then === undefined) void message.success(t(publishingWords.saved))
          else then(version)
        },
      },
    )
  const submit = (version: number) => submitting.run({ id: bulletin.id, version })
  const bind = ({ block: at, item, claim }: Finding) => {
    const block = content.blocks[at]
    if (claim.is === 'foreign' || block === undefined) return
    const { measure, at: place } = claim.figure
    const figure = facts.figures.find((one) => one.measure === measure && one.at === place)
    if (figure === undefined) return
    const token = tokenOf(figure, sayingOf(claim), v7)
    if (block.is === 'paragraph' || block.is === 'quote') setBlock(at, { ...block, line: bindIn(block.line, claim.from, claim.to, token) })
    if (block.is === 'list')
      setBlock(at, { ...block, items: block.items.map((line, i) => (i === item ? bindIn(line, claim.from, claim.to, token) : line)) })
  }
  const open = unsettled(findings).length
  return (
    <Page
      title={content.title === '' ? t(publishingWords.bulletins) : content.title}
      about={isChanged ? t(publishingWords.unsaved) : t(publishingWords.edition, { n: bulletin.edition })}
      actions={
        <Buttons>
          <Button loading={saving.busy} disabled={!isChanged} onClick={() => save()}>
            {t(publishingWords.save)}
          </Button>
          <Button
            type="primary"
            loading={submitting.busy}
            disabled={open > 0}
            onClick={() => (isChanged ? save(submit) : submit(bulletin.version))}
          >
            {t(publishingWords.submit)}
          </Button>
        </Buttons>
      }
    >
      <FailureNote failure={saving.failure ?? submitting.failure} onRetry={saving.failure === null ? submitting.again : saving.again} />
      {restored ? <Alert type="info" showIcon title={t(publishingWords.restored)} style={{ marginBottom: 12 }} /> : null}
      {bulletin.reason === null ? null : (
        <Alert type="warning" showIcon title={t(publishingWords.backReason, { reason: bulletin.reason })} style={{ marginBottom: 12 }} />
      )}
      <div className={style['columns']}>
        <Panel title={t(publishingWords.text)}>
          <Input
            aria-label={t(publishingWords.titleField)}
            value={content.title}
            maxLength={80}
            size="large"
            style={{ marginBottom: 14 }}
            onChange={(event) => setContent({ ...content, title: event.target.value })}
          />
          <ol className={style['blocks']}>
            {placed(content.blocks).map(({ place, one: block }) => {
              const at = Number(place)
              const name = t(publishingWords.blockAt, { n: at + 1, kind: t(blockName(block)) })
              return (
                <li key={place}>
                  <div className={style['blockHead']}>
                    <span>{name}</span>
                    <Buttons>
                      <Button size="small" disabled={at === 0} aria-label={`${t(publishingWords.up)} ${name}`} onClick={() => move(at, -1)}>
                        {t(publishingWords.up)}
                      </Button>
                      <Button
                        size="small"
                        disabled={at === content.blocks.length - 1}
                        aria-label={`${t(publishingWords.down)} ${name}`}
                        onClick={() => move(at, 1)}
                      >
                        {t(publishingWords.down)}
                      </Button>
                      <Button
                        size="small"
                        aria-label={`${t(publishingWords.remove)} ${name}`}
                        onClick={() => setBlocks(content.blocks.filter((_, i) => i !== at))}
                      >
                        {t(publishingWords.remove)}
                      </Button>
                    </Buttons>
                  </div>
                  <BlockFields block={block} at={at} figures={facts.figures} onChange={(next) => setBlock(at, next)} />
                </li>
              )
            })}
          </ol>
          <AddBlock facts={facts} projectId={bulletin.projectId} onAdd={(block) => setBlocks([...content.blocks, block])} />
        </Panel>
        <ClaimList
          findings={findings}
          acts={{
            onBind: bind,
            onKeep: ({ claim, sentence }, reason) =>
              setContent({ ...content, kept: [...content.kept, { text: claim.text, sentence, reason }] }),
            onUnkeep: ({ kept }) => setContent({ ...content, kept: content.kept.filter((one) => one !== kept) }),
          }}
        />
      </div>
      <ReaderPreview
        content={content}
        live
        say={(token) => {
          const key = keyOf(token.measure, token.scope)
          return { value: values.get(key) ?? null, blank: bulletin.hidden.includes(key) }
        }}
      />
    </Page>
  )
}

function AddBlock({ facts, projectId, onAdd }: { facts: BulletinFacts; projectId: string; onAdd: (block: Block) => void }) {
  const t = useWords()
  const [first] = facts.figures
  const figures = (as: 'table' | 'bars'): Block[] =>
    first === undefined ? [] : [{ is: 'figures', title: '', as, rows: [{ name: '', figure: tokenOf(first, 'full', v7) }] }]
  const months = figureGroups(facts.figures).find(({ measure, by }) => measure === 'activities' && by === 'month')
  const line: Block[] =
    months === undefined
      ? []
      : [
          {
            is: 'figures',
            title: `每月${measures.activities.name.zh}`,
            as: 'line',
            rows: months.figures.map((figure) => ({ name: figure.at ?? '', figure: tokenOf(figure, 'full', v7) })),
          },
        ]
  const all: Block[] = [
    { is: 'heading', text: '' },
    { is: 'paragraph', line: [] },
    { is: 'list', ordered: false, items: [[]] },
    { is: 'quote', line: [], by: '' },
    ...figures('table'),
    ...figures('bars'),
    ...line,
  ]
  return (
    <Buttons>
      {all.map((block) => (
        <Button key={blockName(block).zh} size="small" onClick={() => onAdd(block)}>
          {`${t(publishingWords.add)} ${t(blockName(block))}`}
        </Button>
      ))}
      <AddPicture projectId={projectId} onAdd={onAdd} />
    </Buttons>
  )
}
