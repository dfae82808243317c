// npm run check: types, lint and import walls, unused code, drift of the printed reference.
import { CHECKS } from './steps/checks.ts';
import { runSteps } from './steps/run-steps.ts';

if (!(await runSteps(CHECKS))) process.exitCode = 1;
