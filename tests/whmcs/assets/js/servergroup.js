// Moves servers between the two lists; every server of the right one is sent.
jQuery(function ($) {
  $('#serveradd').on('click', function () { $('#serverslist option:selected').appendTo('#selectedservers'); });
  $('#serverrem').on('click', function () { $('#selectedservers option:selected').appendTo('#serverslist'); });
  $('#frmServerGroup').on('submit', function () { $('#selectedservers option').prop('selected', true); });
});
