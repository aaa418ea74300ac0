import type { Route } from '../../server/route.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { dayRoutes } from './day-routes.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { clinicPaperRoutes } from './paper-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { supplyRoutes } from './supply-routes.ts'

export const clinicRoutes: readonly Route[] = [
  ...dayRoutes,
  ...readingRoutes,
  ...followUpRoutes,
  ...bundleRoutes,
  ...supplyRoutes,
  ...clinicPaperRoutes,
]
