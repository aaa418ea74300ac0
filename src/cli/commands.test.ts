import ExcelJS from 'exceljs'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { ProjectId } from '../kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { addProjectTo, community } from '../testing/project.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'nuanyang-terminal-'))
let house: TestHouse
let projectId: ProjectId
let manager: string

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [community('旭东社区'), community('湖滨社区')])
  manager = (await house.signedIn([{ role: 'manager' }, { role: 'manager', projectId }])).name
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await house.close()
})

type Said = { code: number; out: string; error: string }

/** The command as an operator types it. */
const nuanyang = (...words: string[]): Promise<Said> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), ...words],
      {
        cwd: folder,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          DATABASE_URL: house.ownerUrl,
          DATABASE_APP_URL: house.appUrl,
          DATABASE_PORTAL_URL: house.portalUrl,
          NUANYANG_DATA: join(folder, 'data'),
        },
      },
      (error, out, said) => done({ code: error === null ? 0 : Number(error.code), out, error: said }),
    )
  })

const bookOf = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

const figuresSchema = z.object({ figures: z.array(z.object({ key: z.string(), value: z.number().nullable() })) })

async function registered(): Promise<number | null | undefined> {
  const { out } = await nuanyang('figures', '--project', projectId, '--as', manager, '--json')
  return figuresSchema.parse(JSON.parse(out)).figures.find((figure) => figure.key === 'register_persons')?.value
}

test('a command that is not known is wrong usage', async () => {
  expect(await nuanyang('import')).toMatchObject({ code: 2, error: expect.stringContaining('--help') })
  expect(await nuanyang('no-such-thing')).toMatchObject({ code: 2 })
})

test.each(['serve', 'migrate', 'import', 'figures', 'export', 'account add', 'tenant add', 'trail verify', 'openapi'])(
  '%s tells how it is used',
  async (command) => {
    const { code, out } = await nuanyang(...command.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: nuanyang ${command}`)
  },
)

test('a workbook is tried out first, written on the word, and seen in the figures', async () => {
  const file = bookOf('老年人花名册.csv', [
    '老人姓名,性别,出生日期,所属社区,联系电话,困难类别',
    '孟凡珍,女,1946-03-02,旭东社区,13842700001,独居',
    '佟玉兰,女,1951-11-20,湖滨社区,13842700002,低保',
  ])
  const tried = await nuanyang('import', file, '--project', projectId, '--as', manager)
  expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('没有写入') })
  expect(await registered()).toBe(0)

  const written = await nuanyang('import', file, '--project', projectId, '--as', manager, '--accept')
  expect(written).toMatchObject({ code: 0, out: expect.stringContaining('已导入') })
  expect(await registered()).toBe(2)
})

test('a table that nobody could tell is named, and keeps the rest from being written without it', async () => {
  const file = bookOf('杂记.csv', ['甲,乙,丙', '一,二,三', '四,五,六'])
  const { code, error } = await nuanyang('import', file, '--project', projectId, '--as', manager, '--accept')
  expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('杂记.csv') })
})

test('a file that is no workbook is refused by its name, and nothing is written', async () => {
  const file = join(folder, '假的.xlsx')
  writeFileSync(file, 'this is no workbook')
  const { code, error } = await nuanyang('import', file, '--project', projectId, '--as', manager, '--accept')
  expect(code).toBe(1)
  expect(error).toContain('假的.xlsx')
})

test.each([
  [1, ['import', 'nothing-here.xlsx', '--project', 'P', '--as', 'A'], 'nothing-here.xlsx'],
  [2, ['import', '.', '--project', 'not-an-id', '--as', 'A'], 'not-an-id'],
  [1, ['figures', '--project', 'no such project', '--as', 'A'], 'no such project'],
  [1, ['figures', '--project', 'P', '--as', 'nobody'], 'nobody'],
  [2, ['figures', '--project', 'P', '--as', 'A', '--from', 'yesterday'], '--from'],
  [2, ['figures', '--project', 'P', '--as', 'A', '--community', '211102', '--community', 'here'], 'here'],
  [2, ['figures', '--project', 'P', '--as', 'A', '--kind', 'weather'], 'weather'],
  [1, ['figures', '--as', 'A', '--tenant', 'nowhere'], 'nowhere'],
  [2, ['figures', '--project', 'P', '--as', 'A', '--by', 'weather'], 'weather'],
  [2, ['export', 'weather', '--project', 'P', '--as', 'A'], 'weather'],
])('%i is the answer to %j, which names what is wrong', async (expected, words, named) => {
  const { code, out, error } = await nuanyang(...words.map((word) => ({ P: projectId, A: manager })[word] ?? word))
  expect({ code, out }).toEqual({ code: expected, out: '' })
  expect(error).toContain(named)
  expect(error).not.toMatch(/\bat .*\.ts:\d+/)
})

test('a list is exported to a workbook that opens', async () => {
  const file = join(folder, 'people.xlsx')
  expect(await nuanyang('export', 'people', '--project', projectId, '--as', manager, '--out', file)).toMatchObject({ code: 0 })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  expect(workbook.worksheets[0]?.getColumn(1).values).toContain('孟凡珍')
})

test('an account is added with a role and told its first password once', async () => {
  const system = (await house.signedIn([{ role: 'systemAdmin' }])).name
  const security = (await house.signedIn([{ role: 'securityAdmin' }])).name
  const words = ['account', 'add', 'shegong2', '第二位社工', '--as', system, '--by', security, '--role', 'socialWorker']
  const added = await nuanyang(...words, '--project', projectId, '--community', community('旭东社区'))
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^shegong2\t\S{19}\n$/) })
  expect(await nuanyang(...words, '--project', projectId)).toMatchObject({ code: 1, out: '' })
})

test('with a second tenant, a command wants to know which one is meant', async () => {
  expect(await nuanyang('tenant', 'add', 'second', '第二家民政局')).toMatchObject({ code: 0, out: expect.stringContaining('xitong\t') })
  expect(await nuanyang('figures', '--as', manager)).toMatchObject({ code: 1, error: expect.stringContaining('--tenant') })
  expect(await nuanyang('figures', '--as', manager, '--tenant', 'test')).toMatchObject({ code: 0, out: expect.stringContaining(projectId) })
})

test('a trail that somebody changed behind the server’s back is told from one that is as written', async () => {
  expect(await nuanyang('trail', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('all as written') })
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  await owner.query('alter table trail disable trigger user')
  await owner.query(`update trail set reason = 'another reason' where tenant_id = $1 and seq = 1`, [house.tenantId])
  await owner.end()
  expect(await nuanyang('trail', 'verify')).toMatchObject({ code: 1, error: expect.stringContaining('not what was written') })
})

test('the description of the interface is the one that is committed', async () => {
  const { code, out } = await nuanyang('openapi')
  expect(code).toBe(0)
  expect(out).toBe(readFileSync(join(root, 'openapi.json'), 'utf8'))
})
