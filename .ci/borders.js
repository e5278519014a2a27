import { posix } from 'node:path';

// Who may import whom: docs/decisions.md says why. `from` and `to` are tested against paths from the project's root
// (without extension) or, for packages, against the bare name as it is written in the import.

const TEST_CODE = /^server\/(testing|api-tests)\/|\.test$/;
const FEATURES =
  'employees|enrolment|importing|recognition|decisions|drift|look-alikes|models|pipeline|attendance|schedules|reports|training|kiosks|accounts|privacy|audit|webhooks|backup|demo';
/** The features that a feature may build on. The demo company acts through all of them. */
const BUILDS_ON = {
  employees: [],
  recognition: [],
  decisions: ['recognition', 'employees'],
  'look-alikes': ['recognition', 'employees'],
  attendance: ['recognition', 'employees', 'decisions', 'look-alikes', 'schedules'],
  enrolment: ['recognition', 'employees', 'attendance', 'decisions', 'look-alikes'],
  importing: ['enrolment', 'recognition', 'employees', 'attendance', 'schedules'],
  schedules: ['employees'],
  reports: ['attendance', 'employees', 'schedules'],
  training: ['recognition'],
  models: ['recognition'],
  pipeline: ['models', 'drift', 'training', 'recognition', 'enrolment', 'employees', 'attendance'],
  drift: ['employees'],
  kiosks: ['schedules'],
  accounts: ['employees'],
  privacy: ['employees', 'enrolment', 'recognition', 'attendance', 'look-alikes', 'schedules'],
  audit: [],
  webhooks: [],
  backup: [],
  demo: FEATURES.split('|'),
};
const PURE =
  /\.rules$|^server\/(refusal|recognition\/(match|subject|calibration|confidence|score-tail|template-distance))$/;

const SERVER_BORDERS = [
  ...Object.entries(BUILDS_ON).map(([feature, others]) => ({
    from: new RegExp(`^server/${feature}/`),
    to: new RegExp(`^server/(?!${[feature, ...others].join('|')}/)(${FEATURES})/`),
    message:
      others.length > 0
        ? `${feature} builds on ${others.join(', ')} and no other feature.`
        : `${feature} imports no other feature: let the one that needs both import it, or wiring/ join them.`,
  })),
  {
    from: /^server\/(?!(recognition|training)\/tfjs-|cli\/bench-peer-)/,
    to: /^@(tensorflow|vladmandic)\//,
    message:
      'TensorFlow stays behind the FaceEngine port: only recognition/tfjs-*.ts and training/tfjs-*.ts import it (and the peers of the bench).',
  },
  {
    from: /^server\/recognition\//,
    to: /^(graphql|type-graphql|graphql-[^/]+|@apollo)(\/|$)|^server\/graphql\//,
    message:
      'recognition knows nothing of GraphQL: return plain data, and let the feature that asks turn it into a type.',
  },
  {
    from: /^server\/(?!database\/|wiring\/foundation$|cli\/|testing\/|api-tests\/|.*(\.repository|\.test)$)/,
    to: /^server\/database\/|^@prisma\/|^(better-sqlite3|pg)$/,
    message:
      'Only *.repository.ts, database/ and wiring/foundation.ts touch the database: put the query into a repository.',
  },
  {
    from: /\.resolver$/,
    to: /\.repository$/,
    message: 'A resolver calls its service, never a repository.',
  },
  {
    from: /\.(service|repository|rules)$/,
    to: /\.resolver$/,
    message: 'Imports run resolver -> service -> rules | repository | port, not back.',
  },
  {
    from: PURE,
    to: /./,
    except: new RegExp(`^temporal-polyfill$|${PURE.source}`),
    typesAllowed: true,
    message: 'This file is pure: it imports types only (`import type`), temporal-polyfill and other pure files.',
  },
  {
    from: /^server\/(?!main$|run-server$|cli\/|testing\/|api-tests\/)/,
    to: /^server\/app$/,
    message:
      'Nobody imports app.ts but run-server.ts, main.ts, cli/ and tests: take what is needed in the constructor.',
  },
  {
    from: /^server\/(?!(app|recognition-node)$|wiring\/)/,
    to: /^server\/wiring\//,
    message:
      'wiring/ puts the parts together for app.ts and recognition-node.ts: take what is needed in the constructor.',
  },
  {
    from: /^server\/(?!(schema|wiring\/api|cli\/emit-schema)$)/,
    to: /\.resolver$|^server\/(schema|wiring\/api|graphql\/web-server)$/,
    typesAllowed: true,
    laterAllowed: true,
    message:
      'Commands and workers start without the API, which is half of what there is to load: app.ts loads wiring/api.ts where it is served.',
  },
  {
    from: /^server\//,
    to: /^server\/main$/,
    message: 'main.ts is the program: nobody imports it.',
  },
  {
    from: new RegExp(`^server/(${FEATURES})/(?!.*\\.test$)`),
    to: /^server\/graphql\/(?!.*\.type$|context$|scalars$|same-rights$|upload$|enum-of$)/,
    message: 'From graphql/ features take types, scalars and the context; the transport is not their concern.',
  },
  {
    from: /^server\/graphql\//,
    to: new RegExp(`^server/(${FEATURES})/(?!.*\\.(type|resolver)$)`),
    typesAllowed: true,
    message: 'graphql/ is the transport: it knows resolvers and types of the features, no business.',
  },
  {
    from: /^server\/([a-z-]+|storage\/.*|jobs\/.*|database\/.*)$/,
    fromExcept: /^server\/(main|run-server|app|recognition-node|schema|jobs\/job\.(type|resolver))$/,
    to: new RegExp(`^server/(${FEATURES}|graphql)/`),
    typesAllowed: true,
    message: 'This is a leaf that everyone may import, so it imports no feature (types excepted).',
  },
  {
    from: /^server\/(?!testing\/|api-tests\/|cli\/bench-)/,
    to: /^server\/(testing|api-tests)\//,
    message: 'testing/ is for tests and benchmarks only.',
  },
  {
    from: /^server\//,
    to: /^web\//,
    message: 'The server knows nothing of the web code: they meet in schema.graphql.',
  },
];

