import { describe, expect, test } from 'vitest'
import { firstPasswordBytes, firstPasswordOf } from './first-password-rules.ts'
import { changePassword } from './schema.ts'

const random = () => crypto.getRandomValues(new Uint8Array(firstPasswordBytes))

describe('the password an administrator hands over', () => {
  test('is one the sign-in accepts, in groups that can be read over the telephone', () => {
    const made = firstPasswordOf(random())
    expect(made).toMatch(/^([a-z]{4}-){3}[a-z]{4}$/)
    expect(changePassword.input.shape.next.safeParse(made).success).toBe(true)
  })

  test('never holds signs that look alike', () => {
    const many = Array.from({ length: 200 }, () => firstPasswordOf(random())).join('')
    expect(many).not.toMatch(/[ilo01jqgvuzs]/)
  })

  test('every letter comes up about as often as the others', () => {
    const counts = new Map<string, number>()
    for (const letter of Array.from({ length: 2000 }, () => firstPasswordOf(random()).replaceAll('-', '')).join(''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(16)
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(300)
  })
})
