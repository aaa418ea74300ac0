import { createBrowserRouter, Outlet } from 'react-router'
import { pages } from './pages.ts'
import { AbsentPage } from './shell/absent-page.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { Opening } from './shell/opening.tsx'
import { Permitted } from './shell/permitted.tsx'
import { Shell } from './shell/shell.tsx'

/** Addresses to pages. A page that breaks leaves the shell standing around it. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    HydrateFallback: Opening,
    children: [
      {
        element: <Outlet />,
        errorElement: <BrokenPage />,
        children: [
          ...pages.map(({ path, permission, load }) => ({
            path,
            lazy: async () => {
              const Found = await load()
              return {
                element: (
                  <Permitted permission={permission}>
                    <Found />
                  </Permitted>
                ),
              }
            },
          })),
          { path: '*', element: <AbsentPage /> },
        ],
      },
    ],
  },
])
