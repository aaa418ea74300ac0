import { Input } from 'antd'
import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { signInWords } from './sign-in-words.ts'

/** A password, which can be shown, with a word of warning while Caps Lock is on. Takes a form item's value and change. */
export function PasswordField({
  id,
  value,
  onChange,
  autoComplete,
}: {
  id?: string
  value?: string
  onChange?: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}) {
  const t = useWords()
  const [caps, setCaps] = useState(false)
  const look = (event: KeyboardEvent | MouseEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <>
      <Input.Password
        {...(id === undefined ? {} : { id })}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
        onKeyDown={look}
        onKeyUp={look}
        onClick={look}
        onBlur={() => setCaps(false)}
        autoComplete={autoComplete}
        maxLength={200}
      />
      <output style={{ color: '#ad4e00' }}>{caps ? t(signInWords.capsLock) : ''}</output>
    </>
  )
}
