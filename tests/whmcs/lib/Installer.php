<?php

/**
 * Makes an installation: a root like that of WHMCS with thin entry files, the module archive unpacked, the database filled.
 */

declare(strict_types=1);

namespace Standin;

use PharData;

final class Installer
{
    /** What WHMCS's themes bring along, with the Debian package that has it. */
    private const LIBRARIES = [
        'js/jquery.min.js' => ['/usr/share/javascript/jquery/jquery.min.js', 'libjs-jquery'],
        'css/bootstrap3.min.css' => ['/usr/share/javascript/bootstrap/css/bootstrap.min.css', 'libjs-bootstrap'],
        'css/bootstrap4.min.css' => ['/usr/share/javascript/bootstrap4/css/bootstrap.min.css', 'libjs-bootstrap4'],
    ];
    private const DIRECTORIES = [
        'assets/css', 'assets/js', 'includes/hooks', 'modules/servers', 'modules/addons', 'storage/sessions',
        'templates', 'templates_c',
    ];

    public function __construct(private readonly string $home)
    {
    }

    /**
     * @param string $database `sqlite` or `mysql://user:pass@host:port/name`
     * @param list<string> $constants names that configuration.php defines as true
     * @param string $admin the name of the admin directory
     * @param string $systemUrl the address that WHMCS is told to have
     */
    public function install(
        string $root,
        string $archive,
        string $database,
        array $constants,
        string $admin = 'admin',
        string $systemUrl = Seed::SYSTEM_URL,
    ): void {
        $this->refuseUsedRoot($root);
        if (preg_match('/^[a-z0-9_-]+$/', $admin) !== 1) {
            throw new \RuntimeException("Not a name for the admin directory: $admin");
        }
        foreach ([...self::DIRECTORIES, $admin] as $directory) {
            $this->makeDirectory("$root/$directory");
        }
        $root = (string) realpath($root);
        $this->unpack($archive, "$root/modules");
        $this->copyAssets($root);
        $this->writeEntryFiles($root, $admin);
        $address = $database === 'sqlite' ? "sqlite:$root/storage/whmcs.sqlite" : $database;
        $this->writeConfiguration($root, $address, $constants, $admin);
        $this->fillDatabase($root, $address, $systemUrl);
    }

    private function refuseUsedRoot(string $root): void
    {
        if (is_dir($root) && (scandir($root) ?: []) !== ['.', '..']) {
            throw new \RuntimeException("$root is not empty: give an empty directory or one that does not exist");
        }
    }

    private function makeDirectory(string $directory): void
    {
        if (!is_dir($directory) && !mkdir($directory, 0o775, true)) {
            throw new \RuntimeException("Cannot make the directory $directory");
        }
    }

    /** Phar reads zip archives with PHP alone; the zip extension is not always there. */
    private function unpack(string $archive, string $target): void
    {
        if (!is_file($archive)) {
            throw new \RuntimeException("There is no archive $archive");
        }
        (new PharData($archive))->extractTo($target, null, true);
    }

    private function copyAssets(string $root): void
    {
        $themes = array_map(static fn (string $theme): string => "templates/$theme", Client\Theme::ALL);
        foreach (['assets/css', 'assets/js', ...$themes] as $directory) {
            $this->makeDirectory("$root/$directory");
            foreach (glob("$this->home/$directory/*.*") ?: [] as $file) {
                copy($file, "$root/$directory/" . basename($file));
            }
        }
        foreach (self::LIBRARIES as $name => [$file, $package]) {
            if (!is_file($file)) {
                throw new \RuntimeException("$file is missing: install the package $package");
            }
            copy($file, "$root/assets/$name");
        }
    }

    private function writeEntryFiles(string $root, string $admin): void
    {
        $home = var_export($this->home, true);
        $this->write("$root/init.php", <<<PHP
            <?php

            // Starts WHMCS (here: its stand-in) for the page that requires this file.
            define('WHMCS', true);
            define('ROOTDIR', __DIR__);
            require __DIR__ . '/configuration.php';
            require $home . '/lib/autoload.php';
            require $home . '/lib/functions.php';
            Standin\\Boot::web(__DIR__, get_defined_vars());

            PHP);
        foreach (['client' => '', 'admin' => "$admin/"] as $area => $directory) {
            $up = $area === 'admin' ? "define('ADMINAREA', true);\nrequire dirname(__DIR__) . '/init.php';" : "define('CLIENTAREA', true);\nrequire __DIR__ . '/init.php';";
            foreach (glob("$this->home/pages/$area/*.php") ?: [] as $page) {
                $this->write("$root/$directory" . basename($page), "<?php\n\n$up\nrequire " . var_export($page, true) . ";\n");
            }
        }
    }

    private function writeConfiguration(string $root, string $address, array $constants, string $admin): void
    {
        $lines = [
            '$license = \'STANDIN\';',
            '$cc_encryption_hash = ' . var_export(bin2hex(random_bytes(32)), true) . ';',
            '$customadminpath = ' . var_export($admin, true) . ';',
            '$standin_database = ' . var_export($address, true) . ';',
        ];
        foreach ($constants as $constant) {
            if (preg_match('/^[A-Z][A-Z0-9_]*$/', $constant) !== 1) {
                throw new \RuntimeException("Not a name for a constant: $constant");
            }
            $lines[] = "define('$constant', true);";
        }
        $this->write("$root/configuration.php", "<?php\n\n" . implode("\n", $lines) . "\n");
    }

    private function fillDatabase(string $root, string $address, string $systemUrl): void
    {
        Database::connect(self::made($address));
        if (str_starts_with($address, 'sqlite:')) {
            // Readers and one writer at a time, as several requests of one page need it.
            \WHMCS\Database\Capsule::connection()->statement('PRAGMA journal_mode = WAL');
        }
        if (\WHMCS\Database\Capsule::schema()->hasTable('tblconfiguration')) {
            throw new \RuntimeException('The database holds an installation already: give an empty one');
        }
        Installation::open($root, "$root/modules", 'unused while installing', 'admin');
        Schema::create();
        Seed::run($systemUrl);
    }

    /** A SQLite file is made by hand, because Illuminate refuses one that does not exist. */
    private static function made(string $address): string
    {
        if (str_starts_with($address, 'sqlite:')) {
            touch(substr($address, 7));
        }
        return $address;
    }

    private function write(string $file, string $content): void
    {
        if (file_put_contents($file, $content) === false) {
            throw new \RuntimeException("Cannot write $file");
        }
    }
}
