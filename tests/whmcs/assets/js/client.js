// Behaviour shared by the client pages: menus, the tab named in the address, the password generator.
jQuery(function ($) {
  $('.dropdown .nav-toggle').on('click', function (event) {
    var menu = $(this).parent();
    event.preventDefault();
    event.stopPropagation();
    $('.dropdown').not(menu).removeClass('show');
    menu.toggleClass('show');
  });
  $(document).on('click', function () { $('.dropdown').removeClass('show'); });

  if (/^#[a-z]+$/i.test(window.location.hash)) { $('a[data-toggle="tab"][href="' + window.location.hash + '"]').trigger('click'); }

  $('.choose-language').each(function () {
    var address = new URL(window.location.href);
    address.searchParams.set('language', new URL(this.href).searchParams.get('language'));
    this.href = address.pathname + address.search + address.hash;
  });

  function generate() {
    var letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#%+-_', text = '';
    crypto.getRandomValues(new Uint32Array(Number($('#inputGeneratePasswordLength').val()) || 12))
      .forEach(function (number) { text += letters[number % letters.length]; });
    $('#inputGeneratePasswordOutput').val(text);
  }
  function copy() { if (navigator.clipboard) { navigator.clipboard.writeText($('#inputGeneratePasswordOutput').val()); } }
  $('#btnGeneratePassword').on('click', function () { $('#modalGeneratePassword').toggleClass('hidden'); generate(); });
  $('#btnGeneratePasswordNew').on('click', generate);
  $('#btnGeneratePasswordCopy').on('click', copy);
  $('#btnGeneratePasswordInsert').on('click', function () {
    copy();
    $('#inputNewPassword1, #inputNewPassword2').val($('#inputGeneratePasswordOutput').val());
    $('#modalGeneratePassword').addClass('hidden');
  });
});
