import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { signaturePartSchema, type Expense, type SignaturePart } from './expense-schema.ts'

/** What is signed: all of an expense that its voucher shows. */
export const signedText = (expense: Omit<Expense, 'id' | 'handledBy' | 'serviceId'>): string =>
  JSON.stringify([
    expense.spentOn,
    expense.amountFen,
    expense.budgetLineId,
    expense.voucher,
    expense.purpose,
    expense.invoice,
    expense.payee,
    expense.paidBy,
  ])

type Standing = { readonly part: SignaturePart; readonly accountId: string; readonly stands: boolean }

/** Three accounts, one after the other, over a voucher that can be seen. */
export function maySign(part: SignaturePart, by: string, signatures: readonly Standing[], fileCount: number): Verdict {
  const standing = signatures.filter(({ stands }) => stands)
  if (standing.some((one) => one.part === part))
    return no('expenses.signed', { zh: '这一栏已经有人签过字。', en: 'This has been signed already.' })
  if (standing.some((one) => one.accountId === by))
    return no('expenses.samePerson', {
      zh: '经手、证明、审批要由三个不同的人签字，您已签过一栏，请换一个人签。',
      en: 'Three different people sign an expense, and you have signed one part already. Somebody else is to sign this one.',
    })
  const missing = partsBefore(part).find((before) => !standing.some((one) => one.part === before))
  if (missing !== undefined)
    return no('expenses.order', { zh: '请按经手、证明、审批的顺序签字。', en: 'It is signed in order: handled, verified, approved.' })
  if (part !== 'handled' && fileCount === 0)
    return no('expenses.noFile', {
      zh: '还没有上传凭证，证明人和审批人看不到票据。请先上传发票或收据的照片、扫描件。',
      en: 'There is no voucher to look at yet: add a photo or a scan of the invoice or receipt first.',
    })
  return yes()
}

const partsBefore = (part: SignaturePart) => signaturePartSchema.options.slice(0, signaturePartSchema.options.indexOf(part))

/** A part with those that are signed after it: they go together. */
export const partsFrom = (part: SignaturePart) => signaturePartSchema.options.slice(signaturePartSchema.options.indexOf(part))

/** The next part to be signed; undefined when all three stand. */
export const nextPart = (signatures: readonly { part: SignaturePart; stands: boolean }[]): SignaturePart | undefined =>
  signaturePartSchema.options.find((part) => !signatures.some((one) => one.part === part && one.stands))
