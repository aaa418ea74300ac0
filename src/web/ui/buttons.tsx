import type { ReactNode } from 'react'
import style from './buttons.module.css'

/** Buttons side by side. */
export const Buttons = ({ children }: { children: ReactNode }) => <div className={style['buttons']}>{children}</div>
