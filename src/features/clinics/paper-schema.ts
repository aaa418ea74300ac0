import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

const output = z.any().meta({ description: 'The paper as HTML, PDF or Word.' })

export const printClinic = endpoint({
  name: 'clinics.print',
  kind: 'read',
  summary: { zh: '打印义诊登记表，或全部大字单', en: 'A clinic day’s sheet, or everybody’s slip, to print' },
  input: z.object({ id: serviceIdSchema, paper: z.enum(['sheet', 'slips']), format: paperFormatSchema }),
  output,
  permission: 'clinics.read',
  trail: { writes: 'clinics.print' },
  answers: paperAnswers,
})

export const printSlip = endpoint({
  name: 'readings.print',
  kind: 'read',
  summary: { zh: '打印给老人的大字读数单', en: 'Somebody’s readings in large print, for them to take home' },
  input: z.object({ attendanceId: attendanceIdSchema, format: paperFormatSchema }),
  output,
  permission: 'clinics.read',
  trail: { writes: 'readings.print' },
  answers: paperAnswers,
})
