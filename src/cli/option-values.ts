import { InvalidArgumentError } from 'commander'
import type { z } from 'zod'
import { monthSchema } from '../kernel/day.ts'
import { divisionCodeSchema, projectIdSchema } from '../kernel/ids.ts'

/** Reads an option by the shape of its value. A wrong one is named with its option, and what would be right; exit code 2. */
const shaped =
  <S extends z.ZodType>(shape: S, right: string) =>
  (value: string): z.output<S> => {
    const read = shape.safeParse(value)
    if (!read.success) throw new InvalidArgumentError(right)
    return read.data
  }

export const projectValue = shaped(projectIdSchema, 'A project is named by its id: `nuanyang figures --as <account>` lists them.')
export const monthValue = shaped(monthSchema, 'A month is written 2024-10.')

const communityValue = shaped(divisionCodeSchema, 'A place is named by its code, such as 211102004005.')
/** One more of several. */
export const communityValues = (value: string, before: z.output<typeof divisionCodeSchema>[] = []) => [...before, communityValue(value)]
