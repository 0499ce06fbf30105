/**
 * One Jest for all rooms: specs beside their files, journeys in e2e.
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

const swc = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const project = (root: string, testMatch = '<rootDir>/src/**/*.spec.ts') => ({
  displayName: root.split('/').at(-1) as string,
  rootDir: `<rootDir>/${root}`,
  testMatch: [testMatch],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['@trunkline/source', 'node', 'node-addons'] },
  transform: { '\\.ts$': ['@swc/jest', swc] as [string, Record<string, unknown>] },
});

const libs = ['libs/contracts', 'libs/rules', 'libs/platform', 'libs/testing'];
const services = ['apps/channels', 'apps/router', 'apps/sla', 'apps/gateway'];
const screens = ['apps/cli', 'apps/console', 'apps/widget'];

export default {
  projects: [
    ...[...libs, ...services, ...screens].map((room) => project(room)),
    // `npm run chaos`: faults that take long, and whose findings want a person
    project('e2e', process.env.CHAOS === 'on' ? '<rootDir>/**/*.chaos.spec.ts' : '<rootDir>/**/*.e2e.spec.ts'),
  ],
  testTimeout: 30_000,
  // each file's modules stay in the process that ran it: one that has grown so far is replaced between two files
  workerIdleMemoryLimit: '1200MB',
  coverageProvider: 'v8',
  collectCoverageFrom: ['{apps,libs}/*/src/**/*.ts', '!**/main.ts', '!**/*.spec.ts'],
} satisfies Config;
