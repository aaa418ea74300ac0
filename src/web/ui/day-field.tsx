import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-hk'
import { holdEnter } from './hold-enter.ts'

/**
 * A calendar day as YYYY-MM-DD, or nothing. Takes a form item's value and change; typed or chosen. Enter
 * chooses the day and does not send the form around it.
 */
export function DayField({
  id,
  value,
  onChange,
  disabled = false,
  upTo,
}: {
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
  disabled?: boolean
  /** The last day that can be chosen. */
  upTo?: string
}) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value === undefined || value === null || value === '' ? null : dayjs(value)}
      onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D']}
      disabled={disabled}
      {...(upTo === undefined ? {} : { maxDate: dayjs(upTo) })}
      onKeyDown={holdEnter}
      style={{ width: '100%' }}
    />
  )
}
