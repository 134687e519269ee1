{* Registration of a client. *}
{if $complaints}
    <div class="alert alert-danger" id="registrationErrors"><ul>{foreach $complaints as $complaint}<li>{$complaint|print}</li>{/foreach}</ul></div>
{/if}
<form method="post" action="{$WEB_ROOT}/register.php" id="frmCheckout" class="using-password-strength">
    {$tokenInput}
    <input type="hidden" name="register" value="true">
    <div class="card">
        <h3>Personal Information</h3>
        <div class="fields">
            <label>First Name *<input type="text" name="firstname" id="inputFirstName" class="form-control" value="{$entered.firstname|print}"></label>
            <label>Last Name *<input type="text" name="lastname" id="inputLastName" class="form-control" value="{$entered.lastname|print}"></label>
            <label>Email Address *<input type="email" name="email" id="inputEmail" class="form-control" value="{$entered.email|print}"></label>
            <label>Phone Number<input type="tel" name="phonenumber" id="inputPhone" class="form-control" value="{$entered.phonenumber|print}"></label>
        </div>
    </div>
    <div class="card">
        <h3>Billing Address</h3>
        <div class="fields">
            <label>Company Name<input type="text" name="companyname" id="inputCompanyName" class="form-control" value="{$entered.companyname|print}"></label>
            <label>Street Address<input type="text" name="address1" id="inputAddress1" class="form-control" value="{$entered.address1|print}"></label>
            <label>Street Address 2<input type="text" name="address2" id="inputAddress2" class="form-control" value="{$entered.address2|print}"></label>
            <label>City<input type="text" name="city" id="inputCity" class="form-control" value="{$entered.city|print}"></label>
            <label>State<input type="text" name="state" id="stateinput" class="form-control" value="{$entered.state|print}"></label>
            <label>Postcode<input type="text" name="postcode" id="inputPostcode" class="form-control" value="{$entered.postcode|print}"></label>
            <label>Country<select name="country" id="inputCountry" class="form-control">
                {foreach $countries as $code => $country}<option value="{$code}"{if $entered.country == $code} selected{/if}>{$country}</option>{/foreach}
            </select></label>
        </div>
    </div>
    <div class="card">
        <h3>Additional Information</h3>
        <div class="fields">
            <label>Currency<select name="currency" id="inputCurrency" class="form-control">
                {foreach $currencies as $currency}<option value="{$currency->id}"{if $chosenCurrency == $currency->id} selected{/if}>{$currency->code}</option>{/foreach}
            </select></label>
        </div>
    </div>
    <div class="card">
        <h3>Account Security</h3>
        <div class="fields">
            <label>Password *<input type="password" name="password" id="inputNewPassword1" class="form-control" autocomplete="new-password"></label>
            <label>Confirm Password *<input type="password" name="password2" id="inputNewPassword2" class="form-control" autocomplete="new-password"></label>
        </div>
        <button type="button" class="btn generate-password" id="btnGeneratePassword">Generate Password</button>
        <div id="modalGeneratePassword" class="generated hidden">
            <label>Password Length<input type="number" id="inputGeneratePasswordLength" class="form-control" min="8" max="64" value="12"></label>
            <label>Generated Password<input type="text" id="inputGeneratePasswordOutput" class="form-control" readonly></label>
            <button type="button" class="btn" id="btnGeneratePasswordNew">Generate New Password</button>
            <button type="button" class="btn" id="btnGeneratePasswordCopy">Copy</button>
            <button type="button" class="btn btn-primary" id="btnGeneratePasswordInsert">Copy to Clipboard and Insert</button>
        </div>
    </div>
    <p><button type="submit" class="btn btn-primary" id="btnRegister">Register</button></p>
</form>
