// Loaded into a server before its own code: shifts its clock by what the test sends.
const RealDate = Date;
let shiftMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shiftMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};

process.on('message', ({ advanceSeconds }) => {
  shiftMs += advanceSeconds * 1000;
  process.send?.('advanced');
});
process.channel?.unref();
