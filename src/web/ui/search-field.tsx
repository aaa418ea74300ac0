import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'

/** A text to search for: shown as it is typed, told when the typing rests. */
export function SearchField({
  id,
  value,
  onChange,
  placeholder,
  maxLength = 40,
}: {
  id: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength?: number
}) {
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      onChange(text)
      setTyped(undefined)
    }, 250)
  }
  return (
    <Input
      id={id}
      allowClear
      prefix={<Icon name="search" size={16} />}
      value={typed ?? value}
      maxLength={maxLength}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => type(event.target.value)}
    />
  )
}
