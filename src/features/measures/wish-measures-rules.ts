import type { Measure } from './measure-schema.ts'

const wishes = { section: 'wishes', version: 1, over: 'wishes', counts: 'wishes', unit: { zh: '个', en: 'wishes' } } as const
const rate = { section: 'wishes', version: 1, over: 'measures', counts: 'percent', unit: { zh: '%', en: '%' } } as const

export const wishMeasures = {
  wishes_published: {
    ...wishes,
    name: { zh: '公开的微心愿', en: 'Wishes published' },
    rule: {
      zh: '审核通过、公开过的微心愿，不论后来到了哪一步；待审核、退回和撤下的不计。按心愿所在社区分列。',
      en: 'Wishes that passed the screening and were shown, however far they came; those that wait, were sent back or withdrawn do not count.',
    },
    reached: 'published',
  },
  wishes_claimed: {
    ...wishes,
    name: { zh: '认领的微心愿', en: 'Wishes claimed' },
    rule: {
      zh: '其中有人认领、期限没有过的，以及已送达、已确认、已销号的；退出或过期的认领不计。',
      en: 'Of these, claimed by somebody whose time is not over, or brought since; claims that were given up or not kept do not count.',
    },
    reached: 'claimed',
  },
  wishes_done: {
    ...wishes,
    name: { zh: '完成的微心愿', en: 'Wishes come true' },
    rule: {
      zh: '其中本人或家属已确认收到的，包括已销号的；只送达、没有确认的不计。',
      en: 'Of these, confirmed by the person or a relative; what was brought and not confirmed does not count.',
    },
    reached: 'done',
  },
  wish_claim_rate: {
    ...rate,
    name: { zh: '心愿认领率', en: 'Share of wishes claimed' },
    rule: { zh: '认领的微心愿除以公开的微心愿。', en: 'Wishes claimed, of those published.' },
    part: 'wishes_claimed',
    whole: 'wishes_published',
  },
  wish_done_rate: {
    ...rate,
    name: { zh: '心愿完成率', en: 'Share of wishes come true' },
    rule: { zh: '完成的微心愿除以公开的微心愿。', en: 'Wishes come true, of those published.' },
    part: 'wishes_done',
    whole: 'wishes_published',
  },
} as const satisfies Record<string, Measure>
