import { daySchema, type Day } from '../../kernel/day.ts'

const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is where the work is done. */
export const today = (): Day => daySchema.parse(format.format(new Date()))
