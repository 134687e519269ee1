// Addon modules: Configure opens the settings of one addon; the one named in the address is open at once.
jQuery(function ($) {
  $('.btn-configure').on('click', function () { $($(this).data('target')).toggleClass('hidden'); });
  var named = /^#[a-z0-9_]+$/.exec(window.location.hash);
  if (named) { $('#configure-' + named[0].slice(1)).removeClass('hidden'); }
});