const WEB_SHARED = 'pages|components|composables|lib|gql|testing';
const WEB_BORDERS = [
  {
    from: new RegExp(`^web/(?!(${WEB_SHARED})/)([^/]+)/`),
    to: /^web\/([^/]+)\//,
    allowSameFolder: true,
    except: /^web\/(components|composables|lib|gql|testing)\//,
    message:
      'Features do not import each other or pages: share through components, composables or lib, or join in a page.',
  },
  {
    from: /^web\/(components|composables|lib|gql|testing)\//,
    to: new RegExp(`^web/(pages/|(?!(${WEB_SHARED})/)[^/]+/)`),
    message: 'Imports run pages -> features -> components | composables | lib | gql, not back.',
  },
  {
    from: /^web\/components\//,
    to: /^web\/gql\//,
    message: 'components/ is free of the domain: pass plain props, and query in a feature.',
  },
  {
    from: /^web\/lib\//,
    to: /^web\/(?!lib\/)/,
    typesAllowed: true,
    message: 'lib/ is pure: it imports lib/ and packages.',
  },
  {
    from: /^web\/composables\//,
    to: /^web\/components\//,
    message: 'composables/ do not import components.',
  },
  {
    from: /^web\/[^/]+\//,
    to: /^web\/(main|App|router)$/,
    typesAllowed: true,
    message: 'Only main.ts puts App.vue and router.ts together.',
  },
  { from: /^web\//, to: /^server\//, message: 'The web meets the server in schema.graphql only.' },
];

const BORDERS = [...SERVER_BORDERS, ...WEB_BORDERS];

/** Reports each import, export-from or import() that crosses a border, with that border's message. */
const borders = {
  meta: { type: 'problem', schema: [], docs: { description: 'who may import whom' } },
  create(context) {
    const file = withoutExtension(posix.relative(slashes(context.cwd), slashes(context.filename)));
    const mayCross = TEST_CODE.test(file);
    const applicable = BORDERS.filter(({ from, fromExcept }) => from.test(file) && !fromExcept?.test(file));
    const check = (node, source, typesOnly) => {
      if (typeof source?.value !== 'string') return;
      const target = resolveImport(file, source.value);
      for (const border of applicable) {
        if (!border.to.test(target) || border.except?.test(target)) continue;
        if (border.typesAllowed && typesOnly) continue;
        if (border.laterAllowed && node.type === 'ImportExpression') continue;
        if (border.allowSameFolder && target.split('/')[1] === file.split('/')[1]) continue;
        // A test may look behind every border but TensorFlow's.
        if (mayCross && !border.to.test('@tensorflow/tfjs')) continue;
        context.report({ node, message: border.message });
      }
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node, node.importKind)),
      ExportNamedDeclaration: (node) => check(node, node.source, isTypeOnly(node, node.exportKind)),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
    };
  },
};

export const bordersPlugin = { rules: { borders } };

function isTypeOnly(node, kind) {
  if (kind === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((each) => (each.importKind ?? each.exportKind) === 'type');
}

function resolveImport(file, specifier) {
  return specifier.startsWith('.') ? withoutExtension(posix.join(posix.dirname(file), specifier)) : specifier;
}

function withoutExtension(path) {
  return path.replace(/\.(d\.)?[cm]?[jt]s$|\.vue$/, '');
}

function slashes(path) {
  return path.replaceAll('\\', '/');
}
