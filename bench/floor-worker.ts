import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool, types } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'

// The floor: the same statements over bare node:http, with no permission, row security, trail, operation or shape.

types.setTypeParser(types.builtins.DATE, (text) => text)
const { url, tenantId } = z.object({ url: z.string(), tenantId: z.number() }).parse(workerData)
const pool = new Pool({ connectionString: url, max: 16 })

const search = {
  name: 'search',
  text: `select p.id, p.name, p.sex, p.birth_date, p.community_code, p.phone, p.deceased_on,
    (select d.name from division d where d.tenant_id = p.tenant_id and d.code = p.community_code) as community_name,
    array(select h.code from hardship_label h where h.tenant_id = p.tenant_id and h.person_id = p.id and h.ended_on is null order by h.code) as labels,
    array(select distinct q.part from person_part q where q.tenant_id = p.tenant_id and q.person_id = p.id and q.until is null order by q.part) as parts
    from person p where p.tenant_id = $1 and p.merged_into is null and p.id in (select t.person_id from person_term t where t.tenant_id = $1 and t.term >= $2 and t.term < $3)
    order by starts_with(p.name, $2) desc, p.pinyin, p.id limit 20`,
}

type Body = { search?: string; projectId?: string; communityCode?: string; personId?: string; day?: string }

async function answer(path: string, body: Body): Promise<unknown> {
  if (path === '/search') {
    const text = body.search ?? ''
    return { rows: (await pool.query(search, [tenantId, text, `${text}\u{10FFFF}`])).rows }
  }
  const client = await pool.connect()
  try {
    const [service, attendance] = [v7(), v7()]
    await client.query('begin')
    await client.query({
      name: 'service',
      text: `insert into service (tenant_id, id, project_id, line, kind, status, themes, community_code, day, unnamed_count) values ($1, $2, $3, 'social', 'home_visit', 'held', '{}', $4, $5, 0)`,
      values: [tenantId, service, body.projectId, body.communityCode, body.day],
    })
    await client.query({
      name: 'attendance',
      text: `insert into attendance (tenant_id, id, service_id, person_id, recorded_person_id, part, certainty) values ($1, $2, $3, $4, $4, 'beneficiary', 'name')`,
      values: [tenantId, attendance, service, body.personId],
    })
    await client.query('commit')
    return { id: service }
  } finally {
    client.release()
  }
}

const server = createServer((request, reply) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    answer(request.url ?? '', JSON.parse(Buffer.concat(chunks).toString() || '{}')).then(
      (value) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  parentPort?.postMessage(typeof address === 'object' ? address?.port : undefined)
})
