// Imported first by every file that starts us, so that a Node too old for the rest is told so instead of failing in it.
const [major] = process.versions.node.split('.');

if (Number(major) < 20) {
  console.error(
    `Latchkey needs Node.js 20 or newer to set itself up; this is ${process.version} (https://nodejs.org).`,
  );
  process.exit(1);
}
