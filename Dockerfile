# docker build -t claimlint . && docker run --rm --network none -v "$PWD:/claims:ro" claimlint claims.csv
# By tag: pin the digest of the day you build (docker buildx imagetools inspect node:22-alpine).
FROM node:22-alpine AS build
WORKDIR /src
COPY package.json package-lock.json ./
# esbuild's own install script only checks its binary.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY bin bin
COPY src src
COPY tsconfig.json tsconfig.build.json ./
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-alpine
LABEL org.opencontainers.image.title="claimlint" \
      org.opencontainers.image.description="The linter for US medical claim lines" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
    CLAIMLINT_DATA=/data
RUN mkdir /data /claims && chown node:node /data
COPY --from=build /src/package.json /opt/claimlint/package.json
COPY --from=build /src/bin/claimlint.js /opt/claimlint/bin/claimlint.js
COPY --from=build /src/dist /opt/claimlint/dist
COPY --from=build /src/node_modules /opt/claimlint/node_modules
COPY LICENSE /opt/claimlint/LICENSE
USER node
WORKDIR /claims
# The publishers' tables: filled with `data add`, kept between runs.
VOLUME ["/data"]
ENTRYPOINT ["node", "/opt/claimlint/bin/claimlint.js"]
CMD ["--help"]
