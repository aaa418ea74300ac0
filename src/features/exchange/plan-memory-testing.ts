import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema } from '../../kernel/ids.ts'
import { kindSchema, lineSchema, statusSchema } from '../ledger/kind-schema.ts'
import type { Draft, DraftTable, Link } from './draft-schema.ts'
import type { ImportFacts } from './plan-schema.ts'

type Kept = {
  readonly table: DraftTable
  readonly id: string
  readonly keys: string[]
  values: Record<string, unknown>
  links: Record<string, string>
}

/** A database in memory that writes drafts as the store does, so that one import can follow another. */
export class Memory {
  readonly #kept = new Map<string, Kept>()
  readonly #byId = new Map<string, Kept>()
  #next = 1
  readonly #divisions: ImportFacts['divisions']

  constructor(divisions: ImportFacts['divisions']) {
    this.#divisions = divisions
  }

  /** Writes the drafts of one plan; counts what was added, changed and left. */
  write(drafts: readonly Draft[]) {
    const done = { added: 0, changed: 0, left: 0 }
    const fresh: [Kept, Draft][] = []
    for (const draft of drafts) {
      const names = [draft.key, ...(draft.formerly ?? [])].map((key) => `${draft.table}|${key}`)
      const found = names.map((name) => this.#kept.get(name)).find((kept) => kept !== undefined) ?? this.#byId.get(draft.held ?? '')
      const kept = found ?? this.#add(draft.table)
      if (!kept.keys.includes(draft.key)) kept.keys.push(draft.key)
      this.#kept.set(`${draft.table}|${draft.key}`, kept)
      if (found === undefined) done.added += 1
      fresh.push([kept, draft])
    }
    for (const [kept, draft] of fresh) {
      const before = JSON.stringify([kept.values, kept.links])
      kept.values = { ...kept.values, ...JSON.parse(JSON.stringify(draft.values)) }
      kept.links = { ...kept.links, ...this.#ends(draft) }
      if (before === JSON.stringify([kept.values, kept.links])) done.left += 1
      else if (before !== '[{},{}]') done.changed += 1
    }
    return done
  }

  #add(table: DraftTable): Kept {
    const id = `00000000-0000-7000-8000-${String(this.#next).padStart(12, '0')}`
    this.#next += 1
    const kept: Kept = { table, id, keys: [], values: {}, links: {} }
    this.#byId.set(id, kept)
    return kept
  }

  #ends(draft: Draft): Record<string, string> {
    const links: [string, Link | undefined][] = Object.entries(draft.links)
    return Object.fromEntries(
      links.flatMap(([column, link]) => {
        if (link === undefined) return []
        const end = 'id' in link ? this.#byId.get(link.id) : this.#kept.get(`${link.table}|${link.key}`)
        if (end === undefined) throw new Error(`${draft.table} ${draft.key} points to nothing: ${column}`)
        return [[column, end.id]]
      }),
    )
  }

