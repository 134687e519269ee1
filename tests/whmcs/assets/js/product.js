// The product page: remembers the open tab, loads the module's settings, hides prices that the payment type does not use.
jQuery(function ($) {
  var form = $('form[name="packagefrm"]'), settings = $('#tblModuleSettings'), link = $('#mode-switch');
  var empty = settings.html();

  $('.admin-tabs a[data-toggle="tab"]').on('click', function () { $('#tab').val(this.id.replace('tabLink', '')); });

  function loadSettings(mode, keepValues) {
    if (!$('#inputModule').val()) {
      settings.html(empty);
      link.addClass('hidden');
      return;
    }
    var data = [
      { name: 'id', value: form.find('input[name="id"]').val() },
      { name: 'module', value: $('#inputModule').val() },
      { name: 'servergroup', value: $('#inputServerGroup').val() },
      { name: 'mode', value: mode },
      { name: 'token', value: csrfToken }
    ];
    if (keepValues) { data = data.concat(settings.find(':input').serializeArray()); }
    $('#moduleSettingsLoader').removeClass('hidden');
    WHMCS.http.jqClient.post('configproducts.php?action=module-settings', data, null, 'json')
      .done(function (answer) {
        settings.html(answer.content || empty);
        link.removeClass('hidden').data('mode', answer.mode)
          .text(answer.mode === 'simple' ? 'Switch to Advanced Mode' : 'Back to Simple Mode');
      })
      .fail(function (answer) { settings.html($('<tr>').append($('<td>').html(answer.responseText))); })
      .always(function () { $('#moduleSettingsLoader').addClass('hidden'); });
  }

  $('#inputModule').on('change', function () { loadSettings('simple', false); });
  $('#inputServerGroup').on('change', function () { loadSettings(link.data('mode'), true); });
  settings.on('click', '.refresh-loader', function () { loadSettings(link.data('mode'), true); });
  link.on('click', function (event) {
    event.preventDefault();
    loadSettings(link.data('mode') === 'simple' ? 'advanced' : 'simple', true);
  });

  function showPrices() {
    var type = form.find('input[name="paytype"]:checked').val();
    $('#pricingtbl').toggleClass('hidden', type === 'free');
    $('#pricingtbl').find('.cycle-quarterly, .cycle-semiannually, .cycle-annually, .cycle-biennially, .cycle-triennially')
      .toggleClass('hidden', type !== 'recurring');
  }
  form.find('input[name="paytype"]').on('change', showPrices);
  showPrices();
  loadSettings('simple', false);
});
