// The server form: Continue opens the second part, Test Connection asks the module.
jQuery(function ($) {
  $('#btnContinue').on('click', function () {
    $('#otherFields').removeClass('hidden');
    $(this).parent().addClass('hidden');
  });
  $('#connectionTestBtn').on('click', function () {
    var result = $('#connectionTestResult').removeClass('label label-success label-terminated').text('Attempting to connect…');
    var form = $('#frmServerConfig');
    $.post(form.attr('action').replace('action=save', 'action=testconnection'), form.serialize(), null, 'json')
      .done(function (answer) {
        result.addClass('label').addClass(answer.success ? 'label-success' : 'label-terminated')
          .text(answer.success ? 'Connection successful. ' + (answer.message || '') : 'Connection failed: ' + answer.error);
      })
      .fail(function (answer) { result.addClass('label label-terminated').text('Request failed: ' + answer.status); });
  });
});
