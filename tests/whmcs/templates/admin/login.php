<?php

/**
 * The staff login form.
 *
 * @var string $target
 */

namespace Standin\Admin;

?>
<form method="post" action="login.php" id="frmLogin" class="login-box">
  <input type="hidden" name="redirect" value="<?= e($target) ?>">
  <label for="username">Username</label>
  <input type="text" name="username" id="username" class="form-control" autofocus>
  <label for="password">Password</label>
  <input type="password" name="password" id="password" class="form-control">
  <button type="submit" id="btnLogin" class="btn btn-primary">Login</button>
</form>
