chrome.runtime.onMessage.addListener((message: { kind?: string; text?: string }, _sender, respond) => {
  if (message.kind !== 'copy' || message.text === undefined) return;
  const field = document.createElement('textarea');
  field.value = message.text;
  document.body.append(field);
  field.select();
  respond(document.execCommand('copy'));
  field.remove();
});
