import { toBuffer } from 'qrcode'
import { ageOn } from '../../kernel/day.ts'
import { maskedName } from '../../kernel/masks.ts'
import type { PaperPicture } from '../../kernel/paper.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { canOpenMasked } from '../ledger/evidence-rules.ts'
import { findContent, listEvidence } from '../ledger/evidence-store.ts'
import type { FoundService } from '../ledger/open-routes.ts'
import * as ledger from '../ledger/store.ts'
import { planPaper, summaryPaper } from './activity-paper-rules.ts'
import { activityPaperWords } from './activity-paper-words.ts'
import { activityDetail, activityFor } from './activity-routes.ts'
import { listSignUps } from './attend-store.ts'
import { cardCode } from './code-store.ts'
import { printActivity, printRoll } from './paper-schema.ts'
import { cardsPaper, signInPaper } from './roll-paper-rules.ts'

/** Photos printed with a summary; the rest stays with the event. */
const mostPhotos = 6
/** Pixels of a card's square. */
const squareWidth = 300

async function factsOf(call: SignedInCall<unknown>, service: FoundService) {
  const { project, agency } = await ledger.paperHeadOf(call.tx, call.tenantId, service.project_id)
  return { activity: await activityDetail(call, service), project, agency }
}

/** The first photos that may leave the house, and how many may not. */
async function photosOf({ tx, tenantId, sealer }: SignedInCall<unknown>, service: FoundService) {
  const all = (await listEvidence(tx, tenantId, service.id, false)).filter(({ kind }) => kind === 'photo')
  const shown = all.filter(canOpenMasked)
  const photos: PaperPicture[] = []
  for (const { id, width, height } of shown.slice(0, mostPhotos)) {
    const bytes = await findContent(tx, tenantId, sealer, id, 'content')
    if (bytes !== undefined && width !== null && height !== null) photos.push({ bytes, mediaType: 'image/jpeg', width, height })
  }
  return { photos, photosLeftOut: all.length - shown.length }
}

/** A file's name: the paper and the day, no person's name. */
const fileName = (paper: keyof typeof activityPaperWords, service: FoundService): string =>
  [activityPaperWords[paper].zh, service.day].filter((part) => part !== null).join('-')

export const activityPaperRoutes = [
  route(printActivity, async (call) => {
    const { input } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    call.note({ details: { paper: input.paper } })
    const facts = await factsOf(call, found.value)
    const paper = input.paper === 'plan' ? planPaper(facts) : summaryPaper({ ...facts, ...(await photosOf(call, found.value)) })
    return paperFile(call, input.format, fileName(input.paper, found.value), paper)
  }),

  route(printRoll, async (call) => {
    const { tx, tenantId, sealer, input, actor, today } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    call.note({ details: { paper: input.paper } })
    const facts = await factsOf(call, found.value)
    const sees = maySeeNames(actor.grants)
    const signUps = (await listSignUps(tx, tenantId, sealer, input.id)).map((one) => ({
      ...one,
      name: sees ? one.name : maskedName(one.name),
      age: one.birthDate === null ? null : ageOn(one.birthDate, found.value.day ?? today),
    }))
    if (input.paper === 'roll') return paperFile(call, input.format, fileName('roll', found.value), signInPaper(facts, signUps))
    const cards = await Promise.all(
      signUps
        .filter(({ state }) => state === 'going')
        .map(async ({ personId, name, communityName }) => {
          const text = `${new URL(input.origin).origin}/events/card#${cardCode(sealer, tenantId, personId)}`
          const bytes = await toBuffer(text, { width: squareWidth, margin: 2, errorCorrectionLevel: 'M' })
          return { name, communityName, square: { bytes, mediaType: 'image/png' as const, width: squareWidth, height: squareWidth } }
        }),
    )
    return paperFile(call, input.format, fileName('cards', found.value), cardsPaper(facts, cards))
  }),
]
