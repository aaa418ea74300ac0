import { directoryRoutes } from './directory-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { matchRoutes } from './match-routes.ts'
import { linkNeedRoutes } from './need-routes.ts'
import { resourceRoutes } from './resource-routes.ts'
import { stepRoutes } from './step-routes.ts'

export const linkageRoutes = [...linkNeedRoutes, ...resourceRoutes, ...linkRoutes, ...stepRoutes, ...matchRoutes, ...directoryRoutes]
