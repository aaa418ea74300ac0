import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { ResourceRow } from './resource-schema.ts'

/** A telephone of eleven digits, an identity number or a card's number in a text: of a person, most likely. */
const personal = /(?<!\d)(?:1\d{10}|\d{17}[\dXx]|\d{15,19})(?!\d)/

type Offered = Pick<ResourceRow, 'organisationId' | 'freshness' | 'title' | 'content' | 'limits' | 'skill'>

/** Whether a resource may be published, and of which organisation: never somebody's own, and nothing of persons. */
export function mayPublish(resource: Offered, phone: string | null): Verdict<string> {
  if (resource.organisationId === null)
    return no('directory.person', {
      zh: '个人提供的资源不能公开；公开目录里不写任何个人。',
      en: 'What a person gives is not published: no person stands in the directory.',
    })
  if (resource.freshness === 'over')
    return no('directory.over', { zh: '已停用或过期的资源不能公开。', en: 'A resource that is over is not published.' })
  const texts = [resource.title, resource.content ?? '', resource.limits ?? '', resource.skill ?? '']
  if (texts.some((text) => personal.test(text)))
    return no('directory.personal', {
      zh: '内容里有手机号、证件号或账号，请先去掉再公开。',
      en: 'The texts hold a telephone, identity or account number: take it out first.',
    })
  if (phone !== null && personal.test(phone.replaceAll(/[\s-]/g, '')))
    return no(
      'directory.phone',
      { zh: '这是个人手机号；请填单位的对外电话，或空着。', en: 'This is a person’s telephone: give the organisation’s, or none.' },
      { sort: 'invalid', field: 'phone' },
    )
  return yes(resource.organisationId)
}
