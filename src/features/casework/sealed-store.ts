import { z } from 'zod'
import type { TenantId } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'

/** What a sealed text of casework is bound to: in another row, or another field, it does not open. */
const bound = (tenantId: TenantId, table: string, id: string, field: string): string => `${tenantId}:${table}:${id}:${field}`

export type Box = {
  seal(text: string, table: string, id: string, field: string): Buffer
  sealOr(text: string | null, table: string, id: string, field: string): Buffer | null
  sealJson(value: object, table: string, id: string, field: string): Buffer
  open(sealed: Buffer | null, table: string, id: string, field: string): string | null
  openJson<T extends z.ZodType>(shape: T, sealed: Buffer, table: string, id: string, field: string): z.output<T>
}

/** Seals and opens for one tenant. */
export function boxOf(sealer: Sealer, tenantId: TenantId): Box {
  const seal = (text: string, table: string, id: string, field: string) => sealer.seal(text, bound(tenantId, table, id, field))
  return {
    seal,
    sealOr: (text, table, id, field) => (text === null || text === '' ? null : seal(text, table, id, field)),
    sealJson: (value, table, id, field) => seal(JSON.stringify(value), table, id, field),
    open: (sealed, table, id, field) => (sealed === null ? null : sealer.open(sealed, bound(tenantId, table, id, field))),
    openJson: (shape, sealed, table, id, field) => shape.parse(JSON.parse(sealer.open(sealed, bound(tenantId, table, id, field)))),
  }
}
