#!/usr/bin/env node
require('../dist/connect-dify.cjs');
