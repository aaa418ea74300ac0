import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { isListedLink, linksOf, picturesOf, unsettled, type Finding } from './bulletin-text-rules.ts'
import { mayDraw } from './chart-rules.ts'
import type { BulletinState, Content } from './bulletin-schema.ts'

type Facts = { readonly state: BulletinState; readonly editors: readonly string[] }

export function mayChange({ state }: Facts): Verdict {
  return state === 'draft'
    ? yes()
    : no('bulletin.notDraft', {
        zh: '这份简报不是草稿，不能直接改。已提交的请先退回；已发布的请另起更正版。',
        en: 'This bulletin is no draft. Send it back first when it was submitted; begin a corrected edition when it was published.',
      })
}

/**
 * Whether a text is fit to be read by the public: something in it, every number settled, links to listed sites only, photos
 * said in words, and only those that may be shown.
 */
export function isFit(content: Content, findings: readonly Finding[], hosts: readonly string[], showable: ReadonlySet<string>): Verdict {
  if (content.blocks.length === 0)
    return no('bulletin.empty', { zh: '正文还是空的，请先写内容。', en: 'There is no text yet.' }, { field: 'content', sort: 'invalid' })
  const [open] = unsettled(findings)
  if (open !== undefined)
    return no(
      'bulletin.unsettled',
      {
        zh: `“${open.claim.text}”还没有着落：请绑定到系统数字、改正，或说明保留的理由。共有 ${unsettled(findings).length} 处。`,
        en: `“${open.claim.text}” is not settled: bind it to a figure, correct it, or say why it stays. ${unsettled(findings).length} in all.`,
      },
      { field: 'content', sort: 'invalid' },
    )
  const link = linksOf(content.blocks).find((href) => !isListedLink(href, hosts))
  if (link !== undefined)
    return no(
      'bulletin.link',
      { zh: `链接“${link}”不在允许的网站名单里，请改掉或请系统管理员加入名单。`, en: `The link “${link}” leads to no listed site.` },
      { field: 'content', sort: 'invalid' },
    )
  const drawn = mayDraw(content.blocks)
  if (!drawn.ok) return drawn
  for (const [at, { evidenceId, caption }] of picturesOf(content.blocks).entries()) {
    if (!showable.has(evidenceId))
      return no(
        'bulletin.pictureConsent',
        {
          zh: `第${at + 1}张照片还不能公开：照片里能认出的人没有全部同意，或同意已撤回。请在这次服务的照片里登记同意，或换一张。`,
          en: `Photo ${at + 1} may not be published: whoever can be recognised has not agreed, or no longer does. Note the consent with the service, or choose another.`,
        },
        { field: 'content', sort: 'invalid' },
      )
    if (caption.trim() === '')
      return no(
        'bulletin.pictureWords',
        {
          zh: `请为第${at + 1}张照片写一句说明，看不到照片的人靠它了解内容。`,
          en: `Say in a sentence what photo ${at + 1} shows, for whoever cannot see it.`,
        },
        { field: 'content', sort: 'invalid' },
      )
  }
  return yes()
}

/** Nobody approves what they wrote themselves. */
export function mayApprove({ state, editors }: Facts, by: string): Verdict {
  if (state !== 'submitted')
    return no('bulletin.notSubmitted', { zh: '这份简报没有在等待审核。', en: 'This bulletin is not waiting for approval.' })
  return editors.includes(by)
    ? no(
        'bulletin.ownWork',
        { zh: '您写过这份简报，须由另一个人审核。', en: 'You wrote some of this: somebody else must approve it.' },
        { sort: 'conflict' },
      )
    : yes()
}

export function mayReturn({ state }: Facts): Verdict {
  return state === 'submitted' || state === 'approved'
    ? yes()
    : no('bulletin.notSubmitted', { zh: '这份简报没有在等待审核或发布。', en: 'This bulletin is not waiting to be approved or published.' })
}

export function mayPublish({ state }: Facts): Verdict {
  return state === 'approved'
    ? yes()
    : no('bulletin.notApproved', { zh: '须先由另一个人审核通过，才能发布。', en: 'Somebody else must approve it before it is published.' })
}

export function mayWithdraw({ state }: Facts): Verdict {
  return state === 'published'
    ? yes()
    : no('bulletin.notPublished', {
        zh: '只有已发布的简报可以撤回或更正。',
        en: 'Only a published bulletin can be withdrawn or corrected.',
      })
}
