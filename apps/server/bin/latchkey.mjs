#!/usr/bin/env node
import '../dist/latchkey.mjs';
