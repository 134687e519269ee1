<?php

/**
 * The frame of every admin page: head, navigation, title and the places where output hooks print.
 *
 * @var string $title @var string $content @var ?object $admin @var ?array $notice
 * @var string $headOutput @var string $headerOutput @var string $footerOutput
 */

namespace Standin\Admin;

$menus = require __DIR__ . '/menus.php';
?>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>WHMCS stand-in - <?= e($title) ?></title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/css/bootstrap3.min.css">
<link rel="stylesheet" href="../assets/css/admin.css">
<script>var csrfToken = "<?= \Standin\Token::plain() ?>";</script>
<script src="../assets/js/jquery.min.js"></script>
<script src="../assets/js/whmcs.js"></script>
<script src="../assets/js/admin.js"></script>
<?= $headOutput ?>

</head>
<body class="admin-page" data-phone-cc-input="">
<?= $headerOutput ?>

<header class="topbar">
  <a class="brand" href="index.php">WHMCS <small>stand-in</small></a>
<?php if ($admin !== null) : ?>
  <nav class="navigation" id="navigation">
<?php foreach ($menus as $menu => $links) : ?>
    <div class="nav-menu" id="menu-<?= strtolower($menu) ?>">
      <button type="button" class="nav-toggle" aria-expanded="false"><?= e($menu) ?></button>
      <div class="nav-links">
<?php foreach ($links as $link => $label) : ?>
        <a href="<?= e($link) ?>"><?= e($label) ?></a>
<?php endforeach ?>
      </div>
    </div>
<?php endforeach ?>
  </nav>
  <div class="who"><a href="myaccount.php"><?= e($admin->username) ?></a> · <a href="../index.php">Client Area</a> · <a href="logout.php">Logout</a></div>
<?php endif ?>
</header>
<main class="contentarea" id="contentarea">
<h1><?= e($title) ?></h1>
<?php if ($notice !== null) : ?>
<div class="alert alert-<?= e($notice['kind']) ?>" id="notice"><?= e($notice['text']) ?></div>
<?php endif ?>
<?= $content ?>

</main>
<footer class="footerbar">A stand-in for WHMCS, for tests only · <?= e(\Standin\Clock::today()) ?></footer>
<?= $footerOutput ?>

</body>
</html>
