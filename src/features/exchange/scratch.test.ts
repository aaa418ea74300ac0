import { test } from 'vitest'
import { Memory } from './plan-memory-testing.ts'
import { firstFacts, plan, readExpected, readReferenceRows } from './plan-testing.ts'
test('scratch', async () => {
  const expected = await readExpected()
  const rows = await readReferenceRows()
  const facts = firstFacts(expected)
  for (const order of [['11','01','01-1','02','03','04','05','06','07','08','09','10']]) {
  const books = Map.groupBy(rows, ({ file }) => file.split(' ')[0] ?? '')
    const memory = new Memory(facts.divisions)
    for (const name of order) { const f=memory.facts(); const t = performance.now(); const p = plan(books.get(name) ?? [], f); console.log(name, performance.now()-t, JSON.stringify(memory.write(p.drafts))) }
    const whole = new Memory(facts.divisions)
    whole.write(plan(rows, facts).drafts)
    const a = new Set(memory.all()), b = new Set(whole.all())
    const x = [...a].filter((s) => !b.has(s)), y = [...b].filter((s) => !a.has(s))
    console.log(x.length, y.length)
    const by = (l: string[]) => { const m: Record<string, string[]> = {}; for (const s of l) (m[s.split(' ')[0] ?? ''] ??= []).push(s); return m }
    const bx = by(x), byy = by(y)
    for (const t of new Set([...Object.keys(bx), ...Object.keys(byy)])) { console.log(t, bx[t]?.length, byy[t]?.length); for (const s of (bx[t] ?? []).slice(0, 2)) console.log('   seq', s.slice(0, 700)); for (const s of (byy[t] ?? []).slice(0, 2)) console.log('   all', s.slice(0, 700)) }
  }
})
