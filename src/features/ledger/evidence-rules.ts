import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { ConsentInput, EvidenceKind, Faces } from './evidence-schema.ts'

/** How long what was removed can be brought back; after that its content is gone. */
export const daysToBringBack = 30

/** Photos, sheets and documents that one service may hold. */
export const mostOfService = 300

type Described = {
  readonly kind: EvidenceKind
  readonly faces: Faces | null
  readonly consents: readonly ConsentInput[]
  readonly coversAll: boolean
}

/** Consents that stand: given, and not withdrawn. */
export const standing = <C extends { readonly withdrawnOn: Day | null }>(consents: readonly C[]): C[] =>
  consents.filter((consent) => consent.withdrawnOn === null)

/**
 * Whether a photo may be marked for publication: somebody has looked whether people can be recognised, and whoever can
 * has agreed, of their own or through a guardian (PIPL art. 25).
 */
export function mayPublish({ kind, faces, consents, coversAll }: Described): Verdict {
  if (kind !== 'photo')
    return no(
      'evidence.notAPhoto',
      {
        zh: '只有照片可以用于公开；签名、签到表和文件只作存证。',
        en: 'Only photos may be published; signatures, sheets and documents are proof alone.',
      },
      { field: 'publishable' },
    )
  if (faces === null)
    return no(
      'evidence.faces',
      { zh: '请先看一看照片里有没有能认出的人，再决定能否公开。', en: 'First say whether anybody in the photo can be recognised.' },
      { field: 'faces' },
    )
  if (faces === 'none') return yes()
  if (standing(consents).length === 0)
    return no(
      'evidence.consent',
      {
        zh: '照片里有能认出的人，还没有登记任何人的同意，不能用于公开。请先登记同意，或换一张照片。',
        en: 'People can be recognised and nobody’s consent is on record: it cannot be published. Record the consent, or use another photo.',
      },
      { field: 'consents' },
    )
  return coversAll
    ? yes()
    : no(
        'evidence.consentOfAll',
        {
          zh: '请确认照片里能认出的每个人都已登记同意；有一人没有同意就不能公开。',
          en: 'Confirm that everybody who can be recognised has agreed; one who has not is enough to keep it back.',
        },
        { field: 'coversAll' },
      )
}

/** Whether a description can be right: each consent of one person or one name, not given in the future. */
export function checkConsents(consents: readonly ConsentInput[], today: Day): Verdict {
  for (const { personId, named, givenOn, withdrawnOn } of consents) {
    if ((personId === null) === (named === null))
      return no(
        'evidence.consentOfWhom',
        { zh: '请写明是谁同意的：选一份档案，或写姓名。', en: 'Say who agreed: choose a file or write a name.' },
        { field: 'consents', sort: 'invalid' },
      )
    if (givenOn > today || (withdrawnOn !== null && (withdrawnOn > today || withdrawnOn < givenOn)))
      return no(
        'evidence.consentDay',
        { zh: '同意或撤回的日期不对，请核对。', en: 'A day of consent or withdrawal cannot be right.' },
        { field: 'consents', sort: 'invalid' },
      )
  }
  return yes()
}

/**
 * Whether somebody to whom persons are masked may open it: what names people or shows them recognisably is for those
 * who work with them, unless it may be published anyway.
 */
export const canOpenMasked = ({ kind, faces, publishable }: { kind: EvidenceKind; faces: Faces | null; publishable: boolean }): boolean =>
  publishable || (kind === 'photo' && faces === 'none')
