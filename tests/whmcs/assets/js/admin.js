// Behaviour shared by the admin pages: the menus, the tab named in the address, and dialogs.
jQuery(function ($) {
  $('.nav-toggle').on('click', function (event) {
    var menu = $(this).parent(), wasOpen = menu.hasClass('open');
    event.stopPropagation();
    $('.nav-menu').removeClass('open').find('.nav-toggle').attr('aria-expanded', 'false');
    menu.toggleClass('open', !wasOpen).find('.nav-toggle').attr('aria-expanded', String(!wasOpen));
  });
  $(document).on('click', function () { $('.nav-menu').removeClass('open'); });

  var wanted = /[#?&]tab=(\d+)/.exec(window.location.href);
  if (wanted) { $('#tabLink' + wanted[1]).trigger('click'); }

  $(document).on('click', '[data-open-modal]', function (event) {
    event.preventDefault();
    $($(this).data('open-modal')).addClass('in');
  });
  $(document).on('click', '[data-dismiss="modal"]', function () { $(this).closest('.modal').removeClass('in'); });
});
