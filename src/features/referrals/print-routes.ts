import { z } from 'zod'
import { canReach } from '../../kernel/reach.ts'
import { absent } from '../../kernel/verdict.ts'
import type { Paper } from '../../kernel/paper.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { openContent, openHanded } from './handed-routes.ts'
import { maskedHanded } from './handed-rules.ts'
import { printReferral } from './print-schema.ts'
import { referralPaper } from './referral-paper-rules.ts'
import { outside } from './routes.ts'
import { handedFieldSchema } from './schema.ts'
import { findReferral, findReferralConsent, findSender, getReferralRow, type ReferralRecord } from './store.ts'
import { referralBound } from './write-store.ts'

/** A referral on paper; whoever calls this has asked who may read it. Numbers are masked: the office has them on file. */
export async function referralPaperFor(call: SignedInCall<unknown>, record: ReferralRecord): Promise<Paper> {
  const { tx, tenantId, sealer, today } = call
  const opened = (sealed: Buffer | null, field: string) =>
    sealed === null ? null : sealer.open(sealed, referralBound(tenantId, record.id, field))
  const handed = maskedHanded(openHanded(call, record))
  return referralPaper({
    row: await getReferralRow(tx, tenantId, record.id, today),
    ...(await findSender(tx, tenantId, record)),
    receiver: record.receiver,
    receiverPhone: record.receiver_phone,
    content: openContent(call, record),
    handed:
      handed.length > 0
        ? handed
        : z
            .array(handedFieldSchema)
            .parse(record.handed_fields)
            .map((field) => ({ field, value: null })),
    consent: (await findReferralConsent(tx, tenantId, record.consent_id)) ?? null,
    answeredBy: record.answered_by,
    answer: opened(record.answer_sealed, 'answer'),
    outcome: opened(record.outcome_sealed, 'outcome'),
  })
}

export const referralPrintRoutes = [
  route(printReferral, async (call) => {
    const { input } = call
    call.note({ subject: `referral:${input.id}` })
    const record = await findReferral(call.tx, call.tenantId, input.id)
    if (record === undefined) return absent({ zh: '这份转介', en: 'referral' })
    if (!canReach(call.reach, { projectId: record.project_id, communityCode: record.community_code })) return outside
    return paperFile(call, input.format, `referral-${record.sent_on ?? 'draft'}`, await referralPaperFor(call, record))
  }),
]
