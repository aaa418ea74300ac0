import type { PersonId } from '../../kernel/ids.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import { inLanguage } from '../../server/problem.ts'
import { route } from '../../server/route.ts'
import { findPersonOfAccount } from './account-store.ts'
import { mayBook, sidesOf } from './bank-rules.ts'
import { bookTime, listBank, listEntries } from './bank-schema.ts'
import * as bank from './bank-store.ts'
import { bankAccountWords } from './bank-words.ts'
import { aVolunteer, projectFor, shownBy, volunteerFor } from './reach-routes.ts'
import * as register from './register-store.ts'

export const bankRoutes = [
  route(listBank, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { settings } = await register.findSettings(tx, tenantId, input.projectId)
    const { rows, total } = await register.listRows(tx, tenantId, input, reach, today)
    const balances = await bank.listBalances(
      tx,
      tenantId,
      input.projectId,
      rows.map((row) => row.person_id),
    )
    const shown = shownBy(call)
    return yes({
      total,
      pool: await bank.findPool(tx, tenantId, input.projectId),
      capMinutes: settings.bankCapHours * 60,
      rows: rows.map((row) => {
        const { balance, deposited } = balances.get(row.person_id) ?? { balance: 0, deposited: 0 }
        return {
          volunteerId: row.id,
          name: shown(row.name),
          number: row.number,
          balance,
          notDeposited: Math.max(0, row.confirmed - deposited),
        }
      }),
    })
  }),

  route(listEntries, async (call) => {
    const { tx, tenantId, input, language } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    let personId: PersonId | undefined
    if (input.volunteerId !== undefined) {
      const volunteer = await volunteerFor(call, input.volunteerId)
      if (!volunteer.ok) return volunteer
      personId = volunteer.value.person_id
    }
    const shown = shownBy(call)
    const called = (kind: string, name: string | null) =>
      name === null ? inLanguage(bankAccountWords[kind] ?? bankAccountWords['pool'] ?? { zh: '', en: '' }, language) : shown(name)
    const { rows, total } = await bank.listEntries(tx, tenantId, { ...input, personId })
    return yes({
      total,
      rows: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        from: called(row.from_kind, row.from_name),
        to: called(row.to_kind, row.to_name),
        minutes: row.minutes,
        reason: row.reason,
        bookedBy: row.booked_by,
        bookedAt: row.booked_at.toISOString(),
      })),
    })
  }),

  route(bookTime, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const { project_id: projectId, person_id: personId } = found.value
    if ((await findPersonOfAccount(tx, tenantId, actor.accountId)) === personId)
      return no('bank.own', { zh: '自己的时间账户由别人记账。', en: 'Another books in your own account.' }, { sort: 'forbidden' })
    const relative = input.toId === null || input.kind !== 'transfer_relative' ? undefined : await volunteerFor(call, input.toId)
    if (relative !== undefined && !relative.ok) return relative
    if (relative !== undefined && (relative.value.project_id !== projectId || relative.value.person_id === personId))
      return absent(aVolunteer)
    call.note({
      subject: `person:${personId}`,
      details: { kind: input.kind, minutes: input.minutes },
      ...(input.reason === null ? {} : { reason: input.reason }),
    })
    await bank.queueForBank(tx, tenantId, projectId)
    const balances = await bank.listBalances(tx, tenantId, projectId, [
      personId,
      ...(relative === undefined ? [] : [relative.value.person_id]),
    ])
    const { settings } = await register.findSettings(tx, tenantId, projectId)
    const mine = balances.get(personId) ?? { balance: 0, deposited: 0 }
    const again = await volunteerFor(call, input.volunteerId)
    const may = mayBook({
      kind: input.kind,
      minutes: input.minutes,
      down: input.down,
      hasReason: input.reason !== null,
      balance: mine.balance,
      notDeposited: Math.max(0, (again.ok ? again.value.confirmed : 0) - mine.deposited),
      relativeBalance: relative === undefined ? undefined : (balances.get(relative.value.person_id)?.balance ?? 0),
      capMinutes: settings.bankCapHours * 60,
    })
    if (!may.ok) return may
    const [from, to] = sidesOf(input.kind, input.down)
    const side = (kind: typeof from) => ({
      kind,
      personId: kind === 'person' ? personId : kind === 'relative' ? (relative?.value.person_id ?? null) : null,
    })
    await bank.addEntry(tx, tenantId, {
      id: input.id,
      projectId,
      kind: input.kind,
      minutes: input.minutes,
      reason: input.reason,
      by: actor.accountId,
      from: side(from),
      to: side(to),
    })
    return yes({ balance: (await bank.findBankBalance(tx, tenantId, projectId, personId)) ?? 0 })
  }),
]