  /** Everything that is kept, without ids: each record as its values with its links spelled out. For comparing two ways to one end. */
  all(): string[] {
    const name = (id: string, depth: number): string => {
      const kept = this.#byId.get(id)
      if (kept === undefined) return '?'
      const links = depth === 0 ? '' : Object.entries(kept.links).map(([column, end]) => `${column}=(${name(end, depth - 1)})`)
      return `${kept.table} ${JSON.stringify(Object.entries(kept.values).sort())} ${[...links].sort().join(' ')}`
    }
    return [...this.#byId.keys()].map((id) => name(id, 1)).sort()
  }

  rows(table: DraftTable): Kept[] {
    return [...this.#byId.values()].filter((kept) => kept.table === table)
  }

  facts(decisions: ImportFacts['decisions'] = new Map()): ImportFacts {
    const [project] = this.rows('project')
    const day = (value: unknown) => daySchema.optional().parse(value)
    const code = (value: unknown) => divisionCodeSchema.optional().parse(value)
    const text = (value: unknown) => z.string().optional().parse(value)
    const number = (value: unknown) => z.number().optional().parse(value)
    const served = this.#served()
    const registrations = Map.groupBy(this.rows('registration'), ({ links }) => links['person_id'])
    const notes = Map.groupBy(this.rows('session_note'), ({ links }) => links['case_id'])
    const named = (kept: Kept) => ({ id: kept.id, keys: [...kept.keys].sort(), ...present({ number: text(kept.values['number']) }) })
    const service = (id: string | undefined) => this.#byId.get(id ?? '')
    return {
      project: present({
        name: text(project?.values['name']),
        startsOn: day(project?.values['starts_on']),
        endsOn: day(project?.values['ends_on']),
      }),
      divisions: this.#divisions,
      communities: this.rows('project_community').map(({ values }) => divisionCodeSchema.parse(values['community_code'])),
      people: this.rows('person').map(({ id, keys, values }) => ({
        id: personIdSchema.parse(id),
        keys: [...keys].sort(),
        name: z.string().parse(values['name']),
        served: served.has(id),
        registrations: (registrations.get(id) ?? []).map(({ values: of, links }) => ({
          part: z.enum(['elder', 'carer', 'volunteer', 'worker']).parse(of['part']),
          ...present({
            communityCode: code(of['community_code']),
            registeredOn: day(of['registered_on']),
            householdId: links['household_id'],
          }),
        })),
        ...present({
          sex: z.enum(['male', 'female']).optional().parse(values['sex']),
          birth: day(values['birth_date']),
          number: values['id_number_state'] === 'valid' ? text(values['idNumber']) : undefined,
          phone: text(values['phone']),
          otherPhone: text(values['other_phone']),
        }),
      })),
      households: this.rows('household').map((kept) => ({
        ...named(kept),
        communityCode: divisionCodeSchema.parse(kept.values['community_code']),
        ...present({ headName: text(kept.values['head_name']) }),
      })),
      organisations: this.rows('organisation').map((kept) => ({
        ...named(kept),
        name: z.string().parse(kept.values['name']),
        party: z
          .enum(['community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government'])
          .parse(kept.values['party']),
      })),
      services: this.rows('service')
        .filter(({ values }) => values['number'] !== undefined)
        .map((kept) => ({
          ...named(kept),
          kind: kindSchema.parse(kept.values['kind']),
          line: lineSchema.parse(kept.values['line']),
          status: statusSchema.parse(kept.values['status']),
          ...present({
            title: text(kept.values['title']),
            day: day(kept.values['day']),
            communityCode: code(kept.values['community_code']),
          }),
        })),
      cases: this.rows('case_file').map((kept) => ({
        ...named(kept),
        sessions: (notes.get(kept.id) ?? [])
          .filter(({ links }) => this.#counts(links['service_id'] ?? '', project))
          .flatMap(({ links }) => service(links['service_id'])?.keys ?? []),
        ...present({
          personId: personIdSchema.optional().parse(kept.links['person_id']),
          communityCode: code(service(kept.links['opening_service_id'])?.values['community_code']),
        }),
      })),
      groups: this.rows('support_group').map((kept) => ({
        ...named(kept),
        name: z.string().parse(kept.values['name']),
        ...present({ communityCode: code(kept.values['community_code']) }),
        sessions: this.rows('group_session')
          .filter(({ links }) => links['group_id'] === kept.id)
          .map(({ values, links }) => ({
            ordinal: z.number().parse(values['ordinal']),
            serviceId: links['service_id'] ?? '',
            keys: service(links['service_id'])?.keys ?? [],
            ...present({ day: day(service(links['service_id'])?.values['day']) }),
          })),
      })),
      lots: this.rows('goods_lot').map((kept) => ({
        ...named(kept),
        ...present({
          item: text(kept.values['item']),
          unit: text(kept.values['unit']),
          expiresOn: day(kept.values['expires_on']),
          quantity: number(kept.values['quantity']),
        }),
      })),
      volunteers: this.rows('volunteer').map((kept) => ({
        ...named(kept),
        personId: personIdSchema.parse(kept.links['person_id']),
        name: z.string().parse(service(kept.links['person_id'])?.values['name']),
      })),
      families: this.rows('volunteer_family').map(named),
      carers: this.rows('carer_relation').map((kept) => ({
        ...named(kept),
        personId: personIdSchema.parse(kept.links['carer_id']),
        name: z.string().parse(service(kept.links['carer_id'])?.values['name']),
        elderIds: kept.links['elder_id'] === undefined ? [] : [personIdSchema.parse(kept.links['elder_id'])],
      })),
      pieces: this.rows('craft_piece').map((kept) => ({ ...named(kept), ...present({ priceFen: number(kept.values['price_fen']) }) })),
      budget: this.rows('budget_line').map((kept) => ({
        ...named(kept),
        name: z.string().parse(kept.values['name']),
        amountFen: z.number().parse(kept.values['amount_fen']),
      })),
      expenses: this.rows('expense').map((kept) => ({
        ...named(kept),
        amountFen: z.number().parse(kept.values['amount_fen']),
        spentOn: daySchema.parse(kept.values['spent_on']),
        ...present({ invoice: text(kept.values['invoice']), line: text(service(kept.links['budget_line_id'])?.values['name']) }),
      })),
      decisions,
    }
  }

  #counts(id: string, project: Kept | undefined): boolean {
    const values = this.#byId.get(id)?.values ?? {}
    const day = String(values['day'])
    return values['repeats'] !== true && day >= String(project?.values['starts_on']) && day <= String(project?.values['ends_on'])
  }

  #served(): Set<string> {
    return new Set(
      this.rows('attendance').flatMap(({ values, links }) => {
        const status = this.#byId.get(links['service_id'] ?? '')?.values['status']
        const person = links['person_id']
        return status === 'held' && ['beneficiary', 'carer'].includes(String(values['part'])) && person !== undefined ? [person] : []
      }),
    )
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** An object without the fields that are undefined. */
function present<T extends object>(fields: T): Present<T> {
  const kept: Present<T> = {}
  for (const name in fields) {
    const value = fields[name]
    if (isThere(value)) kept[name] = value
  }
  return kept
}

const isThere = <V>(value: V): value is Exclude<V, undefined> => value !== undefined
