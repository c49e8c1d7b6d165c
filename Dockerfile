# Three stages: what is compiled needs compilers, what runs does not.
FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY workers workers
COPY web web
COPY rules rules
COPY scripts/bundle.mjs scripts/read-rules.mjs scripts/
RUN npx tsc -p tsconfig.build.json --noCheck && node scripts/bundle.mjs && node scripts/read-rules.mjs && npx vite build web

FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs a script of its own here: the one that does belongs to the sample network.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-color-emoji fonts-noto-core \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o node -g node /var/lib/netra
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY bin bin
COPY rules rules
COPY package.json ./
USER node
ENV NODE_ENV=production NETRA_ENV=production NETRA_DATA_DIR=/var/lib/netra
CMD ["node", "bin/netra.js", "up"]
