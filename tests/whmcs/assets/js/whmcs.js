// The part of WHMCS's global script object that modules are known to use.
var WHMCS = {
  http: {
    jqClient: {
      get: function () { return jQuery.get.apply(jQuery, arguments); },
      post: function () { return jQuery.post.apply(jQuery, arguments); }
    }
  }
};

// Tabs: a link with data-toggle="tab" shows the pane that its href names, in Bootstrap 3's and 4's ways of marking it.
jQuery(document).on('click', 'a[data-toggle="tab"]', function (event) {
  event.preventDefault();
  var link = jQuery(this), pane = jQuery(link.attr('href'));
  link.closest('.nav-tabs').find('li, a').removeClass('active');
  link.addClass('active').parent().addClass('active');
  pane.siblings('.tab-pane').removeClass('active show in');
  pane.addClass('active show in');
});
