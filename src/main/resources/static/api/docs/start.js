// The contract at /api/openapi.json, as pages. No validator: nothing leaves this host.
window.SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#contract',
  deepLinking: true,
  validatorUrl: null,
});
