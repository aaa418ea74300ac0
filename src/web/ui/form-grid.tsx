import type { ReactNode } from 'react'
import style from './form-grid.module.css'

/** Fields side by side where there is room for it. */
export const FormGrid = ({ children }: { children: ReactNode }) => <div className={style['grid']}>{children}</div>
