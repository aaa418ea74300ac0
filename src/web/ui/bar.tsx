import style from './bar.module.css'

/** A share of a whole, with a mark where it is expected to stand. More than the whole fills it in another colour. */
export function Bar({ share, mark, label, over = false }: { share: number; mark?: number; label: string; over?: boolean }) {
  return (
    <span className={style['bar']}>
      <span className="visually-hidden">{label}</span>
      <span className={over ? style['over'] : style['part']} style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
      {mark === undefined ? null : <span className={style['mark']} style={{ left: `${Math.min(100, mark * 100)}%` }} />}
    </span>
  )
}
