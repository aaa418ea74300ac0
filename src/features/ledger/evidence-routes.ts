import { createHash } from 'node:crypto'
import { fileSortOf, type FileSort } from '../../server/file-sort.ts'
import { isPicture, pictureMediaType, toPicture } from '../../server/pictures.ts'
import { route, type Incoming, type SignedInCall } from '../../server/route.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { EvidenceId } from '../../kernel/ids.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { canOpenMasked, checkConsents, mayPublish, mostOfService } from './evidence-rules.ts'
import {
  addEvidence,
  describeEvidence,
  listEvidence,
  lookAtThumbnail,
  noteSignature,
  openEvidence,
  removeEvidence,
  type EvidenceKind,
} from './evidence-schema.ts'
import * as store from './evidence-store.ts'
import { attendeesFor, serviceFor } from './open-routes.ts'

type Content = Pick<store.NewEvidence, 'content' | 'thumbnail' | 'width' | 'height' | 'mediaType'>

const documentTypes: Partial<Record<FileSort, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'office-1997': 'application/x-ole-storage',
}

const notADocument = no(
  'evidence.document',
  {
    zh: '这种文件不能作存证材料（以内容为准，与文件名无关）。可以传PDF、Word、Excel、PPT或图片。',
    en: 'Such a file cannot be kept as evidence, whatever its name says. Send PDF, Word, Excel, PowerPoint or a picture.',
  },
  { field: 'files', sort: 'invalid' },
)

