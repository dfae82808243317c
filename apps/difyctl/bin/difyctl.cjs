#!/usr/bin/env node
// Keeps what node compiles for the next start, which then takes two thirds of the time. In a folder of the person's own:
// whoever could write there could run code as them.
const { enableCompileCache } = require('node:module');

const { DIFY_CACHE_DIR, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
const home = HOME && (process.platform === 'darwin' ? `${HOME}/Library/Caches` : `${HOME}/.cache`);
const shared = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || home;
const folder = DIFY_CACHE_DIR || (shared && `${shared}/difyctl`);
if (enableCompileCache && folder) enableCompileCache(`${folder}/compiled`);

require('../dist/difyctl.cjs');
