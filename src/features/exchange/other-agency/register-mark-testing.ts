import type { Day } from '../../../kernel/day.ts'
import { daysAfter, homophoneOf } from './person-testing.ts'
import { type Elder, type RegisterLine, type RegisterParts, type RegisterTraits, lineOf } from './register-testing.ts'

const wide = (text: string) => text.replace(/[\dX]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

type Planting = { readonly lines: RegisterLine[]; readonly parts: RegisterParts; readonly traits: RegisterTraits }

/** Puts into a register what is usually wrong with one. Each line has one thing wrong with it, but for lines that come twice. */
export function plantInRegister(planting: Planting) {
  const { lines, parts, traits } = planting
  const { chance, people, name } = parts
  const touched = new Set<RegisterLine>()
  const take = (fits: (line: RegisterLine) => boolean = () => true): RegisterLine | undefined => {
    const free = lines.filter((line) => !touched.has(line) && line.elder.namesake === undefined && fits(line))
    if (free.length === 0) return undefined
    const line = chance.pick(free)
    touched.add(line)
    return line
  }
  const plant = (times: number, fits: (line: RegisterLine) => boolean, change: (line: RegisterLine) => void) => {
    for (let at = 0; at < times; at += 1) {
      const line = take(fits)
      if (line !== undefined) change(line)
    }
  }
  const any = () => true
  const wrong = (line: RegisterLine, kind: string, field: string | readonly string[]) => line.marks.push({ kind, in: field })

  makeNamesakes(planting, touched)
  makeDoubles(planting, take)
  plant(
    5,
    (line) => line.elder.birth < '1990' && /\d$/.test(line.elder.number),
    (line) => {
      line.number = { text: line.elder.number.slice(0, 6) + line.elder.number.slice(8, 17) }
      wrong(line, 'id_15_digit', 'idNumber')
    },
  )
  plant(3, any, (line) => {
    line.number = { text: wide(line.elder.number) }
    wrong(line, 'id_full_width', 'idNumber')
  })
  plant(
    3,
    (line) => line.elder.number.endsWith('X'),
    (line) => {
      line.number = { text: line.elder.number.toLowerCase() }
      wrong(line, 'id_lower_x', 'idNumber')
    },
  )
  plant(3, any, (line) => {
    const number = line.elder.number
    line.number = {
      text: chance.likely(0.5)
        ? `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`
        : `${number.slice(0, 14)} ${number.slice(14)}`,
    }
    wrong(line, 'id_with_spaces', 'idNumber')
  })
  plant(
    3,
    (line) => /\d$/.test(line.elder.number),
    (line) => {
      line.number = { cell: Number(line.elder.number) }
      wrong(line, 'id_leading_zeros_lost', 'idNumber')
    },
  )
  plant(4, any, (line) => {
    line.number = { cell: Number(`${line.elder.number.slice(0, 15)}000`) }
    wrong(line, 'id_precision_damaged', 'idNumber')
  })
  plant(3, any, (line) => {
    line.number = { text: wrongCheck(line.elder.number) }
    wrong(line, 'id_wrong_checksum', 'idNumber')
  })
  plant(4, any, (line) => {
    line.number = undefined
    wrong(line, 'id_missing', 'idNumber')
  })
  plant(2, any, (line) => {
    line.phone = line.phone.slice(0, 10)
    wrong(line, 'phone_wrong_length', 'phone')
  })
  plant(2, any, (line) => {
    line.sex = line.sex === 'male' ? 'female' : 'male'
    wrong(line, 'sex_contradicts_id', 'sex')
  })
  if (traits.births) {
    plant(3, any, (line) => {
      line.birth = daysAfter(line.elder.birth, -chance.whole(400, 1500))
      wrong(line, 'birth_contradicts_id', 'birth')
    })
    plant(2, any, (line) => {
      line.birth = { text: `${line.elder.birth.slice(0, 4)}${chance.pick(['.13.5', '.2.30', '.6.31', '-11-31', '年9月31日'])}` }
      wrong(line, 'birth_impossible', 'birth')
    })
  }
  if (traits.households)
    plant(
      4,
      (line) => line.household.head !== line.name && lines.some((head) => head.name === line.household.head && !touched.has(head)),
      (line) => {
        const head = lines.find((each) => each.name === line.household.head)
        if (head !== undefined) touched.add(head)
        line.numbered = false
        wrong(line, 'household_number_missing', 'householdNumber')
      },
    )
  plant(
    1,
    (line) => lines.some((other) => isSpouse(line, other) && !touched.has(other)),
    (line) => {
      const other = lines.find((each) => isSpouse(line, each))
      if (other === undefined) return
      touched.add(other)
      line.number = { text: other.elder.number }
      wrong(line, 'id_belongs_to_other', 'idNumber')
    },
  )
  plant(
    2,
    (line) => line.elder.disability !== undefined,
    (line) => {
      const birth = people.dayBetween(...youngBetween(parts.period.to))
      const elder: Elder = {
        ...line.elder,
        ...people.make(name(line.sex), line.sex, birth),
        household: line.household,
        labels: line.elder.labels.filter((code) => code !== 'GL'),
      }
      const young = lineOf(elder, line.place, line.registeredOn)
      lines.push(young)
      touched.add(young)
      wrong(young, 'under_60', ['birth', 'idNumber'])
    },
  )
}

const isSpouse = (line: RegisterLine, other: RegisterLine) => other !== line && other.household === line.household && other.sex !== line.sex

const youngBetween = (end: Day): [string, string] => [`${Number(end.slice(0, 4)) - 58}-01-01`, `${Number(end.slice(0, 4)) - 50}-12-31`]

/** Another check character; never one that would make the number look as if a spreadsheet had cut it. */
function wrongCheck(number: string): string {
  const check = Number(number.slice(17).replace('X', '10'))
  const wrong = [3, 4].map((step) => (check + step) % 10).find((digit) => !`${number.slice(0, 17)}${digit}`.endsWith('000')) ?? 1
  return `${number.slice(0, 17)}${wrong}`
}

/** Two who bear one name in one community, told apart by everything else. */
function makeNamesakes({ lines, parts: { chance, people } }: Planting, touched: Set<RegisterLine>) {
  for (let made = 0; made < 3; made += 1) {
    const one = chance.pick(lines.filter((line) => !touched.has(line) && line.name === line.household.head))
    const years = one.elder.birth < '1945' ? 12 : -12
    const birth = daysAfter(one.elder.birth, years * 365 + chance.whole(1, 99))
    const other: Elder = {
      ...one.elder,
      ...people.make(one.name, one.sex, birth),
      household: { ...one.household, number: `${one.household.number}-9`, address: `${one.household.address}（东）` },
      labels: one.elder.labels.filter((code) => code !== 'GL'),
      places: [one.place],
      namesake: true,
    }
    one.elder.namesake = true
    const line = lineOf(other, one.place, daysAfter(one.registeredOn, 1))
    lines.push(line)
    touched.add(one).add(line)
  }
}

/** Somebody who stands on two lines. Of the two, the later one is the one to look at. */
function makeDoubles({ lines, parts, traits }: Planting, take: (fits?: (line: RegisterLine) => boolean) => RegisterLine | undefined) {
  const { chance, places } = parts
  const again = (
    kind: string,
    fits: (line: RegisterLine) => boolean,
    change: (line: RegisterLine, first: RegisterLine) => void,
    elsewhere = false,
  ) => {
    const first = take(
      (line) =>
        line.name === line.household.head && lines.every((each) => each === line || each.household !== line.household) && fits(line),
    )
    if (first === undefined) return
    const place = elsewhere ? chance.pick(places.filter((each) => each !== first.place)) : first.place
    const line = lineOf(first.elder, place, daysAfter(first.registeredOn, chance.whole(5, 40)))
    if (elsewhere) {
      first.elder.places.push(place)
      line.household = {
        ...first.household,
        number: `${first.household.number}-迁`,
        place,
        address: `${place.street}${place.name}${chance.whole(1, 90)}号`,
      }
    }
    line.marks.push({ kind, in: 'name' })
    change(line, first)
    lines.push(line)
    take((each) => each === line)
  }
  for (let at = 0; at < 4; at += 1)
    again(
      'duplicate_same_community',
      () => true,
      () => undefined,
    )
  for (let at = 0; at < 3; at += 1)
    again(
      'moved_between_communities',
      () => true,
      () => undefined,
      true,
    )
  again(
    'duplicate_name_typo',
    ({ name }) => homophoneOf(name) !== undefined,
    (line) => (line.name = homophoneOf(line.name) ?? line.name),
  )
  if (!traits.births) return
  for (let at = 0; at < 2; at += 1)
    again(
      'duplicate_damaged_id',
      () => true,
      (line) => {
        line.number = { cell: Number(`${line.elder.number.slice(0, 15)}000`) }
        line.marks.push({ kind: 'id_precision_damaged', in: 'idNumber' })
      },
    )
}
