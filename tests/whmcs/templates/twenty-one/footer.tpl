{* The bottom of every client page. *}
            </div>
        </div>
    </section>
    <footer id="footer" class="footer">
        <div class="container">
            <p>A stand-in for WHMCS, for tests only ·
                <a href="?language=english" class="choose-language">English</a> · <a href="?language=russian" class="choose-language">Русский</a></p>
        </div>
    </footer>
    {$footeroutput}
</body>
</html>