/** A file as it is kept: a picture is made anew, a document stays as it came and is only ever downloaded. */
async function contentOf(file: Incoming, kind: EvidenceKind): Promise<Verdict<Content>> {
  const sort = fileSortOf(file.bytes)
  const asDocument = documentTypes[sort]
  if (asDocument !== undefined && (kind === 'document' || (kind === 'sheet' && sort === 'pdf')))
    return yes({ content: file.bytes, thumbnail: null, width: null, height: null, mediaType: asDocument })
  if (kind === 'document' && !isPicture(file.bytes) && sort !== 'heic') return notADocument
  const picture = await toPicture(file.bytes)
  if (!picture.ok) return picture
  const { full, thumbnail } = picture.value
  return yes({ content: full.bytes, thumbnail: thumbnail.bytes, width: full.width, height: full.height, mediaType: pictureMediaType })
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A name without folders or letters that say more than they show. */
const shownName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replaceAll(/[\p{C}<>:"|?*]/gu, '')
    .slice(-80)

const aPhoto = { zh: '这件材料', en: 'piece of evidence' }
const masked = no(
  'evidence.masked',
  {
    zh: '这件材料会显出或写有具体的人，只对项目工作人员开放。没有可辨认人像的照片、已取得同意可公开的照片可以看。',
    en: 'This shows or names people and is open to those who work with them. Photos without recognisable people, or with consent, can be seen.',
  },
  { sort: 'forbidden' },
)

/** One piece of evidence of a service within the caller's reach. */
async function evidenceFor(call: SignedInCall<unknown>, id: EvidenceId) {
  const found = await store.findEvidence(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aPhoto)
  const service = await serviceFor(call, found.serviceId)
  return service.ok ? yes({ ...found, service: service.value }) : service
}

/** The same, opened by somebody who may look at it. */
async function openFor(call: SignedInCall<{ id: EvidenceId }>, part: 'content' | 'thumbnail') {
  const found = await evidenceFor(call, call.input.id)
  if (!found.ok) return found
  if (!maySeeNames(call.actor.grants) && !canOpenMasked(found.value)) return masked
  const bytes = await store.findContent(call.tx, call.tenantId, call.sealer, call.input.id, part)
  return bytes === undefined ? absent(aPhoto) : yes({ ...found.value, bytes })
}

const tooMany = no('evidence.tooMany', {
  zh: `一次服务最多存${mostOfService}件材料。请先删去重复或模糊的，再添加。`,
  en: `A service holds at most ${mostOfService} pieces of evidence. Remove what is blurred or double first.`,
})
const otherCount = no(
  'evidence.count',
  { zh: '文件没有传完整，请重新选择后再传。', en: 'The files did not all arrive: choose them again.' },
  { field: 'files', sort: 'invalid' },
)

export const evidenceRoutes = [
  route(listEvidence, async (call) => {
    const { tx, tenantId, input, actor } = call
    const service = await serviceFor(call, input.serviceId)
    if (!service.ok) return service
    const sees = maySeeNames(actor.grants)
    const rows = await store.listEvidence(tx, tenantId, input.serviceId, input.removed)
    const consents = await store.listConsents(
      tx,
      tenantId,
      rows.map((row) => row.id),
    )
    return yes({
      rows: rows.map(({ removedAt, removedBy, removedReason, takenAt, addedAt, ...row }) => ({
        ...row,
        takenAt: takenAt?.toISOString() ?? null,
        addedAt: addedAt.toISOString(),
        canOpen: sees || canOpenMasked(row),
        consents: consents
          .filter((consent) => consent.evidenceId === row.id)
          .map(({ evidenceId: _photo, name, named, ...consent }) => ({
            ...consent,
            named: named === null || sees ? named : maskedName(named),
            name: sees ? (name ?? named ?? '') : maskedName(name ?? named ?? ''),
          })),
        removed: removedAt === null ? null : { at: removedAt.toISOString(), by: removedBy, reason: removedReason ?? '' },
      })),
    })
  }),

  route(addEvidence, async (call) => {
    const { tx, tenantId, input, actor, files, sealer, now } = call
    const service = await serviceFor(call, input.serviceId)
    if (!service.ok) return service
    if (files.length !== input.items.length) return otherCount
    if ((await store.countEvidence(tx, tenantId, input.serviceId)) + files.length > mostOfService) return tooMany
    const added = []
    const refused = []
    for (const [at, file] of files.entries()) {
      const item = input.items[at]
      if (item === undefined) return otherCount
      const content = await contentOf(file, input.kind)
      if (!content.ok) {
        if (files.length === 1) return content
        refused.push({ id: item.id, code: content.code, because: content.because })
        continue
      }
      const takenAt = item.takenAt === null ? now : new Date(item.takenAt)
      const sha256 = sha256Of(content.value.content)
      await store.addEvidence(
        tx,
        tenantId,
        sealer,
        {
          ...content.value,
          id: item.id,
          serviceId: input.serviceId,
          kind: input.kind,
          title: item.title,
          fileName: shownName(file.name),
          sha256,
          takenBy: actor.displayName,
          takenAt: takenAt > now ? now : takenAt,
        },
        actor.accountId,
      )
      added.push({ id: item.id, sha256 })
    }
    call.note({ details: { kind: input.kind, added: added.length, refused: refused.length } })
    return yes({ added, refused })
  }),

  route(noteSignature, async (call) => {
    const { tx, tenantId, input, actor, sealer, now } = call
    const service = await serviceFor(call, input.serviceId)
    if (!service.ok) return service
    const content = Buffer.from(`${input.signedBy}\n${input.keptAt}`, 'utf8')
    await store.addEvidence(
      tx,
      tenantId,
      sealer,
      {
        id: input.id,
        serviceId: input.serviceId,
        kind: 'signature',
        title: input.signedBy,
        fileName: input.keptAt,
        mediaType: 'text/plain',
        sha256: sha256Of(content),
        content,
        thumbnail: null,
        width: null,
        height: null,
        takenBy: actor.displayName,
        takenAt: now,
      },
      actor.accountId,
    )
    return yes({ id: input.id })
  }),

  route(lookAtThumbnail, async (call) => {
    const opened = await openFor(call, 'thumbnail')
    return opened.ok ? yes({ fileName: `${opened.value.id}.jpg`, bytes: opened.value.bytes, shown: true }) : opened
  }),

  route(openEvidence, async (call) => {
    const opened = await openFor(call, 'content')
    if (!opened.ok) return opened
    const { id, bytes, mediaType, fileName } = opened.value
    if (mediaType === pictureMediaType) return yes({ fileName: `${id}.jpg`, bytes, mediaType, shown: true })
    return yes({ fileName: fileName ?? id, bytes, mediaType })
  }),

  route(describeEvidence, async (call) => {
    const { tx, tenantId, input, today } = call
    const found = await evidenceFor(call, input.id)
    if (!found.ok) return found
    const named = input.consents.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    const known = await attendeesFor(call, found.value.service, named)
    if (named.some((id) => known.every((person) => person.id !== id)))
      return no(
        'evidence.consentUnknown',
        { zh: '同意人里有人不在您负责的范围内或没有档案。', en: 'Somebody who consented has no file within your reach.' },
        { field: 'consents', sort: 'invalid' },
      )
    const may = checkConsents(input.consents, today)
    if (!may.ok) return may
    if (input.publishable) {
      const publishes = mayPublish({ ...input, kind: found.value.kind })
      if (!publishes.ok) return publishes
    }
    call.note({ details: { evidence: input.id, faces: input.faces, consents: input.consents.length, publishable: input.publishable } })
    return (await store.changeDescription(tx, tenantId, input)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(removeEvidence, async (call) => {
    const { tx, tenantId, input, actor, now } = call
    const found = await evidenceFor(call, input.id)
    if (!found.ok) return found
    call.note({ reason: input.reason, details: { evidence: input.id, removed: input.removed } })
    if (!(await store.setRemoved(tx, tenantId, input, actor.accountId, now))) return changedMeanwhile
    await store.removeExpired(tx, tenantId, now)
    return yes({ version: input.version + 1 })
  }),
]
