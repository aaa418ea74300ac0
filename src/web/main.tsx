import './older-browsers.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages } from 'antd'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from './client/calls.ts'
import { firstLanguage, LanguageProvider } from './language/language.tsx'
import './office.css'
import { Office } from './office.tsx'
import { theme } from './theme.ts'

const place = document.getElementById('office')
if (place === null) throw new Error('The page has no place for the office.')

// Going back after signing out would show a page as it was left: it is asked for anew.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload()
})

const first = await firstLanguage()

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <LanguageProvider first={first} theme={theme}>
        <Messages>
          <Office />
        </Messages>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
