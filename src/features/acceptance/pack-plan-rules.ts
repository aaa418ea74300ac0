import type { ExpenseFact, Gathering, GatheringEvidence, HandOut } from './facts-schema.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { slotOf, slots, slotWords, type Slot } from './slot-rules.ts'

/** Where the parts of a pack lie. The names are Chinese in every language: so evaluators file them. */
export const folders = {
  index: '00 目录',
  targets: '01 指标与佐证',
  figures: '02 数字',
  gatherings: '03 活动档案',
  money: '04 经费',
  goods: '05 物资',
} as const

/** A part of a path that every system takes. */
const pathPart = (text: string): string =>
  text
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 60)

/** An activity's folder: its place in the index, its day, its community and its name. */
export const gatheringFolder = (one: Gathering, at: number): string =>
  `${folders.gatherings}/${String(at + 1).padStart(3, '0')} ${pathPart([one.day ?? '无日期', one.community, one.title ?? one.number ?? kindWords[one.kind].zh].filter((part) => part !== null).join(' '))}`

/** A hand-out's folder, for the receipts that were filed with it. */
export const handOutFolder = (one: HandOut, at: number): string =>
  `${folders.goods}/${String(at + 1).padStart(4, '0')} ${pathPart([one.day ?? '无日期', one.community, one.item].filter((part) => part !== null).join(' '))}`

/** An expense's folder, for its vouchers. */
export const expenseFolder = (one: ExpenseFact, at: number): string =>
  `${folders.money}/凭证/${String(at + 1).padStart(3, '0')} ${pathPart([one.day, one.voucher, one.purpose ?? one.line].filter((part) => part !== null).join(' '))}`

/** A file's name under its folder: its place there, and what it was called. */
export const fileUnder = (folder: string, at: number, name: string, mediaType: string): string =>
  `${folder}/${String(at + 1).padStart(2, '0')} ${pathPart(name.replace(/\.[a-z0-9]{2,5}$/i, ''))}.${endings[mediaType] ?? 'bin'}`

export const slotFolder = (slot: Slot): string => `${String(slots.indexOf(slot) + 1).padStart(2, '0')} ${slotWords[slot].zh}`

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
}

/** The files of an activity under their slots, numbered in order, so that no two have one name. */
export function filedEvidence(one: Pick<Gathering, 'evidence'>): { readonly path: string; readonly file: GatheringEvidence }[] {
  const counts = new Map<Slot, number>()
  return one.evidence.map((file) => {
    const slot = slotOf(file)
    const n = (counts.get(slot) ?? 0) + 1
    counts.set(slot, n)
    return { path: fileUnder(slotFolder(slot), n - 1, file.title ?? slotWords[slot].zh, file.mediaType), file }
  })
}

/** Whether a masked pack may hold a file: a picture in which nobody is recognised without having agreed, and nothing that bears names. */
export const isFitForMasked = (file: GatheringEvidence): boolean => file.kind === 'photo' && file.publishable
