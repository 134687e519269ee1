{* Client login. *}
<form method="post" action="{$WEB_ROOT}/login.php" id="frmLogin" class="card narrow">
    {$tokenInput}
    <label for="inputEmail">Email Address</label>
    <input type="email" name="username" id="inputEmail" class="form-control">
    <label for="inputPassword">Password</label>
    <input type="password" name="password" id="inputPassword" class="form-control">
    <button type="submit" id="login" class="btn btn-primary">Login</button>
    <p>Not registered yet? <a href="{$WEB_ROOT}/register.php">Create account</a></p>
</form>
