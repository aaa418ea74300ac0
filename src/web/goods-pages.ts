import type { PageEntry } from './pages.ts'

/** The pages of goods and crafts: part of the office's list of pages. */
export const goodsPages: readonly PageEntry[] = [
  {
    path: '/goods',
    words: { zh: '物资', en: 'Goods' },
    permission: 'goods.read',
    place: { group: 'resources', icon: 'box' },
    load: async () => (await import('../features/goods/goods-page.tsx')).GoodsPage,
  },
  {
    path: '/goods/new',
    words: { zh: '登记捐赠入库', en: 'Record a donation' },
    permission: 'goods.keep',
    load: async () => (await import('../features/goods/receive-page.tsx')).ReceivePage,
  },
  {
    path: '/goods/rounds/:id',
    words: { zh: '发放单', en: 'A hand-out list' },
    permission: 'goods.handOut',
    load: async () => (await import('../features/goods/round-page.tsx')).RoundPage,
  },
  {
    path: '/goods/:id',
    words: { zh: '一批物资', en: 'A lot of goods' },
    permission: 'goods.read',
    load: async () => (await import('../features/goods/lot-page.tsx')).LotPage,
  },
  {
    path: '/goods/:id/correct',
    words: { zh: '更正入库登记', en: 'Correct a lot' },
    permission: 'goods.keep',
    load: async () => (await import('../features/goods/correct-lot-page.tsx')).CorrectLotPage,
  },
  {
    path: '/crafts',
    words: { zh: '手工艺', en: 'Crafts' },
    permission: 'crafts.read',
    place: { group: 'resources', icon: 'craft' },
    load: async () => (await import('../features/crafts/crafts-page.tsx')).CraftsPage,
  },
  {
    path: '/crafts/makers/:id',
    words: { zh: '制作人收入', en: 'A maker’s income' },
    permission: 'crafts.read',
    load: async () => (await import('../features/crafts/maker-page.tsx')).MakerPage,
  },
]
