// Module commands on the service page: a dialog asks first, the answer replaces #servicecontent.
function runModuleCommand(operation, customFunction) {
  var profile = jQuery('#profileContent');
  jQuery('#modcmdbtns').find('button').prop('disabled', true);
  jQuery('#modcmdworking').show();
  return WHMCS.http.jqClient.post('clientsservices.php', {
    userid: profile.data('userid'),
    id: profile.data('id'),
    modop: operation,
    ac: customFunction || '',
    ajax: 1,
    token: csrfToken
  }).done(function (answer) {
    jQuery('#servicecontent').html(answer);
  }).fail(function (answer) {
    jQuery('#servicecontent').html(answer.responseText || 'The request failed');
  });
}

jQuery(function ($) {
  $('#profileContent')
    .on('click', '.btn-module-command', function () {
      var dialog = $(this).data('confirm');
      if (dialog) { $(dialog).addClass('in'); } else { runModuleCommand($(this).data('operation'), $(this).data('function')); }
    })
    .on('click', '.btn-confirm-command', function () {
      $(this).closest('.modal').removeClass('in');
      runModuleCommand($(this).data('operation'));
    });
});
