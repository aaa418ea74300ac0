import style from './progress-bar.module.css'

/** How much is done, with a mark where the time stands. `label` says the same in words. */
export function ProgressBar({
  percent,
  mark,
  wanting = false,
  label,
}: {
  percent: number
  mark?: number
  wanting?: boolean
  label: string
}) {
  const within = (share: number): string => `${Math.max(0, Math.min(100, share))}%`
  return (
    <div className={style['track']}>
      <span className="visually-hidden">{label}</span>
      <div className={wanting ? style['wanting'] : style['done']} style={{ width: within(percent) }} />
      {mark === undefined ? null : <div className={style['mark']} style={{ left: within(mark) }} />}
    </div>
  )
}
