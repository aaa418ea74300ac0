import './older-browsers.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages } from 'antd'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from './client/calls.ts'
import { firstLanguage, LanguageProvider } from './language/language.tsx'
import './office.css'
import { Office } from './office.tsx'
import { theme, thumbTheme } from './theme.ts'
import { useNarrow } from './ui/narrow.ts'

const place = document.getElementById('office')
if (place === null) throw new Error('The page has no place for the office.')

// Going back after signing out would show a page as it was left: it is asked for anew.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload()
})

const first = await firstLanguage()

function Spoken({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider first={first} theme={useNarrow() ? thumbTheme : theme}>
      {children}
    </LanguageProvider>
  )
}

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Spoken>
        <Messages>
          <Office />
        </Messages>
      </Spoken>
    </QueryClientProvider>
  </StrictMode>,
)
