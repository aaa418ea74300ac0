import type { Words } from '../../kernel/words.ts'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { hardshipWords } from '../people/hardship-schema.ts'
import { sexWords } from '../people/people-words.ts'
import { agreementOf, type Agreement } from './compare-rules.ts'
import { mergingWords } from './merging-words.ts'
import style from './merging.module.css'
import type { Pair } from './schema.ts'

const said: Partial<Record<Agreement, readonly [Tone, Words]>> = {
  differs: ['look', mergingWords.differs],
  onlyOne: ['plain', mergingWords.onlyOne],
}

/** What two files say, line by line, with where they do not agree. */
export function PairTable({ pair, name }: { pair: Pair; name: string }) {
  const t = useWords()
  const textsOf = useSideTexts()
  const [first, second] = [textsOf(pair.first), textsOf(pair.second)]
  return (
    <section className={style['scroll']} aria-label={name} tabIndex={0}>
      <table className={style['pair']}>
        <thead>
          <tr>
            <th scope="col">{t(mergingWords.field)}</th>
            <FileHead side={pair.first} words={mergingWords.first} />
            <FileHead side={pair.second} words={mergingWords.second} />
          </tr>
        </thead>
        <tbody>
          {first.map(([words, text, count], index) => {
            const other = second[index]?.[1] ?? null
            const agreement = count === undefined ? agreementOf(text, other) : 'same'
            const mark = said[agreement]
            return (
              <tr key={words.zh} className={agreement === 'differs' ? style['differs'] : undefined}>
                <th scope="row">
                  {t(words)} {mark === undefined ? null : <Chip tone={mark[0]}>{t(mark[1])}</Chip>}
                </th>
                <td>{text ?? '—'}</td>
                <td>{other ?? '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function FileHead({ side, words }: { side: Pair['first']; words: Words }) {
  const t = useWords()
  return (
    <th scope="col">
      {t(words)}{' '}
      <Link to={`/people/${side.id}`} aria-label={t(mergingWords.open, { name: side.name })}>
        {side.name}
      </Link>
    </th>
  )
}

/** What is compared, as people read it; how much is behind each file is no disagreement. */
function useSideTexts(): (side: Pair['first']) => readonly (readonly [Words, string | null, 'count'?])[] {
  const t = useWords()
  const { day, number } = useFormats()
  return (side) => [
    [mergingWords.name, side.name],
    [mergingWords.sex, t(sexWords[side.sex])],
    [mergingWords.birth, side.birthDate === null ? null : day(side.birthDate)],
    [mergingWords.number, side.idNumber.masked],
    [mergingWords.phone, side.phone],
    [mergingWords.community, side.communityName],
    [mergingWords.address, side.address],
    [mergingWords.household, side.householdNumber],
    [
      mergingWords.labels,
      side.labels.length === 0 ? null : side.labels.map((label) => t(hardshipWords[label])).join(t(mergingWords.between)),
    ],
    [mergingWords.registrations, number(side.registrations), 'count'],
    [mergingWords.services, number(side.services), 'count'],
  ]
}
