import { bankRoutes } from './bank-routes.ts'
import { meritRoutes } from './merit-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { shiftRoutes } from './shift-routes.ts'
import { taskRoutes } from './task-routes.ts'

export const volunteeringRoutes = [
  ...registerRoutes,
  ...meritRoutes,
  ...taskRoutes,
  ...shiftRoutes,
  ...ownRoutes,
  ...bankRoutes,
  ...sheetRoutes,
]
