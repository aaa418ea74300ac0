import { useWords } from '../../web/language/language.tsx'
import style from './assess.module.css'
import { assessmentWords } from './assessment-words.ts'
import type { ScaleItem } from './scale-schema.ts'

/** A question with its answers, one tap each. Takes a form item's value and change. */
export function AnswerChoice({
  id,
  item,
  number,
  value,
  onChange,
  onTap,
}: {
  id?: string
  item: ScaleItem
  number: number
  value?: string
  onChange?: (value: string | undefined) => void
  /** After an answer by finger or mouse; the arrow keys go through answers and stay here. */
  onTap?: () => void
}) {
  const t = useWords()
  return (
    <fieldset id={id} className={style['item']}>
      <legend>
        {number}. {t(item.words)}
      </legend>
      <div className={style['options']}>
        {item.options.map((option) => (
          <label key={option.key} className={`${style['option']} ${value === option.key ? style['chosen'] : ''}`}>
            <input
              type="radio"
              name={`answer-${item.key}`}
              checked={value === option.key}
              onChange={() => onChange?.(option.key)}
              onClick={(event) => {
                // A click that a key made has no detail.
                if (event.detail > 0) onTap?.()
              }}
            />
            <span>{t(option.words)}</span>
          </label>
        ))}
        {value === undefined ? null : (
          <button
            type="button"
            className={style['clear']}
            aria-label={t(assessmentWords.clear, { n: number })}
            onClick={() => onChange?.(undefined)}
          >
            {t(assessmentWords.clearShort)}
          </button>
        )}
      </div>
    </fieldset>
  )
}
