# One image for every service; the command decides which one runs.
FROM node:24.21.0-bookworm-slim AS sources
WORKDIR /app
COPY . .

FROM sources AS build
RUN npm ci --no-audit --no-fund && node node_modules/typescript/bin/tsc -b && npm run build --workspace apps/web

# Without the tools, and without the PostgreSQL that `npm start` brings along: here the database is a service.
FROM sources AS packages
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/package.json package.json
COPY --from=build /app/apps apps
COPY --from=build /app/libs libs
COPY migrations migrations
COPY containers/healthcheck.mjs containers/healthcheck.mjs
USER node
EXPOSE 3000 3001 3002
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
